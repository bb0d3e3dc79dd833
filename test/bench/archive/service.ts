import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const root = join(import.meta.dirname, '../../..')

/** The service in a process of its own over an archive, as `verbatim serve` starts it. */
export async function started(archive: string, articles: string) {
  const port = 20_000 + (process.pid % 20_000)
  const url = `http://127.0.0.1:${port}`
  const since = performance.now()
  const service = spawn(process.execPath, ['src/cli.ts', 'serve'], {
    cwd: root,
    env: { ...process.env, PORT: `${port}`, ARCHIVE: archive, ARTICLES: articles, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  while (!(await answers(`${url}/v1/articles?limit=1`))) {
    if (service.exitCode !== null || performance.now() - since > 60_000) throw new Error('it does not start')
    await setTimeout(5)
  }
  const startMs = performance.now() - since
  return {
    url,
    startMs,
    /** The most memory that it has had, in MB: the resident set, threads and mapped pages and all. */
    memory: (): number =>
      Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${service.pid}/status`, 'utf8'))![1]) / 1024,
    end: () => {
      const ended = new Promise((resolve) => service.on('exit', resolve))
      service.kill('SIGINT')
      return ended
    },
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

/** Asks one path after another; gives how long each answer took to its last byte, in milliseconds. */
export async function asked(url: string, paths: readonly string[]): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const times: number[] = []
  for (const path of paths) {
    const since = performance.now()
    const status = await new Promise((resolve, reject) => {
      get(url + path, { agent }, (answer) => answer.resume().on('end', () => resolve(answer.statusCode))).on(
        'error',
        reject,
      )
    })
    times.push(performance.now() - since)
    if (status !== 200) console.log(`${status} ${path}`)
  }
  agent.destroy()
  return times
}
