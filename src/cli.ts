#!/usr/bin/env node
import { CannotRun } from './cannot-run.ts'
import { readArguments, suggestion } from './cli/arguments.ts'
import { version } from './version.ts'

const help = `Verbatim: who said what in a news article, word for word.

  verbatim extract [--as TYPE] PATH…               reads articles, prints one line of JSON for each
  verbatim extract --explain PATH…                 shows which lines of a page are its article, and why
  verbatim ingest [--archive FILE] [--json] PATH…  reads articles and keeps them in an archive
  verbatim serve [--archive FILE]                  serves articles over HTTP
  verbatim doctor [--archive FILE] [--rejected]    says how an archive is; or what it did not take, and why
  verbatim backup [--archive FILE] COPY            copies an archive, while it is in use, too
  verbatim --help | --version

extract takes files and folders; hidden files in a folder are left out. What a file holds tells its format; where that
would mislead TYPE says it: text, html, markdown, json, xml, mail or warc. What is no article, such
as a picture, is skipped. Exit code: 0 all else was read, 2 some were rejected or none was an article, 1 it could not run.

ingest reads the same files and keeps their articles in FILE, which it makes when it is not there; else ARCHIVE names it.
It may be ended at any time: the same command goes on from there, and reads nothing twice that has not changed. --json
prints one line for each article and for each input that gave none. Exit code: as extract; 130 Ctrl-C ended it.

doctor changes nothing. Its exit code: 0 the archive is whole, 2 it is not.

serve serves the articles in FILE; without one, those of ARTICLES, from memory. Its settings are variables of the
environment:
  HOST        the address to listen on (127.0.0.1)
  PORT        the port, 0 for any that is free (3000)
  ARCHIVE     the file of the archive (in memory)
  ARTICLES    a folder of articles to load at start (with no ARCHIVE: data/articles of the package)
  PUBLIC_URL  how clients reach it, for absolute links (none)
  RATE_LIMIT  requests a minute from one address (none)
  LOG_LEVEL   trace, debug, info, warn, error, fatal or silent (info)
SIGTERM and SIGINT end it once the open requests are answered. SIGHUP does nothing.
`

type Command = {
  options: readonly string[]
  flags?: readonly string[]
  run(values: Record<string, string | undefined>, paths: string[], flags: ReadonlySet<string>): Promise<void>
}

/** A command loads its modules when it is called: to extract, no server is needed. */
const commands: Record<string, Command> = {
  extract: {
    options: ['as'],
    flags: ['explain'],
    async run({ as }, paths, flags) {
      if (paths.length === 0) throw new CannotRun('extract needs a file or a folder')
      if (flags.has('explain')) {
        const { explain } = await import('./cli/explain.ts')
        process.exitCode = await explain(paths, as)
        return
      }
      const { extract } = await import('./cli/extract.ts')
      process.exitCode = await extract(paths, as)
    },
  },
  ingest: {
    options: ['archive'],
    flags: ['json'],
    async run({ archive }, paths, flags) {
      if (paths.length === 0) throw new CannotRun('ingest needs a file or a folder')
      const file = archiveOf('ingest', archive)
      const { withLittleMemory } = await import('./cli/little-memory.ts')
      withLittleMemory()
      const { ingest } = await import('./cli/ingest.ts')
      process.exitCode = await ingest(paths, file, flags.has('json'))
    },
  },
  doctor: {
    options: ['archive'],
    flags: ['rejected'],
    async run({ archive }, paths, flags) {
      if (paths.length > 0) throw new CannotRun('doctor takes no paths: --archive names what it looks at')
      const file = archiveOf('doctor', archive)
      const { doctor, rejected } = await import('./cli/doctor.ts')
      process.exitCode = await (flags.has('rejected') ? rejected : doctor)(file)
    },
  },
  backup: {
    options: ['archive'],
    async run({ archive }, [copy, ...others]) {
      if (copy === undefined || others.length > 0) throw new CannotRun('backup needs one file to copy the archive to')
      const file = archiveOf('backup', archive)
      const { backup } = await import('./cli/backup.ts')
      process.exitCode = await backup(file, copy)
    },
  },
  serve: {
    options: ['archive'],
    async run({ archive }, paths) {
      if (paths.length > 0) throw new CannotRun('serve takes no paths: ARTICLES names the folder that it loads')
      const { readConfig } = await import('./config.ts')
      const { serve } = await import('./serve/server.ts')
      await serve(archive ? readConfig({ ...process.env, ARCHIVE: archive }) : readConfig(process.env))
    },
  },
}

/** The archive that a command is for: what was typed, else the setting. */
function archiveOf(command: string, typed: string | undefined): string {
  const file = typed ?? process.env.ARCHIVE
  if (!file) throw new CannotRun(`${command} needs an archive: --archive FILE, or the setting ARCHIVE`)
  return file
}

async function main([name = '', ...rest]: string[]) {
  if (name === '--help' || name === '-h') return print(help)
  if (name === '--version') return print(`${version}\n`)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new CannotRun(await unknown(name))
  const { values, flags, paths, help: helpWanted } = await readArguments(rest, command.options, command.flags)
  return helpWanted ? print(help) : command.run(values, paths, flags)
}

const print = (text: string) => void process.stdout.write(text)

async function unknown(name: string) {
  const names = Object.keys(commands)
  if (name === '')
    return `which command? ${names.slice(0, -1).join(', ')} or ${names.at(-1)}; verbatim --help says more`
  const kind = name.startsWith('-') ? 'option' : 'command'
  return `unknown ${kind} ${name}${await suggestion(name, [...names, '--help', '--version'])}`
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  const expected = error instanceof CannotRun
  process.stderr.write(`verbatim: ${expected ? error.message : error instanceof Error ? error.stack : error}\n`)
  process.exitCode = 1
}
