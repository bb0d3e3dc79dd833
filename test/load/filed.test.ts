import { describe, expect, it } from 'vitest'
import type { Draft } from '#/src/load/draft.ts'
import { load } from '#/src/load/load.ts'
import { onePage } from './loaded.ts'

const one = async (content: string): Promise<Draft> => {
  for await (const draft of load({ path: 'saved', bytes: Buffer.from(content) })) return draft as Draft
  throw new Error('no article')
}

const story = ['The harbour of Port Ella is open again.', 'Ferries leave at noon, said Mara Lindqvist.']
const html = story.map((line) => `<p>${line}</p>`).join('')
const caption = 'Ferries wait at the quay.'
const credit = 'Ida Brandt'
const url = 'https://harbour.example/i/quay.jpg'

/** How it is filed, in one line: summary, section, keywords, picture, access; nothing where it is not stated. */
const told = ({ standfirst, section, keywords, image, access }: Draft): string => {
  const { url: at, caption: below, credit: by, alt } = image.value ?? {}
  return [standfirst.value, section.value, keywords.value?.join('/'), at, below, by, alt, access.value].join(' | ')
}
const all = `It was shut for six days. | Ports | storms/ferries | ${url} | ${caption} | ${credit} |  | `

const ninjs = (item: object) =>
  JSON.stringify({ uri: 'https://harbour.example/1', versioncreated: '2024-05-15T09:30:00Z', ...item })

