import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { ArticleRecord } from '#/schemas/record.ts'
import { buildApp } from '#/src/app.ts'
import { backUp } from '#/src/store/sqlite/backup.ts'
import { check } from '#/src/store/sqlite/check.ts'
import { lockForIngest } from '#/src/store/sqlite/lock.ts'
import { openArchive } from '#/src/store/sqlite/open.ts'
import { openSqlite } from '#/src/store/sqlite/sqlite.ts'
import { writer } from '#/src/store/sqlite/write/put.ts'
import { together } from '#/src/store/sqlite/write/together.ts'
import { recordOf, storyOf } from '../helpers/record.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'verbatim-archive-'))
afterAll(() => {
  if (isMounted) spawnSync('umount', ['-l', small])
  rmSync(folder, { recursive: true })
})

/** A disk of 3 MB, where the machine lets us have one. */
const small = join(folder, 'small')
mkdirSync(small)
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', small]).status === 0

let files = 0
const newFile = () => join(folder, `${++files}.sqlite`)

const story = (at: number) => recordOf({ title: `Story ${at}`, path: `${at}`, text: `“${at}”` })

async function archiveOf(count: number, file = newFile()): Promise<string> {
  const store = openSqlite(file)
  await Promise.all(Array.from({ length: count }, (_, at) => store.put(story(at))))
  await store.close()
  return file
}

const wrongIn = (file: string): string[] =>
  [...check(file)].flatMap((finding) =>
    'about' in finding && finding.wrong !== null && finding.kind === 'damage' ? [finding.about] : [],
  )

/** Overwrites every page that a new archive does not have: the header and the schema stay. */
async function damage(file: string): Promise<void> {
  const { size } = statSync(await archiveOf(0))
  writeFileSync(file, readFileSync(file).fill(0x7f, size))
}

describe('an archive of an older schema', () => {
  const old = (file = newFile()): string => {
    const db = new DatabaseSync(file)
    db.exec(readFileSync(join(root, 'test/store/schema-1.sql'), 'utf8'))
    db.exec('pragma journal_mode = wal')
    db.close()
    return file
  }

  it('is led to this one when it is opened, with all its versions, and a copy of the old one is kept', async () => {
    const file = old()
    const before = new DatabaseSync(file, { readOnly: true })
    const versions = before.prepare('select article, version, number, ingested_at from version order by number').all()
    before.close()
    const store = openSqlite(file)
    const id = 'dockers-in-ystad-walk-out-for-a-second-week'
    expect(await store.size()).toEqual({ articles: 2, quotes: expect.any(Number) })
    expect((await store.versions(id)).map(({ version, ingestedAt }) => [version, ingestedAt])).toEqual(
      versions
        .filter(({ article }) => article === id)
        .map((each) => [each.version, each.ingested_at])
        .toReversed(),
    )
    const record = await store.get(id)
    expect(ArticleRecord.safeParse(record).error).toBeUndefined()
    expect(record?.article.unknown.section).toEqual({ reason: 'unsupported', found: [] })
    const found = await store.list('quotes', {
      filter: { speaker: ['Ana Cruz'] },
      sort: '-publishedAt',
      after: null,
      limit: 9,
    })
    expect(found.items.map(({ quote }) => quote.text)).toEqual(['“We are open,”'])
    await store.close()
    expect(wrongIn(file)).toEqual([])
    const copy = new DatabaseSync(`${file}-schema-1`, { readOnly: true })
    expect(copy.prepare('select article, version, number, ingested_at from version order by number').all()).toEqual(
      versions,
    )
    copy.close()
  })

  it('of schema 2 shows entities as its articles call them now, and finds inputs by their bytes', async () => {
    const file = newFile()
    const told = [
      { path: 'a', said: '“Herring,” said Mara Lind.', speaker: 'Mara Lind', wikidata: 'Q1' },
      { path: 'b', said: '“Cod,” said M. Lind.', speaker: 'M. Lind', wikidata: 'Q1' },
    ]
    const before = openSqlite(file)
    for (const each of told) await before.put(storyOf(each))
    await before.close()
    const db = new DatabaseSync(file)
    db.exec(`
      drop table called;
      drop index input_by_digest;
      update entity set type = 'event', name = 'Mara Lind of Ystad', name_order = 'mara lind of ystad';
      pragma user_version = 2`)
    db.close()
    const store = openSqlite(file)
    const query = { sort: 'name', after: null, limit: 9 } as const
    const named = async (word: string) =>
      (await store.list('entities', { ...query, filter: { terms: [[word]] } })).items.map(({ type, name }) => [
        type,
        name,
      ])
    expect([await named('lind'), await named('ystad')]).toEqual([[['person', 'Mara Lind']], []])
    await store.close()
    expect(wrongIn(file)).toEqual([])
    expect(existsSync(`${file}-schema-2`)).toBe(true)
    const after = new DatabaseSync(file, { readOnly: true })
    const plan = after.prepare('explain query plan delete from input where digest = ?').all('00')
    expect(plan.map(({ detail }) => detail).join()).toContain('input_by_digest')
    after.close()
  })

  it('is left as it is while another program writes articles into it', () => {
    const file = old()
    const before = readFileSync(file)
    {
      using _ = lockForIngest(file)
      expect(() => openSqlite(file)).toThrow(expect.objectContaining({ code: 'ALREADY_RUNNING' }))
    }
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(existsSync(`${file}-schema-1`)).toBe(false)
  })

  it('is looked at and copied as it is', async () => {
    const file = old()
    const before = readFileSync(file)
    const { code, output } = await run('doctor', '--archive', file)
    expect([code, output]).toEqual([
      0,
      expect.stringContaining('look    the schema is 3: it is 1; verbatim serve or ingest'),
    ])
    expect(await backUp(file, `${file}.copy`)).toBe(2)
    expect(readFileSync(file).equals(before)).toBe(true)
    const copy = openSqlite(`${file}.copy`)
    expect((await copy.size()).articles).toBe(2)
    await copy.close()
  })

  it('is the old one or the new one when its process is killed on the way', async () => {
    const open = `
      import { openArchive } from '#/src/store/sqlite/open.ts'
      process.stdout.write('begins')
      openArchive(process.argv[1]).close()
      process.stdout.write('done')`
    for (const patience of [0, 2, 5, 10, 20, 40, 80]) {
      const file = old()
      const child = spawn(process.execPath, ['--input-type=module', '-e', open, file], { cwd: root })
      const ended = once(child, 'close')
      await once(child.stdout, 'data')
      await wait(patience)
      child.kill('SIGKILL')
      await ended
      const store = openSqlite(file)
      expect((await store.size()).articles).toBe(2)
      await store.close()
      expect(wrongIn(file)).toEqual([])
    }
  }, 120_000)
})

