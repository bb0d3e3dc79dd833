import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const root = join(import.meta.dirname, '../../..')

/** The service in a process of its own over an archive, as `verbatim serve` starts it. */
export async function started(archive: string, articles: string) {
  const port = 20_000 + (process.pid % 12_000) // below the ports that clients are given by themselves
  const url = `http://127.0.0.1:${port}`
  const since = performance.now()
  const service = spawn(process.execPath, ['src/verbatim.js', 'serve'], {
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
    /** The CPU time that it has taken, in milliseconds: what is left when the machine is busy with other things. */
    cpu: (): number => {
      const fields = readFileSync(`/proc/${service.pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')
      return (Number(fields[11]) + Number(fields[12])) * 10
    },
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

/** A bare server in a process of its own that answers with as many bytes as a search does: what the machine allows. */
export async function bare(): Promise<{ url: string; end: () => void }> {
  const server = `
    const body = Buffer.alloc(30_000, 'x')
    require('node:http').createServer((_, answer) => answer.end(body)).listen(0, '127.0.0.1', function () {
      console.log(this.address().port)
    })`
  const child = spawn(process.execPath, ['-e', server], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  return { url: `http://127.0.0.1:${String(port).trim()}`, end: () => child.kill() }
}

export type Times = { search: number[]; bare: number[] }

/** Asks one path after another, and the bare server in between; gives how long each answer took to its last byte. */
export async function asked(url: string, paths: readonly string[], peer: string): Promise<Times> {
  const agent = new Agent({ keepAlive: true })
  const times: Times = { search: [], bare: [] }
  for (const path of paths) {
    times.search.push(await timed(url + path, agent))
    times.bare.push(await timed(peer, agent))
  }
  agent.destroy()
  return times
}

async function timed(url: string, agent: Agent): Promise<number> {
  const since = performance.now()
  const status = await new Promise((resolve, reject) => {
    get(url, { agent }, (answer) => answer.resume().on('end', () => resolve(answer.statusCode))).on('error', reject)
  })
  if (status !== 200) console.log(`${status} ${url}`)
  return performance.now() - since
}
