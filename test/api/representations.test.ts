import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { A, openApp, shipped, version, withEmoji } from '../helpers/app.ts'
import { at, H, harbour, harbourText } from '../helpers/harbour.ts'
import { recordOf } from '../helpers/record.ts'

const app = await openApp([harbour, shipped])
const published = await openApp([harbour, shipped], { publicUrl: 'https://news.example/api' })
const [waits, , , sum, wait] = harbour.quotes
const Q = `${H}/quotes/${waits!.id}`
const V = `${H}/versions/${harbour.article.version}`

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8'
const annotation = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
const csl = 'application/vnd.citationstyles.csl+json'

describe('one address, many representations', () => {
  it.each([
    [H, undefined, 'application/json'],
    [H, browser, 'text/html; charset=utf-8'],
    [H, '*/*', 'application/json'],
    [H, 'application/ld+json', 'application/ld+json'],
    [H, 'text/html;q=0.5, application/json;q=0.4', 'text/html; charset=utf-8'],
    [H, 'text/html, application/json', 'application/json'],
    [Q, browser, 'text/html; charset=utf-8'],
    [Q, 'application/ld+json', annotation],
    [Q, annotation, annotation],
    [Q, csl, csl],
    [Q, 'text/plain', 'text/plain; charset=utf-8'],
    [`${H}/quotes`, annotation, annotation],
    [`${H}/quotes`, 'text/plain', 'text/plain; charset=utf-8'],
    [`${H}/quotes`, browser, 'application/json'],
    [`${H}?format=ninjs`, undefined, 'application/json'],
    [`${Q}?format=csl`, browser, csl],
  ])('%s with Accept %s is %s', async (url, accept, type) => {
    const { headers, statusCode } = await app.inject({ url, headers: accept ? { accept } : {} })
    expect([statusCode, headers['content-type']]).toEqual([200, type])
  })

  it('says of what was chosen where it has an address of its own', async () => {
    const { headers, body } = await app.inject({ url: `${H}/quotes?kind=scare`, headers: { accept: 'text/csv' } })
    expect(headers['content-location']).toBe(`${H}/quotes.csv?kind=scare`)
    expect((await app.inject(String(headers['content-location']))).body).toBe(body)
    expect((await app.inject(H)).headers['content-location']).toBeUndefined()
  })

  it('names all others, and each is there', async () => {
    for (const url of [H, Q, `${H}/quotes?kind=direct&limit=1&include=evidence`, `${V}/quotes`]) {
      const { headers } = await app.inject(url)
      const links = [...String(headers.link).matchAll(/<([^>]+)>; rel="alternate"; type="([^"]+)"/g)]
      expect(links.length).toBeGreaterThan(2)
      for (const [, href, type] of links) {
        const other = await app.inject(href!)
        expect([href, other.statusCode, String(other.headers['content-type']).split(';')[0]]).toEqual([href, 200, type])
      }
    }
  })

  it('what a path has not is a 406 with what it has', async () => {
    for (const request of [{ url: `${Q}?format=csv` }, { url: Q, headers: { accept: 'image/png' } }]) {
      const { statusCode, json } = await app.inject(request)
      expect([statusCode, json().available]).toEqual([
        406,
        ['application/json', 'application/ld+json', 'text/html', 'text/plain', csl],
      ])
    }
    expect((await app.inject({ url: H, headers: { accept: annotation } })).statusCode).toBe(406)
  })

  it('a path of one representation takes only the parameters that mean something there', async () => {
    expect((await app.inject(`${Q}.csl?offsets=utf8`)).json().errors[0].parameter).toBe('offsets')
    expect((await app.inject(`${H}/quotes.jsonld?kind=scare`)).json().items).toHaveLength(1)
  })

  it('all that is under an article is under its versions', async () => {
    for (const path of ['/quotes.jsonld', '/quotes.text', `/quotes/${waits!.id}.html`, `/quotes/${waits!.id}.csl`])
      expect([path, (await app.inject(V + path)).statusCode]).toEqual([path, 200])
  })
})

