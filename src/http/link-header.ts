/** One link of a `Link` header (RFC 8288). */
export type Link = { href: string; rel: string; type?: string }

/** Anything outside of printable ASCII is encoded, as a header must be. */
export const linkHeader = (links: readonly Link[]): string =>
  links
    .map(
      ({ href, rel, type }) =>
        `<${href.replace(/[^\x21-\x7e]|[<>"]/gu, encodeURIComponent)}>; rel="${rel}"${type ? `; type="${type.split(';')[0]}"` : ''}`,
    )
    .join(', ')
