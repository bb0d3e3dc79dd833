import type { BlockKind } from '#/schemas/block.ts'
import type { ArticleRecord, QuoteRecord } from '#/schemas/record.ts'
import { articlePath, versionPath } from '../paths.ts'
import { type Html, html, safeHref } from './markup.ts'
import { page } from './page.ts'
import { inOrder, withQuotes } from './quoted.ts'

/** An article as a page: its text with every quote in its place, and a list of who said what. */
export function articlePage(record: ArticleRecord): string {
  const { article, text, blocks } = record
  const place = { quotes: inOrder(record), next: 0 }
  const content = blocks.map(({ kind, range }) => elements[kind](withQuotes(text, range, place)))
  return page(article.title ?? article.id, article.language, headLinks(record), [
    html`<main>
<article>
${content}</article>
${quotesOf(record)}
</main>
${footer(record)}`,
  ])
}

const paragraph = (words: Html): Html => html`<p dir="auto">${words}</p>\n`

/** A block of each kind. Text of any direction keeps to its own block. */
const elements: Readonly<Record<BlockKind, (words: Html) => Html>> = {
  title: (words) => html`<h1 dir="auto">${words}</h1>\n`,
  standfirst: (words) => html`<p dir="auto" class="standfirst"><strong>${words}</strong></p>\n`,
  byline: (words) => html`<p dir="auto" class="byline">${words}</p>\n`,
  timestamp: (words) => html`<p dir="auto" class="timestamp">${words}</p>\n`,
  paragraph,
  heading: (words) => html`<h2 dir="auto">${words}</h2>\n`,
  listItem: (words) => html`<ul><li dir="auto">${words}</li></ul>\n`,
  blockquote: (words) => html`<blockquote dir="auto">${words}</blockquote>\n`,
  preformatted: (words) => html`<pre dir="auto">${words}</pre>\n`,
  tableRow: paragraph,
  caption: (words) => html`<figure><figcaption dir="auto">${words}</figcaption></figure>\n`,
  publisherNote: (words) => html`<p dir="auto" class="note">${words}</p>\n`,
  boilerplate: (words) => html`<p dir="auto" class="note">${words}</p>\n`,
}

const quotesOf = (record: ArticleRecord): Html =>
  html`<section>
<h2>Who says what</h2>
<ol>
${inOrder(record).map((quote) => html`<li><a href="#q-${quote.id}"><bdi>${quote.text}</bdi></a><br>${saidBy(quote)}</li>\n`)}</ol>
</section>`

/** Who says it; where that is not known, why. */
export const saidBy = ({ speaker, kind, unknown }: QuoteRecord): Html =>
  html`<span class="by">${
    speaker
      ? html`<bdi>${speaker.name ?? speaker.mention.text}</bdi>`
      : html`nobody (${unknown.speaker?.reason ?? 'not known'})`
  }, ${kind}</span>`

/** What every page about an article ends with: whose it is, where it comes from, and where to cite it. */
export function footer({ article }: ArticleRecord): Html {
  const { rights, publisher, sourceUrl } = article
  return html`<footer>
${rights.notice !== null && html`<p><bdi>${rights.notice}</bdi></p>\n`}${
  rights.notice === null && rights.copyrightHolder !== null && html`<p>© <bdi>${rights.copyrightHolder}</bdi></p>\n`
}${rights.license !== null && html`<p><a rel="license" href="${safeHref(rights.license)}">Licence</a></p>\n`}<p>${
    publisher && html`<bdi>${publisher.name}</bdi>, `
  }${sourceUrl !== null && html`<a href="${safeHref(sourceUrl)}">as published</a>, `}<a href="${articlePath(article.id)}">as JSON</a>, cite as <code>${versionPath(article.id, article.version)}</code></p>
</footer>`
}

/** What the head of a page says about the same thing elsewhere. */
export const headLinks = ({ article }: ArticleRecord): Html[] => [
  html`<link rel="alternate" type="application/json" href="${articlePath(article.id)}">\n`,
  ...(article.sourceUrl === null ? [] : [html`<link rel="canonical" href="${safeHref(article.sourceUrl)}">\n`]),
]
