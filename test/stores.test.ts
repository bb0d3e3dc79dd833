import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import { once } from 'node:events'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { ArticleRecord } from '#/schemas/record.ts'
import { applicationId } from '#/src/store/sqlite/header.ts'
import { openArchive } from '#/src/store/sqlite/open.ts'
import { openSqlite } from '#/src/store/sqlite/sqlite.ts'
import type { ArticleHit, Filter, Found, Key, Kind, Query, Sorts, Store } from '#/src/store/store.ts'
import { newsroom, numbers } from './helpers/newsroom.ts'
import { differences, fill, questions } from './helpers/random-queries.ts'
import { recordOf, storyOf } from './helpers/record.ts'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'verbatim-stores-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const newFile = () => join(folder, `${++files}.sqlite`)

behavesAsStore('SQLite in memory', async () => openSqlite())
behavesAsStore('SQLite in a file', async () => openSqlite(newFile()))

/** What every store keeps, whatever its engine. `open` gives an empty one. */
function behavesAsStore(name: string, open: () => Promise<Store>) {
  /** A store that is closed when the promise has been kept, or not. */
  const promise = (what: string, keep: (store: Store) => Promise<void>) =>
    it(what, async () => {
      const store = await open()
      try {
        await keep(store)
      } finally {
        await store.close()
      }
    })

  describe(name, () => {
    promise('gives back what was put, to the last member', async (store) => {
      const record = recordOf()
      expect(await store.put(record)).toEqual({ id: 'a-title', status: 'created' })
      expect(await store.get('a-title')).toEqual(record)
      expect(ArticleRecord.parse(await store.get('a-title'))).toEqual(record)
    })

    promise('knows nothing of what was not put', async (store) => {
      await store.put(recordOf())
      expect(await store.get('another-title')).toBeNull()
      expect(await store.get('a-title', '000000000000')).toBeNull()
      expect(await store.head('another-title')).toBeNull()
      expect(await store.versions('another-title')).toEqual([])
    })

    promise('says that the same again is unchanged, and changes nothing', async (store) => {
      await store.put(recordOf())
      const [generation, head] = [await store.generation(), await store.head('a-title')]
      expect(await store.put(recordOf())).toEqual({ id: 'a-title', status: 'unchanged' })
      expect(await store.generation()).toBe(generation)
      expect(await store.head('a-title')).toEqual(head)
    })

    promise('reads a copy of a file again, too, when the file could not be read as it changed', async (store) => {
      const finish = (path: string, digest: string | null) =>
        store.finish({ path, digest, reader: 'one', refusals: [] })
      const isKnown = async (path: string) => (await store.finished(path, 'one')) !== null
      for (const path of ['1.txt', '2.txt']) await finish(path, '00')
      await finish('1.txt', null)
      expect([await isKnown('1.txt'), await isKnown('2.txt')]).toEqual([false, false])
      await finish('2.txt', '00')
      await finish('1.txt', '01')
      expect([await isKnown('1.txt'), await isKnown('2.txt')]).toEqual([true, false])
    })

    promise('reads a copy of a file again once the file has changed', async (store) => {
      const finish = (path: string, digest: string) => store.finish({ path, digest, reader: 'one', refusals: [] })
      for (const path of ['1.txt', '2.txt']) await finish(path, '00')
      await finish('3.txt', '03')
      await finish('1.txt', '01')
      const known = await Promise.all(['1.txt', '2.txt', '3.txt'].map((path) => store.finished(path, 'one')))
      expect(known.map((each) => each?.digest)).toEqual(['01', undefined, '03'])
    })

    promise('keeps every text of an article as a version, the newest first', async (store) => {
      const [first, second] = [recordOf({ text: '“Yes,” he said.' }), recordOf({ text: '“No,” he said.' })]
      await store.put(first)
      expect(await store.put(second)).toEqual({ id: 'a-title', status: 'replaced' })
      expect(await store.get('a-title')).toEqual(second)
      expect(await store.get('a-title', first.article.version)).toEqual(first)
      const versions = (await store.versions('a-title')).map(({ version }) => version)
      expect(versions).toEqual([second.article.version, first.article.version])
    })

    promise('makes an older text the newest again when it comes again', async (store) => {
      const [first, second] = [recordOf({ text: 'One.' }), recordOf({ text: 'Two.' })]
      for (const record of [first, second, first]) await store.put(record)
      expect(await store.get('a-title')).toEqual(first)
      expect(await store.versions('a-title')).toHaveLength(2)
      expect((await store.versions('a-title'))[0]?.version).toBe(first.article.version)
    })

    promise('takes what a better extractor found in the same text, in the same version', async (store) => {
      await store.put(recordOf({ extractor: 'rules-1' }))
      expect(await store.put(recordOf({ extractor: 'rules-2' }))).toMatchObject({ status: 'replaced' })
      expect((await store.versions('a-title')).map(({ extractor }) => extractor)).toEqual(['rules-2'])
      expect((await store.get('a-title'))?.quotes[0]?.attribution.extractor).toBe('rules-2')
    })

    promise('keeps the id of an article whose title changes', async (store) => {
      await store.put(recordOf({ title: 'A title' }))
      expect(await store.put(recordOf({ title: 'Another title', text: 'New.' }))).toMatchObject({ id: 'a-title' })
      expect((await store.get('a-title'))?.article).toMatchObject({ id: 'a-title', title: 'Another title' })
    })

    promise('tells sources apart by their URL, and by their path when they have none', async (store) => {
      await store.put(recordOf({ path: 'a.html', sourceUrl: 'https://news.example/1' }))
      const later = { publishedAt: '2024-05-14', text: 'New.' }
      const moved = recordOf({ path: 'b.html', sourceUrl: 'https://news.example/1', ...later })
      expect(await store.put(moved)).toEqual({ id: 'a-title', status: 'replaced' })
      const other = recordOf({ path: 'b.html', sourceUrl: 'https://news.example/2' })
      expect((await store.put(other)).status).toBe('created')
    })

    promise('stores a file and its copy once', async (store) => {
      await store.put(recordOf({ path: 'a.txt' }))
      expect(await store.put(recordOf({ path: 'copy of a.txt' }))).toEqual({ id: 'a-title', status: 'unchanged' })
      expect((await store.size()).articles).toBe(1)
    })

    promise('takes what a better extractor found in a file that has another name now', async (store) => {
      const sourceUrl = 'https://news.example/1'
      for (const [before, after] of [
        [recordOf({ path: 'a.txt' }), recordOf({ path: 'moved/a.txt', extractor: 'rules-2' })],
        [
          recordOf({ path: 'b.html', title: 'b', sourceUrl, text: '“B”' }),
          recordOf({ path: 'moved/b.html', title: 'b', sourceUrl, text: '“B”', extractor: 'rules-2' }),
        ],
      ] as const) {
        const { id } = await store.put(before)
        expect(await store.put(after)).toEqual({ id, status: 'replaced' })
        expect((await store.head(id))?.extractor).toBe('rules-2')
        expect(await store.put(after)).toEqual({ id, status: 'unchanged' })
        expect((await store.put({ ...after, source: before.source })).status).toBe('unchanged')
      }
      expect((await store.size()).articles).toBe(2)
      const edited = recordOf({ path: 'a.txt', text: '“No,” he said.' })
      expect(await store.put(edited)).toEqual({ id: 'a-title', status: 'replaced' })
    })

    it('takes the same of several files with one address for the article, in any order', async () => {
      const sourceUrl = 'https://news.example/1'
      const file = (path: string, text: string, publishedAt: string | null) =>
        recordOf({ path, text, publishedAt, sourceUrl })
      const files = [
        file('monday.html', 'Old.', '2024-05-13'),
        file('tuesday.html', 'New.', '2024-05-14T10:00:00Z'),
        file('also-tuesday.html', 'Other.', '2024-05-14T12:00:00+02:00'),
        file('undated.html', 'Undated.', null),
        recordOf({ path: 'other.html', title: 'Another title', text: 'Else.' }),
      ]
      const results = new Set<string>()
      const lost = new Set<string>()
      for (let round = 0; round < 100; round++) {
        const store = await open()
        for (const record of shuffled(files, round)) {
          const { conflict } = await store.put(record)
          if (conflict) lost.add(JSON.stringify(conflict))
        }
        const versions = (await store.versions('a-title')).map(({ version }) => version)
        results.add(
          JSON.stringify([await store.get('a-title'), versions[0], versions.sort(), await store.generation()]),
        )
        for (const record of files) expect((await store.put(record)).status).toMatch(/^(unchanged|older)$/)
        expect((await store.versions('a-title')).map(({ version }) => version).sort()).toEqual(versions)
        await store.close()
      }
      expect(results.size).toBe(1)
      expect([...lost]).toHaveLength(1)
      expect([...lost][0]).toMatch(/tuesday.html.*tuesday.html/)
    }, 120_000)

    promise('replaces what a file held with what it holds now, whatever its date says', async (store) => {
      const sourceUrl = 'https://news.example/1'
      await store.put(recordOf({ sourceUrl, publishedAt: '2024-05-14', text: 'Old.' }))
      const changed = recordOf({ sourceUrl, publishedAt: '2024-05-13', text: 'New.' })
      expect(await store.put(changed)).toEqual({ id: 'a-title', status: 'replaced' })
    })

    promise('remembers the inputs that were read to their end, by who read them', async (store) => {
      const digests = async () =>
        Promise.all(['one', 'two'].map(async (reader) => (await store.finished('a.txt', reader))?.digest))
      expect(await digests()).toEqual([undefined, undefined])
      await store.finish({ path: 'a.txt', digest: '00', reader: 'one', refusals: [] })
      expect(await digests()).toEqual(['00', undefined])
      await store.finish({ path: 'a.txt', digest: '01', reader: 'two', refusals: [] })
      expect(await digests()).toEqual([undefined, '01'])
      await store.finish({ path: 'a.txt', digest: null, reader: 'two', refusals: [] })
      expect(await digests()).toEqual([undefined, undefined])
    })

    promise('remembers what was refused until its input is read again', async (store) => {
      const empty = { code: 'EMPTY', detail: 'The file is empty.', outcome: 'rejected' } as const
      const gone = { code: 'ENOENT', detail: 'There is no such file.', outcome: 'failed' } as const
      await store.finish({ path: 'b.txt', digest: '00', reader: 'one', refusals: [empty, { ...empty, detail: 'x' }] })
      await store.refuse('a.txt', gone)
      await store.refuse('a.txt', gone)
      const all = await store.refused(null, 9)
      expect(all.map(({ refusedAt, ...each }) => each)).toEqual([
        { path: 'a.txt', ...gone },
        { path: 'b.txt', ...empty },
        { path: 'b.txt', ...empty, detail: 'x' },
      ])
      expect(await store.refused(all[0]!, 1)).toEqual([all[1]])
      expect((await store.finished('b.txt', 'one'))?.refusals).toEqual([empty, { ...empty, detail: 'x' }])
      await store.finish({ path: 'b.txt', digest: '01', reader: 'one', refusals: [] })
      expect((await store.refused(null, 9)).map(({ path }) => path)).toEqual(['a.txt'])
    })

    promise('keeps the others when one of many that are written at once cannot be', async (store) => {
      const texts = ['One.', 'x\ud83d', 'Two.']
      const all = await Promise.allSettled(texts.map((text) => store.put(recordOf({ title: text, path: text, text }))))
      expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect(await store.ids(9)).toEqual(['one', 'two'])
    })

    it('gives another source with the same title an id of its own, the same in any order', async () => {
      const paths = ['a.txt', 'b.txt', 'c.txt', 'd.txt']
      const idsByPath = new Map(paths.map((path) => [path, new Set<string>()]))
      for (const order of [paths, paths.toReversed(), ['c.txt', 'a.txt', 'd.txt', 'b.txt']]) {
        const store = await open()
        const ids: string[] = []
        for (const path of order) ids.push((await store.put(recordOf({ path, text: `“${path}”` }))).id)
        await store.close()
        expect(ids[0]).toBe('a-title')
        order.slice(1).forEach((path, at) => {
          idsByPath.get(path)?.add(ids[at + 1]!)
        })
      }
      for (const ids of idsByPath.values()) {
        expect(ids.size).toBe(1)
        expect([...ids][0]).toMatch(/^a-title-[0-9a-f]{4}$/)
      }
    })

    promise('lists by title as people read it, untitled ones last', async (store) => {
      const titles = ['zebra', 'Élan vital', null, 'elan', 'Zürich', 'ＥＬＡＮ vital too', '10 years on']
      for (const title of titles) await store.put(recordOf({ title, path: `${title}`, text: `“${title}”` }))
      expect((await wholeList(store, 'title', 100)).map(({ title }) => title)).toEqual([
        '10 years on',
        'elan',
        'Élan vital',
        'ＥＬＡＮ vital too',
        'zebra',
        'Zürich',
        null,
      ])
    })

    promise('lists the latest first, whatever the zone and the precision, undated ones last', async (store) => {
      const dates = [
        null,
        '2024',
        '2024-05-14T08:10:00+08:00',
        '2024-05-14T00:30:00Z',
        '2024-05-14',
        '2023-12-31T23:59:59',
        'Tuesday',
      ]
      for (const publishedAt of dates)
        await store.put(recordOf({ publishedAt, path: `${publishedAt}`, text: `“${publishedAt}”` }))
      expect((await wholeList(store, '-publishedAt', 100)).map(({ publishedAt }) => publishedAt)).toEqual([
        '2024-05-14T00:30:00Z',
        '2024-05-14T08:10:00+08:00',
        '2024-05-14',
        '2024',
        '2023-12-31T23:59:59',
        null,
        'Tuesday',
      ])
    })

    it('gives the whole list in pages of any size, each article once, and says how many there are', async () => {
      const articles = fc.array(
        fc.record({
          title: fc.option(fc.string({ unit: 'grapheme' })),
          publishedAt: fc.option(fc.constantFrom('2024', '2023-05-05', '1999-01-01T00:00:00Z')),
        }),
        { maxLength: 12 },
      )
      await fc.assert(
        fc.asyncProperty(
          articles,
          fc.integer({ min: 1, max: 5 }),
          fc.constantFrom<Sorts['articles']>('title', '-publishedAt'),
          async (told, limit, sort) => {
            const store = await open()
            for (const [at, one] of told.entries())
              await store.put(recordOf({ ...one, path: `${at}`, text: `“${at}”` }))
            const { items, total, next } = await store.list('articles', { filter: {}, sort, after: null, limit: 100 })
            const all = items.map(({ article }) => article)
            expect([all.length, total, next]).toEqual([told.length, told.length, null])
            expect(await wholeList(store, sort, limit)).toEqual(all)
            await store.close()
          },
        ),
        { numRuns: 15 },
      )
    })

    promise('shows in a list what the article says of itself', async (store) => {
      await store.put(recordOf({ text: 'Old.' }))
      await store.put(recordOf({ text: 'New.' }))
      expect(await wholeList(store, 'title', 9)).toEqual([recordOf({ text: 'New.' }).article])
    })

    promise('knows its ids, in order, as many as asked for', async (store) => {
      for (const title of ['C', 'a', 'B']) await store.put(recordOf({ title, path: title, text: `“${title}”` }))
      expect(await store.ids(9)).toEqual(['a', 'b', 'c'])
      expect(await store.ids(2)).toEqual(['a', 'b'])
    })

    promise('knows the ids next to another, whether that is one of them or not', async (store) => {
      for (const title of ['a', 'b', 'c', 'd', 'e'])
        await store.put(recordOf({ title, path: title, text: `“${title}”` }))
      expect(await store.ids(1, 'cc')).toEqual(['c', 'd'])
      expect(await store.ids(2, 'c')).toEqual(['a', 'b', 'c', 'd'])
      expect(await store.ids(9, 'z')).toEqual(['a', 'b', 'c', 'd', 'e'])
    })

    promise('has a new generation after each change', async (store) => {
      const seen = new Set([await store.generation()])
      for (const text of ['One.', 'Two.', 'Three.']) {
        await store.put(recordOf({ text }))
        seen.add(await store.generation())
      }
      await store.put(recordOf({ title: 'Another title', path: 'b.txt', text: 'Four.' }))
      expect(seen.add(await store.generation()).size).toBe(5)
    })

    it('has the same generation as a store that holds the same, in whatever order it came', async () => {
      const records = ['a', 'b', 'c'].map((title) => recordOf({ title, path: title, text: `“${title}”` }))
      const generations = []
      for (const order of [records, records.toReversed()]) {
        const store = await open()
        for (const record of order) await store.put(record)
        generations.push(await store.generation())
        await store.close()
      }
      expect(generations[0]).toBe(generations[1])
    })

    promise('answers random questions as a plain list would, with the same totals and facets', async (store) => {
      const records = await fill(store, 1, 60)
      const question = questions(records, 2)
      for (let n = 0; n < 300; n++) expect(await differences(store, records, question())).toEqual([])
    })

    it('shows the same entities and speakers whatever came first, and whatever was replaced on the way', async () => {
      const world = newsroom({ seed: 4, people: 8, places: 4, words: 60, quotes: 3, paragraphWords: 8 })
      const types = ['person', 'organization', 'place'] as const
      const random = numbers(9)
      const told = (n: number, version: number) => {
        const record = world(n, version)
        const entities = record.entities.map((entity) => {
          const name =
            random() < 0.3 ? `${entity.name} of Ystad` : random() < 0.3 ? entity.name.toUpperCase() : entity.name
          const type = entity.identifiers.wikidata ? types[Math.floor(random() * 3)]! : entity.type
          return { ...entity, name, type }
        })
        return { ...record, entities }
      }
      const newest = Array.from({ length: 12 }, (_, n) => told(n, 1))
      const older = Array.from({ length: 12 }, (_, n) => told(n, 0))
      const shownIn = async (order: readonly ArticleRecord[]) => {
        const store = await open()
        for (const record of order) await store.put(record)
        const shown = [await store.list('entities', first('entities')), await store.list('speakers', first('speakers'))]
        const found = await store.list('entities', { ...first('entities'), filter: { terms: [['ystad']] } })
        await store.close()
        return [...shown, found].map(({ items }) => items)
      }
      const expected = await shownIn(newest)
      expect(expected[0]!.length).toBeGreaterThan(8)
      expect(expected[2]!.length).toBeGreaterThan(2)
      await fc.assert(
        fc.asyncProperty(fc.infiniteStream(fc.nat()), fc.shuffledSubarray(older), async (seeds, before) => {
          const order = shuffled(newest, seeds.next().value)
          expect(await shownIn([...before, ...order])).toEqual(expected)
        }),
        { numRuns: 10 },
      )
    })

    promise('streams what it lists, in the same order', async (store) => {
      await fill(store, 3, 60)
      for (const sort of ['-publishedAt', '-words'] as const) {
        const filter = { kind: ['direct'] } as const
        const streamed = []
        for await (const batch of store.stream('quotes', { filter, sort })) streamed.push(...batch)
        const { items } = await store.list('quotes', { filter, sort, after: null, limit: 1000 })
        expect(streamed.map(({ quote }) => quote)).toEqual(items.map(({ quote }) => quote))
      }
    })

    promise('finds nothing any more of what a new version leaves out', async (store) => {
      const told = { said: '“Herring,” said Mara Lind.', speaker: 'Mara Lind' }
      await store.put(storyOf(told))
      await store.put(storyOf({ said: '“Cod,” said Bo Olsen.', speaker: 'Bo Olsen' }))
      const total = async (kind: Kind, filter: Filter) => (await store.list(kind, { ...first(kind), filter })).total
      expect(await total('quotes', { terms: [['herring']] })).toBe(0)
      expect(await total('articles', { terms: [['herring']] })).toBe(0)
      expect(await total('quotes', { speaker: ['Mara Lind'] })).toBe(0)
      expect(await total('quotes', { terms: [['cod']], speaker: ['bo-olsen'] })).toBe(1)
      expect((await store.list('entities', first('entities'))).items.map(({ key }) => key)).toEqual(['person-bo-olsen'])
      expect((await store.list('speakers', first('speakers'))).items).toHaveLength(1)
      expect(await store.size()).toEqual({ articles: 1, quotes: 1 })
    })

    promise('knows where a quote was seen last', async (store) => {
      const old = storyOf({ said: '“Herring,” said Mara Lind.', speaker: 'Mara Lind' })
      await store.put(old)
      await store.put(storyOf({ said: '“Cod,” said Mara Lind.', speaker: 'Mara Lind' }))
      expect(await store.lastSeen('a-title', old.quotes[0]!.id)).toBe(old.article.version)
      expect(await store.lastSeen('a-title', '00000000')).toBeNull()
      expect(await store.lastSeen('another-title', old.quotes[0]!.id)).toBeNull()
    })

    promise(
      'takes two for one where both are linked to one item, and says that others only share a name',
      async (store) => {
        const said = '“Herring,” said Mara Lind.'
        await store.put(storyOf({ path: 'a', said, speaker: 'Mara Lind', wikidata: 'Q1' }))
        await store.put(storyOf({ path: 'b', said: '“Cod,” said M. Lind.', speaker: 'M. Lind', wikidata: 'Q1' }))
        await store.put(storyOf({ path: 'c', said: '“Eel,” said MARA LIND.', speaker: 'MARA LIND' }))
        await store.put(storyOf({ path: 'd', said: '“Salmon,” said Mara Lind.', speaker: 'Mara Lind' }))
        const { items } = await store.list('speakers', first('speakers'))
        expect(items.map(({ key, name, isLinked, articles }) => [key, name, isLinked, articles]).sort()).toEqual([
          ['Q1', 'Mara Lind', true, 2],
          ['person-mara-lind', 'Mara Lind', false, 2],
        ])
        for (const { key } of items)
          expect((await store.list('quotes', { ...first('quotes'), filter: { speaker: [key] } })).total).toBe(2)
        const byName = await store.list('quotes', { ...first('quotes'), filter: { speaker: ['mara lind'] } })
        expect(byName.total).toBe(3)
      },
    )

    promise('shows where the words stand that were searched for', async (store) => {
      const record = storyOf({ said: '“Herring, HERRING and hérring 🐟 pie,” said Mara Lind.', speaker: 'Mara Lind' })
      await store.put(record)
      const filter = { terms: [['herring'], ['pie']] }
      const [quote] = (await store.list('quotes', { ...first('quotes'), filter })).items
      const printed = ({ start, end }: { start: number; end: number }) => record.text.slice(start, end)
      expect(quote!.highlights.map(printed)).toEqual(['Herring', 'HERRING', 'hérring', 'pie'])
      const [article] = (await store.list('articles', { ...first('articles'), filter })).items
      expect(article!.highlights.map(({ range }) => printed(range))).toEqual(
        article!.highlights.map(({ text }) => text),
      )
      expect(article!.highlights).toHaveLength(4)
    })

    promise('puts what fits best first, when it is asked for relevance', async (store) => {
      const filler = 'and much else that was said that day about the weather and the sea'
      await store.put(storyOf({ path: 'a', said: `“Herring ${filler},” said Mara Lind.`, speaker: 'Mara Lind' }))
      await store.put(storyOf({ path: 'b', said: '“Herring, herring!” said Mara Lind.', speaker: 'Mara Lind' }))
      await store.put(storyOf({ path: 'c', said: `“Cod ${filler},” said Mara Lind.`, speaker: 'Mara Lind' }))
      const query = { filter: { terms: [['herring']] }, sort: 'relevance', after: null, limit: 1 } as const
      const best = await store.list('quotes', query)
      expect(best.items[0]!.quote.text).toBe('“Herring, herring!”')
      const second = await store.list('quotes', { ...query, after: best.next })
      expect([second.items[0]!.quote.text.slice(0, 8), second.next]).toEqual(['“Herring', null])
    })

    promise('counts the values of articles, too', async (store) => {
      for (const [path, publishedAt] of [
        ['a', '2024-05-14'],
        ['b', '2024'],
        ['c', null],
      ] as const)
        await store.put(storyOf({ path, publishedAt, said: `“${path},” said Bo Olsen.`, speaker: 'Bo Olsen' }))
      expect(await store.facets('articles', {}, ['year', 'speaker', 'kind', 'publisher'], 9)).toEqual({
        year: [{ value: '2024', label: '2024', count: 2 }],
        speaker: [{ value: 'person-bo-olsen', label: 'Bo Olsen', count: 3 }],
        kind: [{ value: 'direct', label: 'direct', count: 3 }],
        publisher: [],
      })
    })

    promise('keeps any Unicode, in any place', async (store) => {
      const any = fc.string({ unit: 'binary', maxLength: 40 })
      await fc.assert(
        fc.asyncProperty(any, any, any, async (title, path, text) => {
          const record = recordOf({ title, path, text })
          const { id } = await store.put(record)
          const stored = await store.get(id, record.article.version)
          expect(stored?.text).toBe(text)
          expect(stored?.quotes).toEqual(record.quotes)
        }),
      )
    })

    promise('forgets an input that is gone, and no other', async (store) => {
      const empty = { code: 'EMPTY', detail: 'The file is empty.', outcome: 'rejected' } as const
      for (const path of ['a.txt', 'b.txt'])
        await store.finish({ path, digest: '00', reader: 'one', refusals: [empty, { ...empty, detail: 'x' }] })
      await store.forget('a.txt')
      await store.forget('none.txt')
      expect((await store.refused(null, 9)).map(({ path }) => path)).toEqual(['b.txt', 'b.txt'])
      expect([await store.finished('a.txt', 'one'), await store.finished('b.txt', 'one')]).toMatchObject([
        null,
        { digest: '00' },
      ])
    })

    promise('refuses half of a surrogate pair, and nothing that looks like one', async (store) => {
      await expect(store.put(recordOf({ text: 'x\ud83d' }))).rejects.toMatchObject({ code: 'ILL_FORMED' })
      await expect(store.put(recordOf({ text: '\\\udc00' }))).rejects.toMatchObject({ code: 'ILL_FORMED' })
      expect((await store.size()).articles).toBe(0)
      expect(await store.put(recordOf({ text: 'written as \\ud83d' }))).toMatchObject({ status: 'created' })
    })

    promise('lets nobody change what it keeps', async (store) => {
      await store.put(recordOf())
      const mine = await store.get('a-title')
      expect(() => {
        mine!.quotes[0]!.text = 'changed'
      }).toThrow(TypeError)
      expect(await store.get('a-title')).toEqual(recordOf())
    })

    promise('answers one version to all who ask while it is replaced', async (store) => {
      const texts = ['One.', 'Two.', 'Three.', 'Four.']
      await store.put(recordOf())
      const writes = texts.map((text) => store.put(recordOf({ text })))
      const reads = await Promise.all(texts.map(() => store.get('a-title')))
      await Promise.all(writes)
      for (const read of reads) expect(read && read.text === read.quotes[0]?.text).toBe(true)
    })

    it('keeps the first of two articles of one file that have the same words', async () => {
      const store = await open()
      const [first, second] = ['2024-05-01', '2024-05-02'].map((publishedAt) => {
        const record = recordOf()
        return { ...record, article: { ...record.article, sourceUrl: null, publishedAt } }
      })
      await store.put(first!)
      expect(await store.put(second!, 1)).toMatchObject({ status: 'unchanged' })
      expect((await store.get(first!.article.id))?.article.publishedAt).toBe('2024-05-01')
      expect(await store.put(first!)).toMatchObject({ status: 'unchanged' })
    })

    it('says CLOSED after it was closed, and may be closed twice', async () => {
      const store = await open()
      await store.close()
      await store.close()
      await expect(store.get('a-title')).rejects.toMatchObject({ code: 'CLOSED' })
      await expect(store.put(recordOf())).rejects.toMatchObject({ code: 'CLOSED' })
    })
  })
}

