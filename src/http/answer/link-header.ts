/** One link of a `Link` header (RFC 8288). */
export type Link = { href: string; rel: string; type?: string; profile?: string }

/** Anything outside of printable ASCII is encoded, as a header must be. */
export const linkHeader = (links: readonly Link[]): string =>
  links
    .map(
      ({ href, rel, type, profile }) =>
        `<${href.replace(/[^\x21-\x7e]|[<>"]/gu, encodeURIComponent)}>; rel="${rel}"${type ? `; type="${type}"` : ''}${profile ? `; profile="${profile}"` : ''}`,
    )
    .join(', ')
