import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const article = join(root, 'data/articles/benarnews-anwar-qatar.txt')
const folder = mkdtempSync(join(tmpdir(), 'verbatim-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Ended = { code: number | null; output: string; errors: string }

function verbatim(...args: string[]): Promise<Ended> {
  return run(process.execPath, [join(root, 'src/verbatim.js'), ...args])
}

function run(command: string, args: string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...environment } })
    let [output, errors] = ['', '']
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.on('close', (code) => resolve({ code, output, errors }))
  })
}

const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

const lines = (output: string) =>
  output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('verbatim', () => {
  it('says what it does', async () => {
    for (const args of [['--help'], ['-h'], ['extract', '--help'], ['serve', '-h']]) {
      const { code, output } = await verbatim(...args)
      expect([code, output]).toEqual([0, expect.stringContaining('verbatim extract [--as TYPE] PATH…')])
    }
  })

  it('says its version', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(await verbatim('--version')).toEqual({ code: 0, output: `${version}\n`, errors: '' })
  })

  it.each([
    [['exract'], 'unknown command exract: did you mean extract?'],
    [['start'], 'unknown command start'],
    [['--hepl'], 'unknown option --hepl: did you mean --help?'],
    [['toString'], 'unknown command toString'],
    [[], 'which command? extract, ingest, doctor, backup or serve; verbatim --help says more'],
    [['extract'], 'extract needs a file or a folder'],
    [['extract', '--az', 'text', 'a.txt'], 'unknown option --az: did you mean --as?'],
    [['extract', '-x', 'a.txt'], 'unknown option -x'],
    [['extract', 'a.txt', '--as'], '--as needs a value'],
    [
      ['extract', '--as', 'tex', 'a.txt'],
      "--as takes text or html or markdown or json or xml or mail or warc, not 'tex'",
    ],
    [['ingest', 'a.txt'], 'ingest needs an archive: --archive FILE, or the setting ARCHIVE'],
    [['ingest', '--archive', 'a.sqlite'], 'ingest needs a file or a folder'],
    [['ingest', '--jsn', 'a.txt'], 'unknown option --jsn: did you mean --json?'],
    [['ingest', '--archive', '--json', 'wire'], '--archive needs a value'],
    [['ingest', '--json=no', '--archive', 'a.sqlite', 'wire'], '--json takes no value'],
    [['extract', '--help=no'], '--help takes no value'],
    [
      ['ingest', '--archive', 'a.sqlite', '--archive', 'b.sqlite', 'wire'],
      "--archive is given twice: 'a.sqlite' and 'b.sqlite'",
    ],
    [['doctor'], 'doctor needs an archive: --archive FILE, or the setting ARCHIVE'],
    [['doctor', 'a.sqlite'], 'doctor takes no paths: --archive names what it looks at'],
    [['backup', '--archive', 'a.sqlite'], 'backup needs one file to copy the archive to'],
    [['backup', '--archive', 'a.sqlite', 'b', 'c'], 'backup needs one file to copy the archive to'],
    [
      ['doctor', '--archive', 'none.sqlite'],
      'ARCHIVE none.sqlite: there is no such file; verbatim ingest makes one (CANNOT_OPEN)',
    ],
    [
      ['ingest', '--archive', 'none/a.sqlite', 'data'],
      'ARCHIVE none/a.sqlite: there is no folder none; make it first (CANNOT_OPEN)',
    ],
    [['doctor', '--archive', 'data'], 'ARCHIVE data: it is a folder (CANNOT_OPEN)'],
    [['serve', '--archiv', 'a'], 'unknown option --archiv: did you mean --archive?'],
    [['serve', 'data'], 'serve takes no paths: ARTICLES names the folder that it loads'],
  ])('refuses %j in one line', async (args, line) => {
    expect(await verbatim(...args)).toEqual({ code: 1, output: '', errors: `verbatim: ${line}\n` })
  })
})

