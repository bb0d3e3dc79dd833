import { globSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

/** The folders of the extractor, from the ground up: each may use those below it. */
const extractor = ['tagger', 'paragraph', 'roles', 'coreference', 'attribution', 'quotes', 'statements', 'entities']

/** The same for what every answer has. */
const http = ['ask', 'answer', 'resource', 'edge', 'openapi']

/** Who may import what: folders and packages by their beginning. What is not listed for a place is forbidden to it. */
const may: readonly { place: string; project: readonly string[]; packages: readonly string[] }[] = [
  { place: 'schemas/', project: ['schemas/'], packages: ['zod'] },
  { place: 'src/text/', project: ['src/text/'], packages: [] },
  { place: 'src/models/', project: ['src/models/'], packages: [] },
  ...extractor.map((folder, at) => ({
    place: `src/extract/${folder}/`,
    project: [
      'schemas/',
      'src/text/',
      'src/models/',
      'src/extract/extraction.ts',
      ...extractor.slice(0, at + 1).map((below) => `src/extract/${below}/`),
    ],
    packages: [],
  })),
  { place: 'src/extract/', project: ['schemas/', 'src/text/', 'src/models/', 'src/extract/'], packages: [] },
  {
    place: 'src/record/',
    project: ['schemas/', 'src/text/', 'src/record/', 'src/extract/extraction.ts', 'src/load/draft.ts'],
    packages: ['node:crypto'],
  },
  { place: 'src/present/', project: ['schemas/', 'src/text/', 'src/present/'], packages: ['csv-stringify'] },
  {
    place: 'src/load/',
    project: ['schemas/', 'src/text/', 'src/models/', 'src/load/'],
    packages: [
      'node:fs',
      'node:path',
      'node:crypto',
      'node:buffer',
      'node:stream',
      'node:zlib',
      'zod',
      'htmlparser2',
      '@mozilla/readability',
      'saxes',
      'postal-mime',
      'chardet',
      'yaml',
      'mdast-util-from-markdown',
    ],
  },
  {
    place: 'src/reading/',
    project: [
      'schemas/',
      'src/reading/',
      'src/load/',
      'src/extract/extract.ts',
      'src/extract/lexicon.ts',
      'src/record/',
      'src/learned.ts',
      'src/lexicon.ts',
    ],
    packages: ['zod', 'node:crypto', 'node:fs', 'node:module', 'node:os', 'node:path', 'node:worker_threads'],
  },
  {
    place: 'src/store/',
    project: ['schemas/', 'src/text/', 'src/store/'],
    packages: ['node:sqlite', 'node:fs', 'node:path', 'node:url', 'node:crypto', 'node:worker_threads'],
  },
  ...http.map((folder, at) => ({
    place: `src/http/${folder}/`,
    project: [
      'schemas/',
      'src/text/',
      'src/present/',
      'src/errors.ts',
      'src/store/store.ts',
      'src/store/store-error.ts',
      'src/store/identity.ts',
      'src/version.ts',
      ...http.slice(0, at + 1).map((below) => `src/http/${below}/`),
    ],
    packages: ['*'],
  })),
  {
    place: 'routes/',
    project: ['schemas/', 'src/errors.ts', 'src/http/', 'src/present/', 'src/text/', 'routes/'],
    packages: ['fastify', 'zod', '@fastify/', 'node:'],
  },
  { place: 'src/sdk/', project: ['src/sdk/'], packages: [] },
  { place: 'src/app.ts', project: ['*'], packages: ['*'] },
  { place: 'src/', project: ['src/', 'schemas/'], packages: ['*'] },
]

const files = globSync('{src,routes,schemas}/**/*.ts', { cwd: root, exclude: ['src/sdk/generated'] }).map((file) =>
  file.replaceAll('\\', '/'),
)

const statement = /^(?:import|export|\})[^'\n]*\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gmu

const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(statement)].map(([, from, bare, lazy]) => (from ?? bare ?? lazy)!)

/** The file that an import names, from the root of the project; null for a package. */
function target(file: string, name: string): string | null {
  if (name.startsWith('#/')) return name.slice(2)
  return name.startsWith('.') ? posix.normalize(posix.join(dirname(file), name)) : null
}

const allowed = (list: readonly string[], name: string): boolean =>
  list.some((prefix) => prefix === '*' || name.startsWith(prefix))

it.each(files)('%s imports only what its place may', (file) => {
  const { project, packages } = may.find(({ place }) => file.startsWith(place))!
  const wrong = importsOf(file).filter((name) => {
    const inside = target(file, name)
    return inside === null ? !allowed(packages, name) : !allowed(project, inside)
  })
  expect(wrong).toEqual([])
})

it('only the composition root knows that routes exist', () => {
  const knows = files.filter(
    (file) => !file.startsWith('routes/') && importsOf(file).some((name) => target(file, name)?.startsWith('routes/')),
  )
  expect(knows).toEqual(['src/app.ts'])
})

it('data is read, never imported', () => {
  expect(files.filter((file) => importsOf(file).some((name) => target(file, name)?.startsWith('data/')))).toEqual([])
})

it('reads imports, or it would find nothing to forbid', () => {
  expect(importsOf('src/extract/extract.ts').length).toBeGreaterThan(3)
})

it('no file is too long to read at once', () => {
  const long = files.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 250)
  expect(long).toEqual([])
})

it('no pattern has inline modifiers, which V8 matches wrongly once a process has compiled many patterns', () => {
  const modifier = /\(\?(?=[ims-]+:)[ims]*(?:-[ims]+)?:/u
  const code = files.map(
    (file) => [file, readFileSync(join(root, file), 'utf8').replaceAll(/^\s*\*.*$/gmu, '')] as const,
  )
  expect(code.filter(([, text]) => modifier.test(text)).map(([file]) => file)).toEqual([])
  expect(modifier.test('/(?i:by) /u')).toBe(true)
})