describe('Web Annotation', () => {
  const selectors = (annotated: { target: { selector: Record<string, unknown>[] } }) => annotated.target.selector

  it('counts code points, where emoji make that differ', async () => {
    const [quote, position] = selectors((await app.inject(`${Q}.jsonld`)).json())
    const codePoints = [...harbourText]
    expect(position).toMatchObject({ type: 'TextPositionSelector' })
    expect(position!.start).not.toBe(waits!.range.start)
    const words = codePoints.slice(position!.start as number, position!.end as number).join('')
    expect(words).toBe(waits!.text)
    expect(quote).toEqual({
      type: 'TextQuoteSelector',
      exact: waits!.text,
      prefix: 'in Ystad 🇸🇪 walked out again. ',
      suffix: ' Mara Lind, who leads the union,',
    })
    expect(harbourText).toContain(`${quote!.prefix}${quote!.exact}${quote!.suffix}`)
  })

  it('says whose words they are, of the text of one version', async () => {
    const of = async (id: string) => (await published.inject(`${H}/quotes/${id}.jsonld`)).json()
    const at = 'https://news.example/api'
    expect(await of(waits!.id)).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `${at}${V}/quotes/${waits!.id}`,
      type: 'Annotation',
      motivation: 'identifying',
      body: { type: 'SpecificResource', source: `${at}${H}/entities/mara-lind`, purpose: 'identifying' },
      target: { source: `${at}${V}/text` },
      rights: 'https://creativecommons.org/licenses/by/4.0/',
    })
    expect((await of(wait!.id)).body).toEqual({ type: 'TextualBody', value: 'two officials', purpose: 'identifying' })
    expect(await of(sum!.id)).toMatchObject({ motivation: 'highlighting' })
    expect((await of(sum!.id)).body).toBeUndefined()
  })

  it('comes in pages', async () => {
    const first = (await app.inject(`${H}/quotes.jsonld?limit=3`)).json()
    expect(first).toMatchObject({ type: 'AnnotationPage', partOf: { type: 'AnnotationCollection', total: 5 } })
    const second = (await app.inject(first.next)).json()
    expect([first.items.length, second.items.length, second.next]).toEqual([3, 2, undefined])
    const { '@context': _, ...one } = (await app.inject(`${Q}.jsonld`)).json()
    expect(first.items[0]).toEqual(one)
  })
})

describe('CSL-JSON', () => {
  it('cites a quote in its version', async () => {
    expect((await published.inject(`${Q}.csl`)).json()).toEqual({
      id: `https://news.example/api${V}/quotes/${waits!.id}`,
      type: 'article-newspaper',
      title: harbour.article.title,
      author: [{ literal: 'Ida Møller' }],
      section: 'Ports',
      abstract: 'Dockers reject a late offer.',
      keyword: 'strikes, Ystad',
      'container-title': 'Quay Post',
      issued: { 'date-parts': [[2026, 11, 2]] },
      language: 'en',
      URL: `https://news.example/api${V}/quotes/${waits!.id}`,
      version: harbour.article.version,
      custom: { quote: waits!.text, speaker: 'Mara Lind', source: 'https://quay.example/harbour-strike' },
    })
  })

  it('has no date when none is known', async () => {
    const item = (await app.inject({ url: `${A}/quotes/6147c18f`, headers: { accept: csl } })).json()
    expect(item).toMatchObject({
      author: [{ literal: 'Iman Muttaqin Yusof' }],
      'container-title': 'BenarNews',
      URL: `${A}/versions/${version}/quotes/6147c18f`,
    })
    expect(item).not.toHaveProperty('issued')
  })
})

