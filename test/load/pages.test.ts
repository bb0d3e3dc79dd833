import { describe, expect, it } from 'vitest'
import type { Draft } from '#/src/load/draft.ts'
import { load } from '#/src/load/load.ts'

const one = async (html: string | Uint8Array): Promise<Draft> => {
  for await (const draft of load({ path: 'page.html', bytes: Buffer.from(html) })) return draft as Draft
  throw new Error('no article')
}

/** A draft as lines: the kind of each block, and its text. */
const drawn = ({ text, blocks }: Draft): string[] =>
  blocks.map(({ kind, span }) => `${kind}: ${text.slice(span.start, span.end)}`)

const story = [
  'The harbour of Port Ella reopened on Monday, six days after a storm had closed it to all ships, its master said.',
  'Ferries to the islands will leave at noon again, and the fishing boats, which had waited upriver, may return.',
  '“We have counted every mooring,” said Mara Lindqvist, who runs the port, “and we found all but one of them.”',
  'The council will meet on Thursday to decide who pays for the damage, which nobody has counted yet, she added.',
]

const page = (head: string, body = story.map((line) => `<p>${line}</p>`).join('\n')): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8">${head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>Harbour reopens after storm</h1><div class="byline">By Tomas Oyelaran</div>
${body}</article></main>
<aside><h2>Most read</h2><ul><li><a href="/1">Cat found on a ferry</a></li><li><a href="/2">Fog returns</a></li></ul></aside>
<footer>© 2024 Harbour News</footer></body></html>`

describe('a web page', () => {
  it('has its byline where that is a plain paragraph above the story', async () => {
    const signed = ['By Ida Brandt', ...story].map((line) => `<p>${line}</p>`).join('\n')
    const html = page('', signed).replace('<div class="byline">By Tomas Oyelaran</div>', '')
    const draft = await one(html)
    expect(drawn(draft).slice(0, 3)).toEqual([
      'title: Harbour reopens after storm',
      'byline: By Ida Brandt',
      `paragraph: ${story[0]}`,
    ])
    expect(draft.byline.value).toEqual({ text: 'By Ida Brandt', authors: ['Ida Brandt'] })
  })

  it('is its article, without the menus and teasers around it', async () => {
    const draft = await one(page('<title>Harbour reopens after storm - Harbour News</title>'))
    expect(drawn(draft)).toEqual([
      'title: Harbour reopens after storm',
      'byline: By Tomas Oyelaran',
      ...story.map((line) => `paragraph: ${line}`),
      'publisherNote: © 2024 Harbour News',
    ])
    expect(draft.copyrightHolder).toMatchObject({ value: 'Harbour News', from: 'text' })
  })

  it('says what its structured data say, and what they beat', async () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'Organization', '@id': '#us', name: 'Harbour News' },
        {
          '@type': 'NewsArticle',
          headline: 'Harbour reopens after storm',
          author: [{ '@type': 'Person', name: 'Tomas Oyelaran' }],
          publisher: { '@id': '#us' },
          datePublished: '2024-05-15T09:30:00+02:00',
          mainEntityOfPage: 'https://harbour.example/reopens',
        },
      ],
    }
    const draft = await one(
      page(
        `<script type="application/ld+json">${JSON.stringify(data)}</script><meta property="og:site_name" content="HN">`,
      ),
    )
    expect(draft.publisher).toMatchObject({
      value: 'Harbour News',
      from: 'jsonld',
      conflicts: [{ from: 'og', value: 'HN' }],
    })
    expect(draft.publishedAt).toMatchObject({ value: '2024-05-15T09:30:00+02:00', from: 'jsonld' })
    expect(draft.sourceUrl).toMatchObject({ value: 'https://harbour.example/reopens' })
    expect(draft.byline.value).toEqual({ text: 'By Tomas Oyelaran', authors: ['Tomas Oyelaran'] })
  })

  it('has no date when it states none', async () => {
    expect((await one(page(''))).publishedAt).toMatchObject({ value: null, reason: 'no-absolute-date' })
  })

  it.each([
    [
      'a footer in it',
      (words: string, who: string) => `<blockquote><p>${words}</p><footer>${who}</footer></blockquote>`,
    ],
    [
      'a caption under it',
      (words: string, who: string) =>
        `<figure><blockquote><p>${words}</p></blockquote><figcaption>${who}</figcaption></figure>`,
    ],
  ])('has who said a block quotation, named in %s', async (_, quotation) => {
    const words = 'We heard a noise like thunder, and then the wall was gone and the sea was in the street.'
    const draft = await one(page('').replace('</p>', `</p>${quotation(words, 'Ana Cruz, harbour master')}`))
    expect(drawn(draft).slice(3, 5)).toEqual([`blockquote: ${words}`, 'blockquote: Ana Cruz, harbour master'])
  })

  it('has not the date of a post in it', async () => {
    const post = '<blockquote><p>The harbour is full.</p>— Ida Holm (@idaholm) <a>June 6, 2025</a></blockquote>'
    const draft = await one(page('').replace('</p>', `</p>${post}`))
    expect(draft.text).toContain('— Ida Holm (@idaholm) June 6, 2025')
    expect(draft.publishedAt).toMatchObject({ value: null, reason: 'no-absolute-date' })
  })

  it('has no address that is none of the web', async () => {
    const draft = await one(page('<link rel="canonical" href="javascript:alert(1)">'))
    expect(draft.sourceUrl).toMatchObject({ value: null, reason: 'not-in-source' })
  })

  it.each([
    ['windows-1252', [0x93, 0x94], '“”'],
    ['iso-8859-2', [0xe8], 'č'],
  ])('is decoded as the %s that it declares', async (charset, bytes, text) => {
    const html = page(`<meta http-equiv="content-type" content="text/html; charset=${charset}">`).replace(
      '<meta charset="utf-8">',
      '',
    )
    const [before, after] = html.replace(/[“”]/gu, '"').split('six days')
    const draft = await one(Buffer.concat([Buffer.from(before!), Buffer.from(bytes), Buffer.from(after!)]))
    expect([draft.source.charset, draft.text.includes(text)]).toEqual([charset, true])
  })
})