describe('how an article is filed, in every format that says so', () => {
  it.each<[string, string, string]>([
    [
      'schema.org JSON-LD',
      JSON.stringify({
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: 'Harbour reopens',
        description: 'It was shut for six days.',
        articleSection: ['Ports', 'Weather'],
        keywords: 'storms, ferries',
        image: { '@type': 'ImageObject', url, caption, creditText: credit },
        isAccessibleForFree: true,
        articleBody: story.join('\n'),
      }),
      `${all}free`,
    ],
    [
      'ninjs 1',
      ninjs({
        headline: 'Harbour reopens',
        description_text: 'It was shut for six days.',
        body_xhtml: html,
        subject: [{ name: 'storms' }, { name: 'ferries' }],
        associations: {
          main: {
            type: 'picture',
            description_text: caption,
            byline: credit,
            renditions: { small: { href: `${url}?s`, width: 100 }, large: { href: url, width: 900 } },
          },
        },
      }),
      all.replace('Ports', ''),
    ],
    [
      'ninjs 3',
      ninjs({
        headlines: [{ value: 'Harbour reopens' }],
        descriptions: [{ role: 'summary', value: 'It was shut for six days.' }],
        bodies: [{ contentType: 'text/html', value: html }],
        subjects: [{ name: 'storms' }, { name: 'ferries' }],
        associations: [
          {
            name: 'main',
            type: 'picture',
            descriptions: [{ value: caption }],
            by: credit,
            renditions: [{ name: 'web', href: url, contentType: 'image/jpeg' }],
          },
        ],
      }),
      all.replace('Ports', ''),
    ],
    [
      'NewsML-G2 with NITF',
      `<newsItem><itemMeta><versionCreated>2024-05-15T09:30:00Z</versionCreated></itemMeta><contentMeta><headline>Harbour reopens</headline>
<description>It was shut for six days.</description><subject><name>storms</name></subject><keyword>ferries</keyword></contentMeta><contentSet><inlineXML><nitf><head><pubdata position.section="Ports"/></head>
<body><body.content>${html}<media media-type="image"><media-reference source="${url}"/><media-caption>${caption}</media-caption><media-producer>${credit}</media-producer></media></body.content></body></nitf></inlineXML></contentSet></newsItem>`,
      all.replace('storms/ferries', 'ferries/storms'),
    ],
    [
      'NITF',
      `<nitf><head><docdata><key-list><keyword key="storms"/><keyword key="ferries"/></key-list></docdata><pubdata position.section="Ports"/></head><body><body.head><hedline><hl1>Harbour reopens</hl1></hedline>
<abstract>It was shut for six days.</abstract></body.head><body.content>${html}<media media-type="image"><media-reference source="${url}"/><media-caption>${caption}</media-caption><media-producer>${credit}</media-producer></media></body.content></body></nitf>`,
      all,
    ],
    [
      'RSS',
      `<rss version="2.0" xmlns:media="m" xmlns:content="c"><channel><title>Harbour News</title><item><title>Harbour reopens</title><category>storms</category><category>ferries</category>
<description>It was shut for six days.</description><content:encoded><![CDATA[${html}]]></content:encoded><media:content url="${url}" medium="image"><media:description>${caption}</media:description><media:credit>${credit}</media:credit></media:content></item></channel></rss>`,
      all.replace('Ports', ''),
    ],
    [
      'RSS without the whole text',
      `<rss version="2.0"><channel><title>Harbour News</title><item><title>Harbour reopens</title><description>${story[0]}</description><enclosure url="${url}" type="image/jpeg" length="1"/></item></channel></rss>`,
      ` |  |  | ${url} |  |  |  | `,
    ],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Harbour reopens</title><category term="storms"/><category term="f" label="ferries"/><summary>It was shut for six days.</summary><content type="html">${html.replaceAll('<', '&lt;')}</content><link rel="enclosure" type="image/jpeg" href="${url}"/></entry></feed>`,
      `It was shut for six days. |  | storms/ferries | ${url} |  |  |  | `,
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        items: [
          {
            id: 1,
            title: 'Harbour reopens',
            summary: 'It was shut for six days.',
            content_html: html,
            tags: ['storms', 'ferries'],
            image: url,
          },
        ],
      }),
      `It was shut for six days. |  | storms/ferries | ${url} |  |  |  | `,
    ],
    [
      'Markdown',
      `---\ntitle: Harbour reopens\ndescription: It was shut for six days.\nsection: Ports\ntags: [storms, ferries]\nimage:\n  url: ${url}\n  caption: ${caption}\n  credit: ${credit}\n---\n\n${story.join('\n\n')}\n`,
      all,
    ],
    [
      'a mail',
      `From: Ida <ida@harbour.example>\r\nSubject: Harbour reopens\r\nKeywords: storms, ferries\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${story.join('\r\n\r\n')}\r\n`,
      ' |  | storms/ferries |  |  |  |  | ',
    ],
    ['plain text', `Harbour reopens\n\n${story.join('\n\n')}\n`, ' |  |  |  |  |  |  | '],
  ])('%s', async (_, content, line) => {
    expect(told(await one(content))).toBe(line)
  })
})

const page = (head: string, figure = ''): string => `<!doctype html><html lang="en"><head><title>Harbour reopens</title>
<link rel="canonical" href="https://harbour.example/reopens">${head}</head><body><article><h1>Harbour reopens</h1>${figure}${html}</article></body></html>`

describe('how a page says it is filed', () => {
  it.each<[string, string, string, string]>([
    [
      'cards for links',
      `<meta property="og:description" content="It was shut for six days."><meta property="article:section" content="Ports"><meta property="article:tag" content="storms"><meta property="article:tag" content="ferries"><meta property="og:image" content="${url}"><meta property="og:image:alt" content="A quay"><meta property="article:content_tier" content="metered">`,
      '',
      `It was shut for six days. | Ports | storms/ferries | ${url} |  |  | A quay | metered`,
    ],
    [
      'microdata',
      '',
      `<div itemprop="description">It was shut for six days.</div><a itemprop="articleSection" href="/ports">Ports</a><meta itemprop="keywords" content="storms, ferries"><meta itemprop="isAccessibleForFree" content="false"><div itemprop="image" itemscope><img itemprop="url" src="/i/quay.jpg" alt=""></div>`,
      `It was shut for six days. | Ports | storms/ferries | ${url} |  |  |  | paid`,
    ],
    [
      'a figure below the headline',
      '',
      `<figure><img src="/i/quay.jpg" alt="A quay"><figcaption>${caption} Photo: ${credit}</figcaption></figure>`,
      ` |  |  | ${url} | ${caption} | ${credit} | A quay | `,
    ],
    [
      'a card, and the same picture smaller in a figure',
      `<meta property="og:image" content="https://cdn.example/quay-1200x630.jpg?q=80">`,
      `<figure><img src="/i/quay-640x480.jpg" alt="A quay"><figcaption><span>${caption}</span> <span class="credit">${credit}</span></figcaption></figure>`,
      ` |  |  | https://cdn.example/quay-1200x630.jpg?q=80 | ${caption} | ${credit} | A quay | `,
    ],
    [
      'a card, and another picture in a figure',
      `<meta property="og:image" content="https://cdn.example/logo.png">`,
      `<figure><img src="/i/quay.jpg" alt="A quay"><figcaption>${caption}</figcaption></figure>`,
      ' |  |  | https://cdn.example/logo.png |  |  |  | ',
    ],
    [
      'data whose parts only are for those who pay',
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Harbour reopens', isAccessibleForFree: 'False', hasPart: { '@type': 'WebPageElement', isAccessibleForFree: 'False' } })}</script>`,
      '',
      ' |  |  |  |  |  |  | paid',
    ],
    [
      'a picture that is none of the web',
      '<meta property="og:image" content="javascript:alert(1)">',
      '<figure><img src="data:image/png;base64,AA"></figure>',
      ' |  |  |  |  |  |  | ',
    ],
    [
      'links to what else is filed so',
      '',
      '<a rel="tag" href="/t/1">storms</a> <a rel="category tag" href="/c/1">Ports</a>',
      ' |  | storms |  |  |  |  | ',
    ],
  ])('%s', async (_, head, figure, line) => {
    expect(told(await onePage(page(head, figure)))).toBe(line)
  })

  it('keeps what the taken value beat', async () => {
    const draft = await onePage(
      page(
        '<meta property="og:description" content="Shut for six days."><meta name="description" content="News from the quay.">',
      ),
    )
    expect(draft.standfirst).toMatchObject({
      value: 'Shut for six days.',
      from: 'og',
      conflicts: [{ from: 'meta', value: 'News from the quay.' }],
    })
  })
})
