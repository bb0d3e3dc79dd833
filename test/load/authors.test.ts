import { describe, expect, it } from 'vitest'
import { namesOf } from '#/src/load/facts/credit.ts'
import { onePage } from './loaded.ts'

const story = [
  'The harbour of Port Ella reopened on Monday, six days after a storm had closed it to all ships, its master said.',
  'Ferries to the islands will leave at noon again, and the fishing boats, which had waited upriver, may return.',
  'The council will meet on Thursday to decide who pays for the damage, which nobody has counted yet, he added.',
]

/** A page of today: its head, what stands between the headline and the story, and what stands below it. */
const page = (
  head: string,
  line = '',
  below = '',
): string => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta property="og:site_name" content="Harbour News"><title>Harbour reopens after storm | Harbour News</title>${head}</head><body>
<header><a href="/">Harbour News</a></header><main><article><h1>Harbour reopens after storm</h1>${line}
${story.map((each) => `<p>${each}</p>`).join('\n')}${below}</article></main></body></html>`

const data = (author: unknown, more: object = {}): string =>
  `<script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'Harbour reopens after storm',
    publisher: { '@type': 'NewsMediaOrganization', name: 'Harbour News' },
    author,
    ...more,
  })}</script>`
const person = (name: unknown): object => ({ '@type': 'Person', name })
const both = ['Mara Lindqvist', 'Tomas Oyelaran']

describe('the authors of a page', () => {
  it.each<[string, string, string[]]>([
    ['a list of people', page(data([person(both[0]), person(both[1])])), both],
    ['one person with two names', page(data(person(both))), both],
    ['two names in one', page(data(person('Mara Lindqvist and Tomas Oyelaran'))), both],
    ['an ordered list', page(data({ '@list': [person(both[0]), person(both[1])] })), both],
    [
      'given and family name',
      page(data({ '@type': 'Person', givenName: 'Mara', familyName: 'Lindqvist' })),
      [both[0]!],
    ],
    ['“By” in the data', page(data(person('By Mara Lindqvist, Harbour News'))), [both[0]!]],
    [
      'an address as the author',
      page(data('https://harbour.example/people/1'), '<p class="byline">By Mara Lindqvist</p>'),
      [both[0]!],
    ],
    ['an agency alone', page(data({ '@type': 'Organization', name: 'Reuters' })), ['Reuters']],
    [
      'a person and her agency',
      page(data([person('Mara Lindqvist'), { '@type': 'Organization', name: 'Reuters' }])),
      [both[0]!],
    ],
    [
      'a graph whose people stand elsewhere in it',
      page(
        `<script type="application/ld+json">${JSON.stringify({
          '@context': 'https://schema.org',
          '@graph': [
            {
              '@type': 'Article',
              headline: 'Harbour reopens after storm',
              author: { name: 'Mara Lindqvist', '@id': '#p1' },
            },
            { '@type': 'WebPage', name: 'Harbour reopens after storm - Harbour News' },
            { '@type': 'Person', '@id': '#p1', name: 'Mara Lindqvist', description: 'Mara writes on ports.' },
          ],
        })}</script>`,
      ),
      [both[0]!],
    ],
    [
      'the publisher in the data, a person in print',
      page(
        data({ '@type': 'Organization', name: 'Harbour News' }),
        '<div class="article-byline">By Mara Lindqvist</div>',
      ),
      [both[0]!],
    ],
    [
      'a login in the data, a name in print',
      page(data(person('mara.lindqvist')), '<span class="author">Mara Lindqvist</span>'),
      [both[0]!],
    ],
    [
      'one in the data, two in print',
      page(data(person('Mara Lindqvist')), '<div class="byline">By Mara Lindqvist and Tomas Oyelaran</div>'),
      both,
    ],
    ['a meta element', page('<meta name="author" content="Mara Lindqvist, Tomas Oyelaran">'), both],
    [
      'two meta elements',
      page(
        '<meta property="article:author" content="Mara Lindqvist"><meta property="article:author" content="Tomas Oyelaran">',
      ),
      both,
    ],
    [
      'an account of a network, and a name',
      page(
        '<meta property="article:author" content="https://www.facebook.com/harbournews"><meta name="author" content="Mara Lindqvist">',
      ),
      [both[0]!],
    ],
    [
      'a card for links',
      page('<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Mara Lindqvist">'),
      [both[0]!],
    ],
    [
      'two links that say so',
      page(
        '',
        '<div>By <a rel="author" href="/a/1">Mara Lindqvist</a> and <a rel="author" href="/a/2">Tomas Oyelaran</a></div>',
      ),
      both,
    ],
    [
      'an address with where they are',
      page(
        '',
        '<address aria-label="Contributor info"><a rel="author" href="/profile/mara">Mara Lindqvist</a> in Port Ella and <a rel="author" href="/profile/tomas">Tomas Oyelaran</a> in Vell</address>',
      ),
      both,
    ],
    [
      'links to pages of authors',
      page('', '<div class="x1"><span>By </span><a href="/authors/mara-lindqvist">Mara Lindqvist</a></div>'),
      [both[0]!],
    ],
    [
      'a byline that only a test finds',
      page('', '<div class="css-1x2" data-testid="byline-block"><span class="css-7">Mara Lindqvist</span></div>'),
      [both[0]!],
    ],
    [
      'spans that only a style sheet keeps apart',
      page('', '<div class="byline"><span>By</span><span>Mara Lindqvist</span><span>Ports correspondent</span></div>'),
      [both[0]!],
    ],
    [
      'microdata',
      page(
        '',
        '<p itemprop="author" itemscope itemtype="https://schema.org/Person">By <span itemprop="name">Mara Lindqvist</span></p>',
      ),
      [both[0]!],
    ],
    [
      'microdata of two',
      page(
        '',
        '<p itemprop="author">By <span itemprop="name">Mara Lindqvist</span> and <span itemprop="name">Tomas Oyelaran</span></p>',
      ),
      both,
    ],
    [
      'capitals',
      page('', '<p class="byline">By MARA LINDQVIST and TOMAS OYELARAN</p>'),
      ['MARA LINDQVIST', 'TOMAS OYELARAN'],
    ],
    [
      'a job and an agency behind the name',
      page('', '<p class="byline">By Mara Lindqvist, Chief Ports Correspondent, Reuters</p>'),
      [both[0]!],
    ],
    ['a plain line', page('', '<p>By Mara Lindqvist, Tomas Oyelaran | Associated Press</p>'), both],
    [
      'a label, and the name below it',
      page('', '<div class="m1"><span>Written by</span><br><b>Mara Lindqvist</b></div>'),
      [both[0]!],
    ],
    ['a name at the end could be anything', page('', '', '<p><em>Mara Lindqvist</em></p>'), []],
    ['a name beside the day', page('', '<p class="info">15 May 2024 | Mara Lindqvist</p>'), [both[0]!]],
    ['who took the picture is none', page('', '<p>Photo: Tomas Oyelaran</p>'), []],
    [
      'who edited it is none',
      page('', '<p class="byline">By Mara Lindqvist; Editing by Tomas Oyelaran</p>'),
      [both[0]!],
    ],
    [
      'who wrote other articles is none',
      page(
        '',
        '<p class="byline">By Mara Lindqvist</p>',
        '<aside><a rel="author" href="/a/2">Tomas Oyelaran</a></aside>',
      ),
      [both[0]!],
    ],
  ])('%s', async (_, html, authors) => {
    expect((await onePage(html)).byline.value?.authors ?? []).toEqual(authors)
  })

  it.each<[string, Partial<ReturnType<typeof namesOf>>]>([
    ['Von Mara Lindqvist und T. Oyelaran, dpa', { people: ['Mara Lindqvist', 'T. Oyelaran'], houses: ['dpa'] }],
    ['Lindqvist, Mara', { people: ['Mara Lindqvist'] }],
    ['Mara Lindqvist, PhD, Robert Cole, Jr.', { people: ['Mara Lindqvist', 'Robert Cole Jr.'] }],
    ['Par Mara Lindqvist avec AFP', { people: ['Mara Lindqvist'], houses: ['AFP'] }],
    ['Por Mara Lindqvist y Tomas Oyelaran', { people: both }],
    ['Mara Lindqvist in Port Ella and Tomas Oyelaran in Vell', { people: both }],
    ['mara@harbour.example (Mara Lindqvist)', { people: [] }],
    ['Published May 15, 2024', { people: [], words: [], houses: [] }],
    ['admin', { people: [], words: [], houses: [] }],
    ['By Mara Lindqvist Updated 3:04 PM EDT, May 1, 2024', { people: ['Mara Lindqvist'] }],
    ['Mara Lindqvist 15 May 2024 5 min read', { people: ['Mara Lindqvist'] }],
    ['Mara Lindqvist and Tomas Oyelaran May 1, 2024', { people: both }],
    ['Mara Lindqvist Senior Political Correspondent', { people: ['Mara Lindqvist'] }],
    ['Ana de la Cruz Staff Writer, Reuters', { people: ['Ana de la Cruz'], houses: ['Reuters'] }],
    ['By Mara Lindqvist Special to The Harbour News', { people: ['Mara Lindqvist'] }],
    ['Staff Writer', { people: [] }],
    ['Alexa von Heyden', { people: ['Alexa von Heyden'] }],
    ['焦鹏', { people: ['焦鹏'] }],
  ])('namesOf %s', (credit, names) => {
    expect(namesOf(credit)).toMatchObject(names)
  })
})
