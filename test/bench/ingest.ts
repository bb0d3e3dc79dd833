import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * `npm run bench:ingest [-- COUNT | FOLDER]`: how many articles a second `verbatim ingest` takes, what they cost in CPU and
 * how much memory it has at most. Of so many texts (2,000 unless told otherwise) made of the articles that the project
 * ships and checks; or of the files in a folder.
 */
const [asked = '2000'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'))
const wire = /^\d+$/.test(asked) ? made(Number(asked)) : asked
const files = globSync('**/*', { cwd: wire, withFileTypes: true }).filter((entry) => entry.isFile())
const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)

const since = performance.now()
const child = spawn(process.execPath, ['src/cli.ts', 'ingest', '--archive', join(folder, 'news.sqlite'), wire], {
  stdio: ['ignore', 'inherit', 'pipe'],
})
let errors = ''
child.stderr.on('data', (chunk) => {
  errors += chunk
})
let memory = 0
let ticks = 0
const watch = setInterval(() => {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  memory = Math.max(memory, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
  const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  ticks = Number(stat[11]) + Number(stat[12])
}, 200)
await once(child, 'close')
clearInterval(watch)
const seconds = (performance.now() - since) / 1000
const [, stored = '0'] = /([\d,]+) new/.exec(errors) ?? []
const articles = Number(stored.replaceAll(',', ''))
console.log(errors.trimEnd().split('\n').slice(-2).join('\n'))
console.log(
  `${articles} articles of ${files.length} files (${(bytes / 1e6).toFixed(0)} MB): ${(articles / seconds).toFixed(0)} a second on ` +
    `${availableParallelism()} cores, ${((ticks * 10) / articles).toFixed(1)} ms of CPU each, ${memory.toFixed(0)} MB of memory at most, ` +
    `${(statSync(join(folder, 'news.sqlite')).size / 1e6).toFixed(0)} MB in the archive`,
)
rmSync(folder, { recursive: true })

/** Texts with titles of their own; each begins with another paragraph of its original. */
function made(count: number): string {
  const wire = join(folder, 'wire')
  mkdirSync(wire)
  const originals = [...globSync('data/articles/*.txt'), ...globSync('test/golden/*/source.txt')]
    .toSorted()
    .map((file) => readFileSync(file, 'utf8').split(/\n\s*\n/))
  for (let at = 0; at < count; at++) {
    const [title = '', ...paragraphs] = originals[at % originals.length]!
    const turn = Math.floor(at / originals.length) % paragraphs.length
    const text = [`${title} ${at}`, ...paragraphs.slice(turn), ...paragraphs.slice(0, turn)]
    writeFileSync(join(wire, `${at}.txt`), text.join('\n\n'))
  }
  return wire
}
