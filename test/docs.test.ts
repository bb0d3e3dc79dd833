import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { settings } from '#/src/config.ts'
import { problems } from '#/src/errors.ts'
import { formats } from '#/src/load/load.ts'
import { loadFaults } from '#/src/load/load-error.ts'
import { countedIn, pathsOf, pathsOfRouter } from './docs/count.ts'
import { blocksAfter, linksIn, rowsIn } from './docs/markdown.ts'
import { type Floors, noiseOf } from './eval/floors.ts'
import { openApp } from './helpers/app.ts'

const root = join(import.meta.dirname, '..')
const read = (name: string): string => readFileSync(join(root, name), 'utf8')
const { version, dependencies, scripts } = JSON.parse(read('package.json'))

/** The first cells of all tables of a page, without the marks of code. */
const named = (page: string, column = 0): string[] =>
  rowsIn(read(page)).map((cells) => cells[column]!.replaceAll('`', ''))

const verbatim = (...args: string[]): string => {
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'src/verbatim.js'), ...args], { encoding: 'utf8' })
  return stdout + stderr
}

it('every setting is in docs/configuration.md, and in the help', () => {
  expect(named('docs/configuration.md')).toEqual(settings)
  for (const setting of settings) expect(verbatim('--help')).toContain(`  ${setting} `)
})

it('every format is in docs/loading.md, and in the help', () => {
  const [start] = read('docs/loading.md').split('\n## ')
  expect(rowsIn(start!).map(([type]) => type!.replaceAll('`', ''))).toEqual(formats)
  for (const format of formats) expect(verbatim('--help')).toMatch(new RegExp(`TYPE[^.]*\\b${format}\\b`))
})

it('every problem is in docs/problems.md, as its own page has it', () => {
  const rows = rowsIn(read('docs/problems.md'))
  for (const [type, { status, about }] of Object.entries(problems))
    expect(rows).toContainEqual([String(status), `\`${type}\``, about])
})

it('every code of a file that is not loaded is in docs/problems.md, with what becomes of it', () => {
  const rows = rowsIn(read('docs/problems.md')).map((cells) => cells.slice(0, 2))
  for (const [code, outcome] of Object.entries(loadFaults)) expect(rows).toContainEqual([`\`${code}\``, outcome])
})

it('every code of an archive that cannot be used is in docs/problems.md', () => {
  const codes = [...read('src/store/store-error.ts').matchAll(/\| '([A-Z_]+)'/g)].map(([, code]) => code)
  expect(codes.length).toBeGreaterThan(5)
  expect(named('docs/problems.md')).toEqual(expect.arrayContaining(codes))
})

it('every path is in docs/api.md, with the representations that have a path of their own, and no other', async () => {
  await using app = await openApp()
  expect(pathsOf(rowsIn(read('docs/api.md')))).toEqual(pathsOfRouter(app.printRoutes({ commonPrefix: false })))
})

it('every command is in the README, as the help has it', () => {
  const [, names = ''] = /^verbatim: which command\? (.+?);/.exec(verbatim()) ?? []
  const commands = names.split(/, | or /)
  expect(commands.length).toBeGreaterThan(1)
  for (const command of commands) {
    const [line] = new RegExp(`verbatim ${command}[^\\n]*?(?=\\s{2,})`).exec(verbatim('--help'))!
    expect(named('README.md')).toContain(line)
  }
})

it('the two commands of the README are there', () => {
  expect(read('README.md')).toContain('npm ci && npm start\nnpm ci && npm test\n')
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'test']))
})

it('the README shows what the server answers', async () => {
  await using app = await openApp()
  const shown = blocksAfter(read('README.md'), /^curl 'http:\/\/127\.0\.0\.1:3000(.+)'$/m)
  expect(shown.length).toBeGreaterThan(1)
  for (const { found: path, language, block } of shown) {
    const { statusCode, body } = await app.inject(path)
    expect(statusCode).toBe(200)
    if (language === 'json') expect(JSON.parse(body)).toEqual(JSON.parse(block))
    else expect(body.replaceAll('\r', '')).toBe(block)
  }
})

it('the record that the README shows is what extract prints', () => {
  const [shown] = blocksAfter(read('README.md'), /^npx verbatim (extract \S+)$/m)
  const record = JSON.parse(verbatim(...shown!.found.split(' ')))
  const members = [...shown!.block.matchAll(/^ {2}(\w+): /gm)].map(([, name]) => name)
  expect(members).toEqual(Object.keys(record))
  expect([record.quotes[0].id, record.entities[0].id]).toEqual(
    ['quotes', 'entities'].map(
      (member) => new RegExp(`^ {2}${member}: \\[\\{ id: '([^']+)'`, 'm').exec(shown!.block)![1],
    ),
  )
})

it('the map of the tree shows every folder of the source, and nothing that is not there', () => {
  const [, tree = ''] = /^## The tree\n(.*?)^## /ms.exec(read('README.md'))!
  const shown = rowsIn(tree).flatMap(([cell]) => cell!.replaceAll('`', '').split(', '))
  expect(shown.filter((path) => !existsSync(join(root, path)))).toEqual([])
  const folders = globSync('src/*/', { cwd: root, exclude: ['src/cli'] }).map((folder) => folder.replace(/\/$/, ''))
  expect(shown).toEqual(expect.arrayContaining(folders))
})

it('every runtime dependency has its line in docs/dependencies.md, and no other', () => {
  expect(named('docs/dependencies.md').sort()).toEqual(Object.keys(dependencies).sort())
})

it('every file of data has its line in data/README.md, with how much it holds', () => {
  const stated = rowsIn(read('data/README.md')).map(([file, , count]) => [
    file!.replaceAll('`', ''),
    Number.parseInt(count!, 10),
  ])
  const files = globSync('data/*/*', { cwd: root }).map((file) => file.slice('data/'.length))
  const counted = files
    .filter((file) => !file.endsWith('.md'))
    .map((file) => [file, countedIn(join(root, 'data', file))])
  expect(stated.sort()).toEqual(counted.sort())
})

it('every figure in docs/measuring.md is the one that its floor was pinned under', () => {
  const floors = JSON.parse(read('test/eval/floors.json')) as Floors
  const quoted = rowsIn(read('docs/measuring.md')).map(
    ([, name, figure]) => [name!.replaceAll('`', ''), Number(figure)] as const,
  )
  expect(quoted.length).toBeGreaterThan(10)
  const rounding = (name: string): number => (/^(?:pages|text)/.test(name) ? 0.002 : 0.3)
  for (const [name, figure] of quoted) {
    const floor = floors.atLeast[name] ?? floors.atMost[name] ?? Number.NaN
    expect(Math.abs(figure - floor), name).toBeLessThanOrEqual(noiseOf(name) + rounding(name))
  }
})

it('the changelog says what this version brings', () => {
  expect(read('CHANGELOG.md')).toContain(`## ${version}\n`)
})

it.each(globSync(['*.md', 'docs/**/*.md', 'data/**/*.md', 'test/**/*.md'], { cwd: root }))(
  '%s links to what is there',
  (page) => {
    const broken = linksIn(read(page)).filter((link) => !existsSync(join(root, dirname(page), link)))
    expect(broken).toEqual([])
  },
)