describe('a full disk', () => {
  it('keeps all that was acknowledged, and takes more when there is room again', async () => {
    const file = newFile()
    const db = openArchive(file)
    const { write } = together(db)
    const { put } = writer(db)
    db.exec('pragma max_page_count = 150')
    const acknowledged: string[] = []
    let failure: unknown
    for (let at = 0; at < 1_000 && !failure; at++)
      await write(() => put(story(at))).then(
        ({ id }) => acknowledged.push(id),
        (error) => {
          failure = error
        },
      )
    expect(failure).toMatchObject({ code: 'DISK_FULL' })
    db.exec('pragma max_page_count = 100000')
    acknowledged.push((await write(() => put(story(1_000)))).id)
    db.close()
    expect(wrongIn(file)).toEqual([])
    const store = openSqlite(file)
    expect((await store.ids(2_000)).toSorted()).toEqual(acknowledged.toSorted())
    await store.close()
  })

  it.skipIf(!isMounted)(
    'ends an ingest with 1, what is stored and why it ended, and the same command goes on',
    { timeout: 120_000 },
    async () => {
      const wire = join(folder, 'wire')
      mkdirSync(wire)
      for (let at = 0; at < 60; at++)
        writeFileSync(
          join(wire, `${at}.txt`),
          `The harbour of ${at}\n\n${`“We are open ${at},” said Ana Cruz of Ystad.\n\n`.repeat(30)}`,
        )
      const archive = join(small, 'news.sqlite')
      const ended = await run('ingest', '--json', '--archive', archive, wire)
      expect([ended.code, ended.errors]).toEqual([
        1,
        expect.stringMatching(
          /^\d+ inputs?: [^\n]+\nverbatim: ARCHIVE [^\n:]+: the disk is full; [^\n]+ \(DISK_FULL\)\n$/,
        ),
      ])
      const reported = ended.output
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).id as string)
      expect(reported.length).toBeGreaterThan(0)
      const store = openSqlite(archive)
      for (const id of reported) expect(await store.get(id)).not.toBeNull()
      await store.close()
      spawnSync('mount', ['-o', 'remount,size=60m', small])
      const again = await run('ingest', '--archive', archive, wire)
      expect([again.code, again.errors]).toEqual([0, expect.stringMatching(/60 inputs: \d+ new, \d+ unchanged/)])
      expect(wrongIn(archive)).toEqual([])
    },
  )
})