describe('verbatim extract', () => {
  it('prints the record of an article, on one line', async () => {
    const { code, output, errors } = await verbatim('extract', article)
    expect([code, errors, output.split('\n').length]).toEqual([0, '', 2])
    const [record] = lines(output)
    expect(Object.keys(record)).toEqual(['source', 'article', 'text', 'blocks', 'quotes', 'entities'])
    expect(record.source).toMatchObject({ path: article, mediaType: 'text/plain', charset: 'utf-8' })
    expect(record.text).toBe(readFileSync(article, 'utf8'))
    for (const quote of record.quotes) {
      expect(record.text.slice(quote.range.start, quote.range.end)).toBe(quote.text)
      expect(quote.attribution).toHaveProperty('evidence')
      expect(quote.attribution).not.toHaveProperty('alternatives')
    }
  })

  it('keeps the order of the arguments, and sorts what is in a folder', async () => {
    const story = '“Yes,” said Ana Cruz.\n'
    for (const name of ['wire/b.txt', 'wire/a.txt', 'wire/asia/c.txt']) file(name, `${name}\n\n${story}`)
    const first = file('z.txt', `z\n\n${story}`)
    const { code, output } = await verbatim('extract', first, join(folder, 'wire'))
    expect(code).toBe(0)
    const paths = lines(output).map(({ source }) => source.path.slice(folder.length + 1))
    expect(paths).toEqual(['z.txt', 'wire/a.txt', 'wire/asia/c.txt', 'wire/b.txt'])
  })

  it('names what it rejects, goes on with the rest, and ends with 2', async () => {
    const bad = [
      file('empty.txt', ''),
      file('latin.txt', Buffer.from('Caf\xe9 society said so.', 'latin1')),
      join(folder, 'none.txt'),
    ]
    const { code, output, errors } = await verbatim('extract', ...bad, article)
    expect([code, errors]).toEqual([2, ''])
    const records = lines(output)
    expect(records.map(({ error }) => error?.code)).toEqual(['EMPTY', 'ENCODING', 'ENOENT', undefined])
    expect(records[0]).toEqual({ source: { path: bad[0] }, error: { code: 'EMPTY', detail: expect.any(String) } })
  })

  it('skips a picture and ends with 0, but with 2 where nothing is an article', async () => {
    const picture = file('a.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
    const both = await verbatim('extract', picture, article)
    expect([both.code, lines(both.output)[0].error.code]).toEqual([0, 'NOT_TEXT'])
    expect((await verbatim('extract', picture)).code).toBe(2)
  })

  it('explains what it would read with the same exit code, and what it shows does nothing to a terminal', async () => {
    const picture = file('explained.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
    const story = file('explained.txt', 'The harbour\n\n“We are \u001b[31mopen,” said Ana Cruz.\n')
    const { code, output } = await verbatim('extract', '--explain', picture, story)
    expect([code, output]).toEqual([0, expect.stringMatching(/NOT_TEXT: .*We are \\u001b\[31mopen/s)])
    expect((await verbatim('extract', '--explain', picture)).code).toBe(2)
    expect((await verbatim('extract', '--explain', file('explained-empty.txt', ''), story)).code).toBe(2)
  })

  it('takes a file for the format that it is told, whatever it looks like', async () => {
    const page = file('quoted.html', '<p>“Yes,” said Ana Cruz.</p>\n')
    expect(lines((await verbatim('extract', page)).output)[0].text).toBe('“Yes,” said Ana Cruz.')
    const { code, output } = await verbatim('extract', '--as', 'text', page)
    expect([code, lines(output)[0].text]).toEqual([0, '<p>“Yes,” said Ana Cruz.</p>\n'])
  })

  it('takes a path behind -- for what it is', async () => {
    const { output } = await verbatim('extract', '--', '--as')
    expect(lines(output)[0]).toMatchObject({ source: { path: '--as' }, error: { code: 'ENOENT' } })
  })

  it('ends quietly when its reader has seen enough', async () => {
    const many = Array.from({ length: 40 }, () => `'${article}'`).join(' ')
    const { output, errors } = await run('sh', [
      '-c',
      `'${process.execPath}' src/verbatim.js extract ${many} | head -c 10`,
    ])
    expect([output.length, errors]).toEqual([10, ''])
  })

  it('loads no server and no database', async () => {
    const trace = `
      import { registerHooks } from 'node:module'
      registerHooks({ resolve: (name, context, next) => {
        const found = next(name, context)
        process.stderr.write(found.url + '\\n')
        return found
      } })`
    const importing = ['--import', `data:text/javascript,${encodeURIComponent(trace)}`]
    // What a thread loads is traced without one: hooks are not set in it.
    const [command, thread] = [['src/cli.ts', 'extract', article], ['src/reading/worker.ts']]
    const ended = await Promise.all([command, thread].map((args) => run(process.execPath, [...importing, ...args])))
    const errors = ended.map((each) => each.errors).join('')
    expect(errors).toContain('/src/reading/worker.ts')
    expect(errors).toContain('/src/extract/extract.ts')
    expect(
      errors.split('\n').filter((url) => /node_modules\/(fastify|pino)\/|node:sqlite|src\/(server|app|http)/.test(url)),
    ).toEqual([])
  })
})
