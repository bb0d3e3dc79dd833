#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { CannotRun } from './cannot-run.ts'
import { readArguments, suggestion } from './cli/arguments.ts'

const packaged = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

// What Node has compiled once it keeps: the next start takes a third of the time. In a place that only whoever
// installed the package can write to; where that is read-only nothing is kept, and nothing said.
enableCompileCache(packaged('node_modules/.cache/node'))

const help = `Verbatim: who said what in a news article, word for word.

  verbatim extract [--as TYPE] PATH…    reads articles, prints one line of JSON for each
  verbatim extract --explain PATH…      shows which lines of a page are its article, and why
  verbatim serve [--archive FILE]       serves articles over HTTP
  verbatim --help | --version

extract takes files and folders; hidden files in a folder are left out. What a file holds tells its format; where that
would mislead TYPE says it: text, html, markdown, json, xml, mail or warc. Exit code: 0 all were read, 2 some were
rejected, 1 it could not run.

serve keeps the articles in FILE, else in memory. Its settings are variables of the environment:
  HOST        the address to listen on (127.0.0.1)
  PORT        the port, 0 for any that is free (3000)
  ARCHIVE     the file of the archive (in memory)
  ARTICLES    the folder of articles to load at start (data/articles of the package)
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
  serve: {
    options: ['archive'],
    async run({ archive }, paths) {
      if (paths.length > 0) throw new CannotRun('serve takes no paths: ARTICLES names the folder that it loads')
      const { readConfig } = await import('./config.ts')
      const config = readConfig(process.env)
      const { serve } = await import('./server.ts')
      await serve({ ...config, archive: archive ?? config.archive })
    },
  },
}

async function main([name = '', ...rest]: string[]) {
  if (name === '--help' || name === '-h') return print(help)
  if (name === '--version') return print(`${JSON.parse(readFileSync(packaged('package.json'), 'utf8')).version}\n`)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new CannotRun(await unknown(name))
  const { values, flags, paths, help: helpWanted } = await readArguments(rest, command.options, command.flags)
  return helpWanted ? print(help) : command.run(values, paths, flags)
}

const print = (text: string) => void process.stdout.write(text)

async function unknown(name: string) {
  const names = Object.keys(commands)
  if (name === '') return `which command? ${names.join(' or ')}; verbatim --help says more`
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