describe('a folder that cannot be written to', { timeout: 60_000 }, () => {
  it('is served from, and takes no articles', async () => {
    const place = join(folder, 'readonly')
    mkdirSync(place)
    const file = await archiveOf(3, join(place, 'news.sqlite'))
    chmodSync(folder, 0o755)
    chmodSync(file, 0o444)
    chmodSync(place, 0o555)
    const ask = `
      import { openSqlite } from '#/src/store/sqlite/sqlite.ts'
      import { lockForIngest } from '#/src/store/sqlite/lock.ts'
      import { recordOf } from '#/test/helpers/record.ts'
      if (process.getuid() === 0) process.setuid(65534)
      const store = openSqlite(process.argv[1])
      const codes = []
      try { lockForIngest(process.argv[1]) } catch (error) { codes.push(error.code) }
      await store.put(recordOf({ path: 'new' })).catch((error) => codes.push(error.code))
      const { items } = await store.list('quotes', { filter: {}, sort: '-publishedAt', after: null, limit: 9 })
      console.log(JSON.stringify([(await store.get('story-1')).article.id, items.length, codes]))
      await store.close()`
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', ask, file], {
      cwd: root,
      encoding: 'utf8',
    })
    chmodSync(place, 0o755)
    expect([stderr, stdout && JSON.parse(stdout)]).toEqual(['', ['story-1', 3, ['READ_ONLY', 'READ_ONLY']]])
  })
})

