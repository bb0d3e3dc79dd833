import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify, stripVTControlCharacters } from 'node:util'
import { openedIn } from './browser.ts'
import { installed } from './packed.ts'
import { stepsIn } from './page.ts'

/** What every program is told. */
export type Given = { url: string; oddUrl: string; article: string; harbour: string; quay: string }

/** What the program of a language answered to each job; `shown`: what its page shows and does not do, null where all is done. */
type Outcome = { where: string; answers: Map<string, string>; shown?: string | null }
type Language = (given: Given) => AsyncGenerator<Outcome>

const start = promisify(execFile)
const here = import.meta.dirname

const answersIn = (printed: string): Map<string, string> =>
  new Map(printed.split('\n').map((line) => line.split('\t', 2) as [string, string]))

/** Runs a command; what it said is in the error when it fails. */
async function run(folder: string, command: string, given: Given, path = process.env.PATH!): Promise<string> {
  const { url: URL, oddUrl: ODD_URL, article: ARTICLE, harbour: HARBOUR, quay: QUAY } = given
  const env = { ...process.env, PATH: path, URL, ODD_URL, ARTICLE, HARBOUR, QUAY }
  try {
    const { stdout } = await start('bash', ['-ec', command], { cwd: folder, env, maxBuffer: 2 ** 26 })
    return stripVTControlCharacters(stdout)
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    throw new Error(`${command}\n${stdout.slice(-2000)}${stderr.slice(-4000)}`)
  }
}

/** A language of which docs/sdk has a page: does what the page shows, then the jobs with the client that it made. */
const asShown = (language: string, jobs: string, prepare?: string): Language =>
  async function* (given) {
    const folder = mkdtempSync(join(tmpdir(), `verbatim-${language}-`))
    try {
      cpSync(join(here, language), folder, { recursive: true })
      // Where a page installs something, it does so here and not on the machine.
      if (prepare) await run(folder, prepare, given)
      const path = `${join(folder, 'venv/bin')}${delimiter}${process.env.PATH}`
      let shown: string | null = null
      for (const step of stepsIn(readFileSync(join(here, `../../docs/sdk/${language}.md`), 'utf8'))) {
        const here = (text: string): string => text.replaceAll('http://127.0.0.1:3000', given.url)
        if ('file' in step) {
          mkdirSync(dirname(join(folder, step.file)), { recursive: true })
          writeFileSync(join(folder, step.file), here(step.content))
        } else {
          const printed = await run(folder, here(step.commands), given, path)
          if (step.prints !== null && printed !== step.prints) shown = printed
        }
      }
      yield { where: language, answers: answersIn(await run(folder, jobs, given, path)), shown }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

/** Where a program of the machine is; the tools of the project do not count. */
const ofMachine = (name: string): string | undefined =>
  process.env
    .PATH!.split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .map((folder) => join(folder, name))
    .find(existsSync)

/** The package as a user installs it, in every runtime: the Node of the machine may be older than that of the project. */
async function* typescript(given: Given): AsyncGenerator<Outcome> {
  const folder = installed()
  cpSync(join(here, 'typescript'), folder, { recursive: true })
  await run(folder, 'npm install --no-audit --no-fund deno@2.9.6 bun@1.4.5', given)
  const runtimes = {
    'Node of the project': process.execPath,
    'Node of the machine': ofMachine('node'),
    Deno: 'node_modules/.bin/deno run --allow-net --allow-env',
    Bun: 'node_modules/.bin/bun',
  }
  for (const [name, command] of Object.entries(runtimes))
    if (command)
      yield { where: `typescript in ${name}`, answers: answersIn(await run(folder, `${command} main.js`, given)) }
  const chromium = ofMachine('chromium')
  if (!chromium) return
  yield {
    where: 'typescript in Chromium',
    answers: answersIn(await openedIn(chromium, folder, new URLSearchParams(given))),
  }
}

export const languages: Record<string, Language> = {
  typescript,
  python: asShown('python', 'python jobs.py', 'python3 -m venv venv'),
  go: asShown('go', 'go run ./jobs'),
  java: asShown('java', 'mvn --quiet --batch-mode exec:java -Dexec.mainClass=Jobs'),
}
