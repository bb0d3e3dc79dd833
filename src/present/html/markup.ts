/** HTML that is ready to be sent. Only this file makes it: what is not, is escaped. */
export type Html = { readonly html: string }

type Part = Html | string | number | null | undefined | false | readonly Part[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const written = (part: Part): string => {
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'string' || typeof part === 'number')
    return String(part).replace(/[&<>"']/gu, (mark) => entities[mark]!)
  return 'html' in part ? part.html : part.map(written).join('')
}

/** A template of HTML: html`<q id="${id}">${words}</q>`. Whatever is filled in is text, unless it is HTML already. */
export const html = (fixed: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: fixed.reduce((whole, piece, index) => whole + written(parts[index - 1]) + piece),
})

/** An address that a link may lead to: of this service, or of the web. Others (`javascript:`) lead nowhere. */
export const safeHref = (href: string): string => (/^(?:https?:\/\/|\/(?!\/)|#)/u.test(href) ? href : '#')
