// `npm run bench`: how fast the service answers, beside a bare `node:http` server that sends the same bytes.
//
// Both run in processes of their own and are asked in turn, round after round, by the same 50 connections. What else the
// machine does slows both alike, so their ratio is the figure; the median of the rounds counts.
import { fork } from 'node:child_process'
import { get } from 'node:http'
import { join } from 'node:path'
import { A } from '../helpers/app.ts'
import { load, prepared } from './serve/load.ts'
import type { Seen } from './serve/server.ts'

const rounds = 13
const warmUp = 2
const connections = 50
const ms = 600

/** `goal` is of the rate. `unchanged`: asked with its tag, while the bare server sends the whole answer. */
type Case = { name: string; path: string; headers?: Record<string, string>; goal?: number; unchanged?: boolean }

const quotes = `${A}/quotes`
const cases: Case[] = [
  { name: 'article', path: A, goal: 0.95 },
  { name: 'article, brotli', path: A, headers: { 'accept-encoding': 'br' } },
  { name: 'article, nothing new (304)', path: A, unchanged: true, goal: 1.6 },
  { name: 'article as linked data', path: A, headers: { accept: 'application/ld+json' }, goal: 0.95 },
  {
    name: 'article as linked data, nothing new (304)',
    path: A,
    headers: { accept: 'application/ld+json' },
    unchanged: true,
    goal: 1.6,
  },
  { name: 'all quotes', path: quotes },
  { name: 'all quotes, nothing new (304)', path: quotes, unchanged: true, goal: 1.6 },
  { name: 'quotes of one speaker, asked again', path: `${quotes}?speaker=julia-roknifard`, goal: 0.5 },
  {
    name: 'quotes of one speaker, each time another question',
    path: `${quotes}?speaker=julia-roknifard&speaker=nobody-000000000`,
    goal: 0.5,
  },
]

async function started(which: string) {
  const child = fork(join(import.meta.dirname, 'serve/server.ts'), [which])
  const answered = <T>(): Promise<T> =>
    new Promise((resolve) => child.once('message', (message) => resolve(message as T)))
  const { port } = await answered<{ port: number }>()
  const cpu = async (): Promise<number> => {
    child.send('cpu')
    return (await answered<{ cpu: number }>()).cpu
  }
  return { child, port, cpu }
}

/** An answer of the service with all its headers, as it was sent. */
const seen = (port: number, url: string, headers: Record<string, string>): Promise<Seen> =>
  new Promise((resolve, reject) =>
    get({ port, host: '127.0.0.1', path: url, headers }, async (answer) => {
      const names = answer.rawHeaders.filter((_, at) => at % 2 === 0)
      const pairs = names.map((name, at): [string, string] => [name, answer.rawHeaders[at * 2 + 1]!])
      const own = pairs.filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name.toLowerCase()))
      const body = Buffer.concat(await answer.toArray()).toString('base64')
      resolve({ status: answer.statusCode!, headers: own, body })
    }).on('error', reject),
  )

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!

const service = await started('service')
const bare = await started('bare')
const only = process.argv[2] ?? ''
console.log('| what | bytes | rate | CPU | goal | bare, a second |\n| --- | --- | --- | --- | --- | --- |')
for (const { name, path, headers = {}, goal, unchanged } of cases.filter((each) => each.name.includes(only))) {
  const answer = await seen(service.port, path, headers)
  bare.child.send(answer)
  const etag = new Map(answer.headers.map(([key, value]) => [key.toLowerCase(), value])).get('etag')!
  const asked = await prepared(service.port, path, unchanged ? { ...headers, 'if-none-match': etag } : headers)
  const same = await prepared(bare.port, path, headers)
  const found: { rate: number; cpu: number; peer: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const one = async ({ port, cpu }: typeof service, request: typeof asked) => {
      const before = await cpu()
      const rate = await load(port, request, connections, ms)
      return { rate, perCpu: (rate * ms) / 1000 / ((await cpu()) - before) }
    }
    const peer = await one(bare, same)
    const own = await one(service, asked)
    if (round >= warmUp) found.push({ rate: own.rate / peer.rate, cpu: own.perCpu / peer.perCpu, peer: peer.rate })
  }
  const [rate, cpu, peer] = (['rate', 'cpu', 'peer'] as const).map((key) => median(found.map((each) => each[key])))
  const cells = [name, same.body, rate!.toFixed(2), cpu!.toFixed(2), goal ?? '', Math.round(peer!)]
  console.log(`| ${cells.join(' | ')} |`)
}
service.child.disconnect()
bare.child.disconnect()
