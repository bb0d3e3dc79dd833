import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * `npm run bench:ingest [-- COUNT | FOLDER]`: how many articles a second `verbatim ingest` takes, what they cost in CPU and
 * how much memory it has at most, beside `verbatim extract` of the same files in the same run: the difference is what it
 * costs to store them. Of so many texts (2,000 unless told otherwise) made of the articles that the project ships and
 * checks; or of the files in a folder.
 */
const [asked = '2000'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'))
const archive = join(folder, 'news.sqlite')
const wire = /^\d+$/.test(asked) ? made(Number(asked)) : asked
const sizes = globSync('**/*', { cwd: wire, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => statSync(join(parentPath, name)).size)
const bytes = sizes.reduce((sum, size) => sum + size, 0)
console.log(`${sizes.length} files, ${(bytes / 1e6).toFixed(0)} MB, ${availableParallelism()} cores`)

for (const [name, args] of [
  ['extract', ['extract', wire]],
  ['ingest', ['ingest', '--archive', archive, wire]],
] as const) {
  const { seconds, cpu, memory } = await measured(args)
  const each = (total: number): string => (total / sizes.length).toFixed(1)
  console.log(
    `${name.padEnd(8)} ${(sizes.length / seconds).toFixed(0).padStart(5)} files a second   ${each(cpu)} ms of CPU each   ` +
      `${memory.toFixed(0)} MB of memory at most`,
  )
}
console.log(`the archive has ${(statSync(archive).size / 1e6).toFixed(0)} MB`)
rmSync(folder, { recursive: true })

/** Seconds that a command takes, its CPU in milliseconds and its memory in megabytes, as Linux counts them. */
async function measured(args: readonly string[]): Promise<{ seconds: number; cpu: number; memory: number }> {
  const since = performance.now()
  const child = spawn(process.execPath, ['src/verbatim.js', ...args], { stdio: 'ignore' })
  let [cpu, memory] = [0, 0]
  const watch = setInterval(() => {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
    memory = Math.max(memory, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
    const times = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    cpu = 10 * (Number(times[11]) + Number(times[12])) // hundredths of a second
  }, 100)
  await once(child, 'close')
  clearInterval(watch)
  return { seconds: (performance.now() - since) / 1000, cpu, memory }
}

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
