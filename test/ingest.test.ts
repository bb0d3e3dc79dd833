import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { progressOf } from '#/src/cli/progress.ts'
import { type Ingested, ingest } from '#/src/ingest/ingest.ts'
import { openReaders } from '#/src/reading/readers.ts'
import { lockForIngest } from '#/src/store/sqlite/lock.ts'
import { openSqlite } from '#/src/store/sqlite/sqlite.ts'
import type { Store } from '#/src/store/store.ts'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'verbatim-ingest-'))
afterAll(() => rmSync(folder, { recursive: true }))

const at = (name: string): string => join(folder, name)

function put(name: string, content: string | Uint8Array): string {
  mkdirSync(join(at(name), '..'), { recursive: true })
  writeFileSync(at(name), content)
  return at(name)
}

const story = (name: string): string => `The harbour of ${name}\n\n“We are open,” said Ana Cruz of ${name} on Monday.\n`

async function into(store: Store, ...paths: string[]): Promise<Ingested[]> {
  using readers = openReaders()
  return await Array.fromAsync(ingest(store, readers, paths))
}

type Ended = { code: number | null; output: string; errors: string }

function start(...args: string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [join(root, 'src/verbatim.js'), ...args], { cwd: folder })
  return { child, ended: ended(child) }
}

async function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let [output, errors] = ['', '']
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const [code] = await once(child, 'close')
  return { code, output, errors }
}

describe('ingesting', { timeout: 120_000 }, () => {
  it('stores every article, names what it refuses, and reads nothing twice', async () => {
    const paths = [put('first/a.txt', story('Ystad')), put('first/b.txt', ''), put('first/c.txt', story('Malmö'))]
    const store = openSqlite()
    const first = await into(store, at('first'))
    expect(first.map(({ path, articles, refusals }) => [path, articles, refusals.map(({ code }) => code)])).toEqual([
      [paths[0], [{ id: 'the-harbour-of-ystad', status: 'created' }], []],
      [paths[1], [], ['EMPTY']],
      [paths[2], [{ id: 'the-harbour-of-malmo', status: 'created' }], []],
    ])
    const generation = await store.generation()
    const again = await into(store, at('first'))
    expect(again.map(({ isKnown, articles, refusals }) => [isKnown, articles, refusals.length])).toEqual([
      [true, [], 0],
      [true, [], 1],
      [true, [], 0],
    ])
    expect(await store.generation()).toBe(generation)
    expect((await store.refused(null, 9)).map(({ path, code }) => [path, code])).toEqual([[paths[1], 'EMPTY']])
    await store.close()
  })

  it('takes a changed file as a new version, and forgets what was wrong with one that is mended', async () => {
    const [a, b] = [put('second/a.txt', story('Ystad')), put('second/b.txt', '')]
    const store = openSqlite()
    await into(store, a, b)
    put('second/a.txt', story('Ystad').replace('open', 'closed'))
    put('second/b.txt', story('Lund'))
    expect((await into(store, a, b)).map(({ articles }) => articles[0])).toEqual([
      { id: 'the-harbour-of-ystad', status: 'replaced' },
      { id: 'the-harbour-of-lund', status: 'created' },
    ])
    expect(await store.versions('the-harbour-of-ystad')).toHaveLength(2)
    expect(await store.refused(null, 9)).toEqual([])
    await store.close()
  })

  it('forgets what was refused of files that are gone, unless their folder was not there to look into', async () => {
    const paths = ['a.txt', 'b/c.txt', 'b/d.txt', 'e.txt'].map((name) => put(`gone/${name}`, ''))
    mkdirSync(at('gone/f'))
    const store = openSqlite()
    const refused = async () => (await store.refused(null, 99)).map(({ path }) => path.slice(at('gone/').length))
    await into(store, at('gone'))
    expect(await refused()).toEqual(['a.txt', 'b/c.txt', 'b/d.txt', 'e.txt', 'f'])
    for (const path of paths) rmSync(path)
    put('gone/f/g.txt', story('Lund'))
    await into(store, at('gone/f'))
    expect(await refused()).toEqual(['a.txt', 'b/c.txt', 'b/d.txt', 'e.txt'])
    await into(store, at('gone'))
    expect(await refused()).toEqual(['b', 'b/c.txt', 'b/d.txt'])
    rmSync(at('gone/b'), { recursive: true })
    await into(store, at('gone'))
    expect(await refused()).toEqual([])
    await store.close()
  })

  it('tries what could not be read again, and takes every article of a file that holds many', async () => {
    const many = ['one', 'two'].map((name) => ({ '@type': 'NewsArticle', headline: name, articleBody: story(name) }))
    const paths = [at('third/none.txt'), put('third/many.json', JSON.stringify([...many, { '@type': 'NewsArticle' }]))]
    const store = openSqlite()
    expect((await into(store, ...paths)).map(({ articles }) => articles.map(({ id }) => id))).toEqual([
      [],
      ['one', 'two'],
    ])
    put('third/none.txt', story('Lund'))
    expect((await into(store, ...paths)).map(({ isKnown, articles }) => [isKnown, articles.length])).toEqual([
      [false, 1],
      [true, 0],
    ])
    await store.close()
  })

  it('names the file that loses when two hold different texts of one address, whichever comes first', async () => {
    const page = (name: string) =>
      JSON.stringify({
        '@type': 'NewsArticle',
        url: 'https://harbour.example/1',
        headline: 'Harbour',
        articleBody: story(name),
      })
    const paths = [put('fourth/a.json', page('Ystad')), put('fourth/b.json', page('Lund'))]
    const results: unknown[] = []
    for (const order of [paths, paths.toReversed()]) {
      const store = openSqlite()
      await into(store, ...order)
      const lost = (await store.refused(null, 9)).map(({ path, code }) => [path, code])
      results.push([lost, (await store.get('harbour'))?.source.path])
      await store.close()
    }
    expect(results[1]).toEqual(results[0])
    expect(results[0]).toMatchObject([[[expect.any(String), 'CONFLICT']], expect.any(String)])
  })
})