/** The same items in an order that the seed decides. */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const key = (at: number) => hash('sha256', `${seed} ${at}`)
  return items
    .map((item, at) => ({ item, key: key(at) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item)
}

const sorts = { articles: 'title', quotes: '-publishedAt', entities: '-articles', speakers: '-words' } as const

/** All of a list, as far as one page goes. */
const first = <K extends Kind>(kind: K): Query<K> => ({
  filter: {},
  sort: sorts[kind] as Sorts[K],
  after: null,
  limit: 100,
})

async function wholeList(store: Store, sort: Sorts['articles'], limit: number) {
  const articles = []
  let after: Key | null = null
  do {
    const page: Found<ArticleHit> = await store.list('articles', { filter: {}, sort, after, limit })
    articles.push(...page.items.map(({ article }) => article))
    after = page.next
  } while (after)
  return articles
}

describe('an archive in a file', () => {
  it('is there after it was closed and opened again', async () => {
    const file = newFile()
    const first = openSqlite(file)
    await first.put(recordOf({ text: 'Old.' }))
    await first.put(recordOf({ text: 'New.' }))
    const generation = await first.generation()
    await first.close()

    const again = openSqlite(file)
    expect(await again.get('a-title')).toEqual(recordOf({ text: 'New.' }))
    expect(await again.versions('a-title')).toHaveLength(2)
    expect(await again.generation()).toBe(generation)
    expect((await again.put(recordOf({ text: 'New.' }))).status).toBe('unchanged')
    await again.close()
  })

  it('shows at once what another process has written', async () => {
    const file = newFile()
    const [writer, reader] = [openSqlite(file), openSqlite(file)]
    await writer.put(recordOf({ text: 'Old.' }))
    expect((await reader.get('a-title'))?.text).toBe('Old.')
    await writer.put(recordOf({ text: 'New.' }))
    expect((await reader.get('a-title'))?.text).toBe('New.')
    await Promise.all([writer.close(), reader.close()])
  })

  it('streams one state of itself, whatever is written meanwhile', async () => {
    const store = openSqlite(newFile())
    await fill(store, 5, 150)
    const { quotes } = await store.size()
    const streamed = []
    for await (const batch of store.stream('quotes', { filter: {}, sort: '-publishedAt' })) {
      streamed.push(...batch)
      await fill(store, 6, 10)
    }
    expect(streamed).toHaveLength(quotes)
    expect((await store.size()).quotes).not.toBe(quotes)
    await store.close()
  })

  it('leaves a stream that nobody reads any more', async () => {
    const store = openSqlite(newFile())
    await fill(store, 5, 150)
    for (let n = 0; n < 9; n++)
      for await (const batch of store.stream('quotes', { filter: {}, sort: '-words' })) if (batch.length > 0) break
    await store.close()
  })

  it('says TIMEOUT to who asks for more than can be found in time, and answers the next', async () => {
    const store = openSqlite(':memory:', { deadline: 0 })
    await fill(store, 7, 100)
    await expect(store.facets('quotes', {}, ['kind'], 9)).rejects.toMatchObject({ code: 'TIMEOUT' })
    expect((await store.list('quotes', { ...first('quotes'), limit: 1, after: [0] })).items).toEqual([])
    await store.close()
  })

  it('is searched again once it can be opened again', async () => {
    const file = newFile()
    const store = openSqlite(file)
    await store.put(recordOf())
    renameSync(file, `${file}-away`)
    await expect(store.list('quotes', first('quotes'))).rejects.toMatchObject({ code: 'CANNOT_OPEN' })
    renameSync(`${file}-away`, file)
    for (let n = 0; n < 3; n++) expect((await store.list('quotes', first('quotes'))).total).toBe(1)
    await store.close()
  })

  it('leaves nothing beside itself when it is closed', async () => {
    const file = newFile()
    await openSqlite(file).close()
    expect(readdirSync(folder).filter((name) => join(folder, name).startsWith(file))).toHaveLength(1)
  })

  it('keeps what it has acknowledged: the journal is a WAL that is synced at each commit', () => {
    const file = newFile()
    const db = openArchive(file)
    expect(db.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' })
    expect(db.prepare('pragma synchronous').get()).toEqual({ synchronous: 2 })
    db.close()
  })

  it('holds all that it has acknowledged when its process is killed', async () => {
    const file = newFile()
    const write = `
      import { openSqlite } from '#/src/store/sqlite/sqlite.ts'
      import { recordOf } from '#/test/helpers/record.ts'
      const store = openSqlite(process.argv[1])
      for (let at = 0; ; at++) {
        const { id } = await store.put(recordOf({ title: 'Story ' + process.pid + ' ' + at, path: process.pid + '/' + at, text: '“' + process.pid + at + '”' }))
        process.stdout.write(id + '\\n')
      }`
    for (const patience of [0, 20, 50]) {
      const writer = spawn(process.execPath, ['--input-type=module', '-e', write, file], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const acknowledged = await killedAfter(writer, patience)
      const store = openSqlite(file)
      for (const id of acknowledged) expect(await store.get(id)).not.toBeNull()
      await store.close()
    }
  })

  it.each([
    ['an empty file', 'NOT_A_DATABASE', (file: string) => writeFileSync(file, '')],
    ['a text file', 'NOT_A_DATABASE', (file: string) => writeFileSync(file, 'Malaysia '.repeat(100))],
    [
      'a database of another program',
      'NOT_AN_ARCHIVE',
      (file: string) => made(file, 'create table t (x); insert into t values (1)'),
    ],
    [
      'an archive of a newer Verbatim',
      'SCHEMA_TOO_NEW',
      (file: string) => made(file, `pragma application_id = ${applicationId}; pragma user_version = 99`),
    ],
  ])('%s is refused as %s and left as it is', (_, code, make) => {
    const file = newFile()
    make(file)
    const before = readFileSync(file)
    expect(() => openSqlite(file)).toThrow(expect.objectContaining({ code }))
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(existsSync(`${file}-wal`)).toBe(false)
  })

  it('says that it is damaged, and answers nothing made of damaged pages', async () => {
    const file = newFile()
    const whole = openSqlite(file)
    const { size } = statSync(file)
    for (let at = 0; at < 50; at++) await whole.put(recordOf({ title: `Story ${at}`, path: `${at}`, text: `“${at}”` }))
    await whole.close()
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0x7f, size))

    const damaged = openSqlite(file)
    await expect(damaged.get('story-7')).rejects.toMatchObject({ code: 'STORE_CORRUPT' })
    await expect(damaged.list('articles', { filter: {}, sort: 'title', after: null, limit: 9 })).rejects.toMatchObject({
      code: 'STORE_CORRUPT',
    })
    await expect(damaged.put(recordOf())).rejects.toMatchObject({ code: 'STORE_CORRUPT' })
    await damaged.close()
  })

  it('is not made where no folder is, nor in the place of one', () => {
    expect(() => openSqlite(join(folder, 'none', 'a.sqlite'))).toThrow(expect.objectContaining({ code: 'CANNOT_OPEN' }))
    expect(() => openSqlite(folder)).toThrow(expect.objectContaining({ code: 'CANNOT_OPEN' }))
  })
})

/** What a process has written, in whole lines, when it is killed some milliseconds after the first of them. */
async function killedAfter(writer: ChildProcessByStdio<null, Readable, null>, patience: number): Promise<string[]> {
  let output = ''
  writer.stdout.on('data', (chunk) => {
    if (output === '') setTimeout(() => writer.kill('SIGKILL'), patience)
    output += chunk
  })
  await once(writer, 'close')
  return output.split('\n').slice(0, -1)
}

function made(file: string, sql: string) {
  const db = new DatabaseSync(file)
  db.exec(sql)
  db.close()
}