describe('schema.org', () => {
  it('is a NewsArticle with what is known, and nothing that is not', async () => {
    const article = (await published.inject(`${H}.jsonld`)).json()
    expect(article).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      '@id': `https://news.example/api${V}`,
      headline: harbour.article.title,
      author: [{ '@type': 'Person', name: 'Ida Møller' }],
      publisher: { '@type': 'Organization', name: 'Quay Post' },
      datePublished: '2026-11-02T08:30:00+01:00',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      wordCount: 61,
      description: 'Dockers reject a late offer.',
      articleSection: 'Ports',
      keywords: ['strikes', 'Ystad'],
      image: {
        '@type': 'ImageObject',
        url: 'https://quay.example/i/gate.jpg',
        caption: 'Lorries wait at the gate.',
        creditText: 'Ana Ruiz/Quay Photo',
      },
      isAccessibleForFree: true,
    })
    expect(article.articleBody).toContain(waits!.text)
    expect(article.mentions).toContainEqual(expect.objectContaining({ '@type': 'Place', name: 'Ystad' }))
    expect(article.hasPart.map(({ text }: { text: string }) => text)).not.toContain(sum!.text)
    expect(article.hasPart[0]).toMatchObject({ '@type': 'Quotation', spokenByCharacter: { name: 'Mara Lind' } })
    expect(JSON.stringify(article)).not.toContain('null')
    expect((await app.inject(`${A}.jsonld`)).json()).not.toHaveProperty('datePublished')
  })
})

describe('ninjs 3.1', () => {
  const samples = join(import.meta.dirname, '../../../shared/corpora/formats/iptc-samples.tar.gz')

  it('names its schema, because its media type does not', async () => {
    const schema = 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#'
    expect((await app.inject(`${H}.ninjs`)).headers.link).toContain(`<${schema}>; rel="profile"`)
    expect((await app.inject(H)).headers.link).toContain(`type="application/json"; profile="${schema}"`)
  })

  it('says what is known, and has no nulls', async () => {
    const article = (await published.inject(`${H}.ninjs`)).json()
    expect(article).toMatchObject({
      uri: `https://news.example/api${V}`,
      standard: { name: 'ninjs', version: '3.1' },
      type: 'text',
      headlines: [{ role: 'main', value: harbour.article.title }],
      by: 'By Ida Møller',
      firstCreated: '2026-11-02T08:30:00+01:00',
      people: [{ name: 'Mara Lind' }, { name: 'Bo Olsen' }],
      places: [{ name: 'Ystad' }],
      descriptions: [{ role: 'summary', value: 'Dockers reject a late offer.' }],
      subjects: [
        { name: 'Ports', rel: 'section' },
        { name: 'strikes', rel: 'keyword' },
        { name: 'Ystad', rel: 'keyword' },
      ],
      associations: [
        { name: 'leadImage', uri: 'https://quay.example/i/gate.jpg', type: 'picture', by: 'Ana Ruiz/Quay Photo' },
      ],
    })
    expect(JSON.stringify(article)).not.toContain('null')
  })

  it.skipIf(!existsSync(samples))('is valid under the schema of the IPTC', async () => {
    const file = 'ninjs/specification/ninjs-schema_3.1.json'
    const schema = JSON.parse(execFileSync('tar', ['-xzOf', samples, file], { encoding: 'utf8' }))
    const formats = { uri: /^[a-z][a-z0-9+.-]*:\S+$/i, 'date-time': /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/ }
    const ajv = new Ajv2020({ strict: false, allErrors: true, formats })
    ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json' })
    const isValid = ajv.compile(schema)
    await using all = await openApp([harbour, shipped, withEmoji, recordOf({ title: null })])
    const { items } = (await all.inject('/v1/articles')).json()
    for (const { links } of items) {
      for (const service of [all, published]) {
        const answer = await service.inject(`${links.self}.ninjs`)
        if (answer.statusCode === 404) continue
        isValid(answer.json())
        expect([links.self, isValid.errors]).toEqual([links.self, null])
      }
    }
    expect(isValid({ uri: 'x', colour: 'red' })).toBe(false)
  })
})