describe('verbatim ingest', { timeout: 120_000 }, () => {
  it('prints a line for each article and each input that gave none, and ends with 2', async () => {
    const paths = [put('fifth/a.txt', story('Ystad')), put('fifth/b\u001b[31m.txt', '')]
    const { code, output, errors } = await start('ingest', '--json', '--archive', 'fifth.sqlite', ...paths).ended
    expect(
      output
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { file: paths[0], status: 'loaded', id: 'the-harbour-of-ystad', change: 'created' },
      { file: paths[1], status: 'rejected', code: 'EMPTY', detail: 'The file is empty.' },
    ])
    expect([code, errors]).toEqual([2, expect.stringMatching(/^2 inputs: 1 new, 1 rejected \(.*\)\n.*--rejected/)])
    const again = await start('ingest', '--archive', 'fifth.sqlite', ...paths).ended
    expect(again.errors).toContain('fifth/b\\u001b[31m.txt: EMPTY: The file is empty.\n')
    expect([again.code, again.output]).toEqual([2, ''])
  })

  it('ends when Ctrl-C is pressed, and goes on from there', async () => {
    for (let i = 0; i < 200; i++) put(`many/${i}.txt`, story(`${i}`).repeat(10))
    const { child, ended } = start('ingest', '--json', '--archive', 'many.sqlite', 'many')
    await once(child.stdout!, 'data')
    child.kill('SIGINT')
    const { code, output, errors } = await ended
    expect([code, errors]).toEqual([130, expect.stringContaining('the same command goes on from here')])
    const reported = output.trimEnd().split('\n').length
    expect(reported).toBeLessThan(200)

    const rest = await start('ingest', '--archive', 'many.sqlite', 'many').ended
    expect([rest.code, rest.errors]).toEqual([0, expect.stringMatching(/^200 inputs: \d+ new, \d+ unchanged/)])
    const [whole, resumed] = [openSqlite(), openSqlite(at('many.sqlite'))]
    await into(whole, at('many'))
    expect(await resumed.generation()).toBe(await whole.generation())
    await Promise.all([whole.close(), resumed.close()])
  })

  it('takes its own archive in the folder for no article', async () => {
    put('own/a.txt', story('Ystad'))
    for (const news of ['1 new', '1 unchanged']) {
      const { code, errors } = await start('ingest', '--archive', 'own/news.sqlite', 'own').ended
      expect([code, errors]).toEqual([0, expect.stringMatching(new RegExp(`^1 input: .*${news}`))])
    }
  })

  it('counts what it skips apart, and ends with 2 only where something is refused or nothing is an article', async () => {
    put('seventh/photos/a.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
    const [photos, all] = [at('seventh/photos'), at('seventh')]
    const ingested = async (path: string) => {
      const { code, errors } = await start('ingest', '--archive', 'seventh.sqlite', path).ended
      return [code, /^\d+ inputs?: (.*) \(/mu.exec(errors)?.[1]]
    }
    expect(await ingested(photos)).toEqual([2, '0 new, 1 skipped'])
    put('seventh/a.txt', story('Ystad'))
    expect(await ingested(all)).toEqual([0, '1 new, 1 skipped'])
    expect(await ingested(all)).toEqual([0, '0 new, 1 unchanged, 1 skipped'])
    put('seventh/b.txt', '')
    expect(await ingested(all)).toEqual([2, '0 new, 1 unchanged, 1 skipped, 1 rejected'])
  })

  it('says of an archive how much was refused and how much only skipped', async () => {
    const paths = [
      put('eighth/a.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
      put('eighth/b.txt', ''),
      put('eighth/c.txt', story('Ystad')),
    ]
    await start('ingest', '--archive', 'eighth.sqlite', ...paths).ended
    const { output } = await start('doctor', '--archive', 'eighth.sqlite').ended
    expect(output).toMatch(/^eighth\.sqlite: 1 article [^\n]+; 1 rejected, 1 skipped \(verbatim doctor --rejected\)\n/)
  })

  it('counts no file of its own archive when it shows how far it is', async () => {
    for (const name of ['a.txt', 'b.txt', 'c.txt', 'news.sqlite']) put(`bar/${name}`, story(name))
    let drawn = ''
    const terminal = { isTTY: true, columns: 80, write: (text: string) => (drawn += text) }
    const progress = progressOf([at('bar')], 'lines', { isNone: (path) => path.endsWith('news.sqlite'), terminal })
    await wait(200)
    progress.step({ inputs: 2, articles: 0, refused: 0 })
    progress.end()
    expect(drawn).toContain(' 2 of 3 ')
  })

  it('says what it has stored when the archive can take no more', async () => {
    for (let i = 0; i < 200; i++) put(`full/${i}.txt`, story(`${i}`).repeat(10))
    const limited = `ulimit -f 2000; exec '${process.execPath}' '${join(root, 'src/verbatim.js')}'`
    const { code, output, errors } = await ended(
      spawn('sh', ['-c', `${limited} ingest --json --archive full.sqlite full`], { cwd: folder }),
    )
    const stored = output.trimEnd().split('\n').length
    expect(code).toBe(1)
    expect(errors).toMatch(
      new RegExp(`^${stored} inputs: ${stored} new \\([^\\n]*\\)\\nverbatim: ARCHIVE full\\.sqlite: [^\\n]+\\n$`),
    )
  })

  it('leaves an archive to the one that is writing into it', async () => {
    const path = put('sixth/a.txt', story('Ystad'))
    using _ = lockForIngest(at('sixth.sqlite'))
    const { code, output, errors } = await start('ingest', '--archive', 'sixth.sqlite', path).ended
    expect([code, output]).toEqual([1, ''])
    expect(errors).toMatch(/^verbatim: ARCHIVE sixth\.sqlite: [^\n]+ \(ALREADY_RUNNING\)\n$/)
  })
})