describe('a place that cannot be written to', { timeout: 60_000 }, () => {
  /** What a command says, to whom the folder is closed; root may write anywhere. */
  function refused(...args: string[]): string {
    const asNobody = `if (process.getuid() === 0) process.setuid(65534)`
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${asNobody}`, join(root, 'src/cli.ts'), ...args],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, MALLOC_ARENA_MAX: '1' } },
    )
    expect(status).toBe(1)
    return stderr
  }

  it('gets no archive and no copy, and one line says which, and what to do', async () => {
    const place = join(folder, 'closed')
    mkdirSync(place)
    chmodSync(folder, 0o755)
    const file = await archiveOf(3)
    chmodSync(place, 0o555)
    const archive = join(place, 'new.sqlite')
    expect(refused('ingest', '--archive', archive, root)).toBe(
      `verbatim: ARCHIVE ${archive}: its folder cannot be written to; let whoever runs this write there, or name another place (READ_ONLY)\n`,
    )
    expect(refused('backup', '--archive', file, join(place, 'copy'))).toBe(
      `verbatim: ${place} cannot be written to; let whoever runs this write there, or name another place for the copy\n`,
    )
    const copied = join(place, 'copied.sqlite')
    chmodSync(place, 0o755)
    const store = openSqlite(file)
    await store.put(story(7))
    for (const end of ['', '-wal']) copyFileSync(file + end, copied + end)
    await store.close()
    chmodSync(place, 0o555)
    expect(refused('doctor', '--archive', copied)).toBe(
      `verbatim: ARCHIVE ${copied}: its log cannot be read where its folder cannot be written to; let whoever runs this write there, or name another place (READ_ONLY)\n`,
    )
    chmodSync(place, 0o000)
    expect(refused('doctor', '--archive', archive)).toBe(
      `verbatim: ARCHIVE ${archive}: permission is denied (CANNOT_OPEN)\n`,
    )
    chmodSync(place, 0o755)
  })

  it.skipIf(!isMounted)('gets no copy where there is no room for one, and the archive is not blamed', async () => {
    const file = await archiveOf(300)
    spawnSync('dd', ['if=/dev/zero', `of=${join(small, 'other')}`, 'bs=64k'])
    const { code, errors } = await run('backup', '--archive', file, join(small, 'copy'))
    rmSync(join(small, 'other'))
    expect([code, errors]).toEqual([
      1,
      `verbatim: ARCHIVE ${file}: its copy cannot be written: the disk is full; what was stored is safe; make room, then run the same command again (DISK_FULL)\n`,
    ])
  })
})

describe('an archive in a folder that cannot be written to, into which somebody else writes', {
  timeout: 60_000,
}, () => {
  /** Runs a script for whom the folder is read-only, and writes into the archive once it says that it reads. */
  async function whileRead(script: string): Promise<unknown> {
    const place = join(folder, `fixed-${++files}`)
    mkdirSync(place)
    const file = await archiveOf(60, join(place, 'news.sqlite'))
    chmodSync(folder, 0o755)
    chmodSync(file, 0o644)
    chmodSync(place, 0o555)
    const reads = `
      import { once } from 'node:events'
      import { openSqlite } from '#/src/store/sqlite/sqlite.ts'
      if (process.getuid() === 0) process.setuid(65534)
      const store = openSqlite(process.argv[1])
      const written = () => (console.log('reads'), once(process.stdin, 'end'))
      process.stdin.resume()
      ${script}
      await store.close()`
    const child = spawn(process.execPath, ['-e', reads, file], { cwd: root })
    const lines = child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })
    const errors = child.stderr.setEncoding('utf8').toArray()
    expect((await lines.next()).value ?? (await errors).join('')).toBe('reads\n')
    chmodSync(place, 0o755)
    await (await writesTo(file)).close()
    child.stdin.end()
    const answer = (await lines.next()).value
    expect(await errors).toEqual([])
    return JSON.parse(answer)
  }

  const writesTo = async (file: string) => {
    const store = openSqlite(file)
    await store.put(story(1_000))
    return store
  }

  it('is known to be another one, as if its file were replaced, and answers nothing more', async () => {
    const isReplaced = `
      const before = await store.isReplaced()
      await written()
      const code = await store.head('story-7').catch((error) => error.code)
      console.log(JSON.stringify([before, await store.isReplaced(), code]))`
    expect(await whileRead(isReplaced)).toEqual([false, true, 'REPLACED'])
  })

  it('ends an export that has begun, which would be of two states', async () => {
    const exported = `
      let [items, code] = [0, 'whole']
      try {
        for await (const batch of store.stream('quotes', { filter: {}, sort: '-publishedAt' })) {
          if (items === 0) await written()
          items += batch.length
        }
      } catch (error) { code = error.code }
      console.log(JSON.stringify([items < 60, code]))`
    expect(await whileRead(exported)).toEqual([true, 'REPLACED'])
  })

  it('is the same one after a writer has only looked at it', async () => {
    const place = join(folder, `fixed-${++files}`)
    mkdirSync(place)
    const file = await archiveOf(3, join(place, 'news.sqlite'))
    const { mtimeMs } = statSync(file)
    expect((await run('doctor', '--archive', file)).code).toBe(0)
    expect(statSync(file).mtimeMs).toBe(mtimeMs)
  })
})

describe('a damaged archive', () => {
  it('is answered with 503 and no part of an answer; the service is not ready, and the doctor says what to do', async () => {
    const file = await archiveOf(60)
    await damage(file)
    const store = openSqlite(file)
    const app = await buildApp({ store })
    expect((await app.inject('/readyz')).statusCode).toBe(200)
    for (const path of ['/v1/articles/story-7', '/v1/articles', '/v1/quotes']) {
      const { statusCode, body } = await app.inject(path)
      expect([path, statusCode, JSON.parse(body).type]).toEqual([path, 503, '/problems/store-corrupt'])
    }
    expect((await app.inject('/readyz')).statusCode).toBe(503)
    expect((await app.inject('/healthz')).statusCode).toBe(200)
    await app.close()
    await store.close()
    const { code, output } = await run('doctor', '--archive', file)
    expect([code, output]).toEqual([2, expect.stringContaining('go back to the last backup')])
  })

  it('is found out when one record, or one count, is not what was written', async () => {
    for (const [sql, about] of [
      [`update version set record = replace(record, '“3”', '“4”') where article = 'story-3'`, /every record/],
      ['update archive set articles = articles + 1', /counted/],
      [`delete from quote where id = (select id from quote limit 1)`, /counted/],
      [`pragma foreign_keys = off; delete from article where id = 'story-3'`, /foreign_key_check|counted/],
    ] as const) {
      const file = await archiveOf(9)
      const db = new DatabaseSync(file)
      db.exec(sql)
      db.close()
      expect(wrongIn(file).join()).toMatch(about)
    }
  })

  it('whose log has lost its tail keeps what was written before', async () => {
    const file = newFile()
    const store = openSqlite(file)
    for (let at = 0; at < 5; at++) await store.put(story(at))
    const torn = newFile()
    copyFileSync(file, torn)
    const log = readFileSync(`${file}-wal`)
    await store.put(story(5))
    const longer = readFileSync(`${file}-wal`)
    await store.close()
    longer[Math.floor((log.length + longer.length) / 2)]! ^= 1
    writeFileSync(`${torn}-wal`, longer)
    const again = openSqlite(torn)
    expect(await again.ids(9)).toEqual(['story-0', 'story-1', 'story-2', 'story-3', 'story-4'])
    expect((await again.put(story(5))).status).toBe('created')
    await again.close()
    expect(wrongIn(torn)).toEqual([])
  })
})

describe('an archive that is replaced while it is served', { timeout: 60_000 }, () => {
  it('is answered with 503, never from both', async () => {
    const [file, other] = [await archiveOf(3), await archiveOf(5)]
    const { child, url } = await served(file)
    expect((await fetch(`${url}/v1/articles/story-1`)).status).toBe(200)
    renameSync(other, file)
    await wait(2_500)
    const answers = await Promise.all(
      ['/v1/articles/story-1', '/v1/quotes', '/readyz', '/healthz'].map((path) => fetch(url + path)),
    )
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 200])
    child.kill('SIGINT')
    await once(child, 'close')
  })
})

describe('a backup', { timeout: 60_000 }, () => {
  it('is whole and of one moment while articles are written', async () => {
    const file = await archiveOf(200)
    const write = `
      import { openSqlite } from '#/src/store/sqlite/sqlite.ts'
      import { recordOf } from '#/test/helpers/record.ts'
      const store = openSqlite(process.argv[1])
      for (let at = 0; ; at++) {
        await store.put(recordOf({ title: 'New ' + at, path: 'new ' + at, text: '“' + at + ' new”' }))
        if (at === 20) process.stdout.write('writes')
      }`
    const writing = spawn(process.execPath, ['--input-type=module', '-e', write, file], { cwd: root })
    await once(writing.stdout, 'data')
    const articles = await backUp(file, `${file}.copy`)
    writing.kill('SIGKILL')
    await once(writing, 'close')
    expect(articles).toBeGreaterThanOrEqual(221)
    expect(wrongIn(`${file}.copy`)).toEqual([])
    expect([existsSync(`${file}.copy-part`), existsSync(`${file}.copy-wal`)]).toEqual([false, false])
    const copy = openSqlite(`${file}.copy`)
    expect((await copy.size()).articles).toBe(articles)
    await copy.close()
  })

  it('takes the place of nothing', async () => {
    const file = await archiveOf(3)
    const copy = join(folder, 'copy.sqlite')
    expect(await run('backup', '--archive', file, copy)).toEqual({
      code: 0,
      output: `${copy}: 3 articles, checked\n`,
      errors: '',
    })
    const again = await run('backup', '--archive', file, copy)
    expect([again.code, again.errors]).toEqual([1, `verbatim: ${copy} is there already; name a file that is not\n`])
  })
})

type Ended = { code: number | null; output: string; errors: string }

async function run(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'src/verbatim.js'), ...args], { cwd: folder })
  const [output, errors, [code]] = await Promise.all([
    child.stdout.setEncoding('utf8').toArray(),
    child.stderr.setEncoding('utf8').toArray(),
    once(child, 'close'),
  ])
  return { code, output: output.join(''), errors: errors.join('') }
}

/** A server over an archive, when it listens. */
async function served(archive: string): Promise<{ child: ChildProcess; url: string }> {
  const environment = { ...process.env, PORT: '0', HOST: '127.0.0.1', ARTICLES: '', ARCHIVE: archive }
  const child = spawn(process.execPath, [join(root, 'src/verbatim.js'), 'serve'], { cwd: folder, env: environment })
  for await (const line of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    const url = /"url":"([^"]+)"/.exec(line)?.[1]
    if (url) return { child, url }
  }
  throw new Error('it ended before it listened')
}
