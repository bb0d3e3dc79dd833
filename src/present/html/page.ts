import { type Html, html } from './markup.ts'

/** The one style of all pages: plain, readable, printable. Its digest stands in the policy of every page. */
export const style = `
body { font: 1.0625rem/1.6 Georgia, serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
h1, h2 { line-height: 1.25; font-weight: 600 }
h2 { font-size: 1.125rem; margin-top: 2.5rem }
p, blockquote, pre, li, figcaption { white-space: pre-line }
q { quotes: none }
q, .indirect, mark { background: #fff3bf; color: inherit; border-radius: .15em }
.scare { background: #ececec }
.indirect { background: none; border-bottom: 2px dotted #b08900 }
:target { outline: 2px solid #b08900; outline-offset: 2px }
.byline, .timestamp, .note, footer, dt, .by { color: #555; font-size: .9375rem }
footer { margin-top: 3rem; border-top: 1px solid #ccc }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem }
dd { margin: 0 }
a { color: #0b4f8a }
code { overflow-wrap: anywhere }
@media (prefers-color-scheme: dark) {
  body { color: #e8e6e3; background: #16181a }
  q, mark { background: #4d430f } .scare { background: #3a3d40 }
  .byline, .timestamp, .note, footer, dt, .by { color: #aaa }
  a { color: #8cc4f5 }
}
@media print {
  body { max-width: none; margin: 0; color: #000; background: #fff } nav { display: none }
  q, mark, .scare { background: none; text-decoration: underline } li, p { break-inside: avoid }
}
`

/** A whole page: no script, nothing from elsewhere. */
export const page = (title: string, language: string | null, links: readonly Html[], body: readonly Html[]): string =>
  html`<!doctype html>
<html lang="${language ?? 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${{ html: style }}</style>
${links}</head>
<body>
${body}
</body>
</html>
`.html