describe('pages', () => {
  it('have the whole text, with every quote in its place', async () => {
    const { body } = await app.inject(`${H}.html`)
    const article = body.slice(body.indexOf('<article>'), body.indexOf('</article>'))
    const plain = article
      .replace(/<[^>]+>/g, '')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
    expect(plain.trim().split('\n')).toEqual(harbourText.split('\n\n'))
    for (const { id, text } of harbour.quotes) {
      const [, words] = new RegExp(`<(?:q|span) id="q-${id}"[^>]*>(.*?)</(?:q|span)>`).exec(article)!
      expect(words).toBe(text)
      expect(body.split(`id="q-${id}"`)).toHaveLength(2)
      expect(body).toContain(`href="#q-${id}"`)
    }
  })

  it('put a quote into the statement that holds it, and cut one that runs on', async () => {
    const statement = { start: at('Bo Olsen').range.start, end: at('“a bold but very late plan”').range.end }
    const outer = {
      ...harbour.quotes[2]!,
      id: 'outer',
      kind: 'indirect' as const,
      range: { ...statement, unit: 'utf16' as const },
    }
    const over = {
      ...waits!,
      id: 'over',
      range: { ...waits!.range, start: waits!.range.end - 3, end: waits!.range.end + 5 },
    }
    await using nested = await openApp([{ ...harbour, quotes: [outer, harbour.quotes[2]!, waits!, over] }])
    const { body } = await nested.inject(`${H}.html`)
    expect(body).toMatch(
      /<span id="q-outer" class="indirect" title="Bo Olsen">Bo Olsen said the offer was <q id="q-\w{8}"/,
    )
    expect(body).toMatch(/<span id="q-outer"|<q id="q-over"[^>]*>🙂?,?”<\/q><\/q> Mara/)
    expect(body.match(/<q /g)!.length).toBe(body.match(/<\/q>/g)!.length)
  })

  it('a quote stands in its paragraph, with speaker, evidence and rights', async () => {
    const { body, headers } = await app.inject({ url: `${A}/quotes/6147c18f`, headers: { accept: browser } })
    for (const words of ['id="q-6147c18f"', 'Julia Roknifard', 'told BenarNews.', 'cue “told”', 'Copyright BenarNews.'])
      expect(body).toContain(words)
    expect(headers['content-security-policy']).not.toMatch(/unsafe|script-src/)
  })

  it('are safe, whatever an article holds', async () => {
    const evil = '“<script>alert(1)</script> & "\' \u202Eevil,” <b onclick=x>he</b> said.'
    const record = recordOf({ title: evil, text: evil, sourceUrl: 'javascript:alert(1)' })
    const hostile = {
      ...record,
      article: {
        ...record.article,
        id: 'evil',
        language: 'en"><script>',
        rights: { ...record.article.rights, license: 'javascript:alert(2)', notice: '<i>' },
      },
      quotes: [
        {
          ...record.quotes[0]!,
          speaker: {
            entityId: null,
            name: null,
            description: '"><script>',
            mention: { text: '"><script>', range: record.quotes[0]!.range },
            role: null,
          },
        },
      ],
    }
    await using unsafe = await openApp([hostile])
    for (const url of ['/v1/articles/evil.html', `/v1/articles/evil/quotes/${record.quotes[0]!.id}.html`]) {
      const { body, statusCode } = await unsafe.inject(url)
      expect(statusCode).toBe(200)
      expect(body).not.toMatch(/<script|<b |<i>|href="javascript|onclick="|lang="en"></)
      expect(body).toMatch(/<(?:q|p|h1|blockquote|bdi)[^>]*>[^<]*\u202E/)
    }
  })

  it('a browser gets its problem as a page, with the same status', async () => {
    const answer = await app.inject({ url: `${A}/quotes?speeker=%3Cscript%3E`, headers: { accept: browser } })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8'])
    expect(answer.body).toContain('did you mean <code>speaker</code>')
    expect(answer.body).not.toContain('<script')
    expect(answer.headers['cache-control']).toBe('no-store')
  })
})

describe('plain text', () => {
  it('is a quote to be pasted, with its source', async () => {
    expect((await published.inject(`${Q}.text`)).body).toBe(
      `${waits!.text}\n— Mara Lind\n${harbour.article.title}, Quay Post\nhttps://news.example/api${V}/quotes/${waits!.id}\n`,
    )
    expect((await app.inject(`${H}/quotes.text?kind=scare`)).body).toMatch(/^“=SUM\(1\)”\nHarbour/)
  })
})
