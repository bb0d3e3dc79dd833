import { connect, type Socket } from 'node:net'

/**
 * A request as it is sent, and how many bytes the body of its answer has. Nine zeros in its path are counted up, so that
 * no two are the same.
 */
export type Request = { text: string; body: number }

const zeros = '000000000'
let sent = 0

/** The bytes of the next request. */
const nextOf = ({ text }: Request): string =>
  text.includes(zeros) ? text.replace(zeros, String(++sent).padStart(9, '0')) : text

const end = Buffer.from('\r\n\r\n')

/** Asks once, and counts the bytes of the body. */
export async function prepared(port: number, path: string, headers: Record<string, string> = {}): Promise<Request> {
  const lines = Object.entries({ host: 'localhost', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  const text = `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`
  const socket = connect(port, '127.0.0.1')
  socket.write(text)
  let seen = Buffer.alloc(0)
  for await (const chunk of socket) {
    seen = Buffer.concat([seen, chunk])
    const head = seen.indexOf(end)
    if (head < 0) continue
    socket.destroy()
    return { text, body: Number(/content-length: (\d+)/i.exec(seen.toString('latin1', 0, head))?.[1] ?? '0') }
  }
  throw new Error(`${path}: the connection was closed`)
}

/** Asks over and over on some connections at once, and gives the answers a second. Costs little: it counts bytes. */
export async function load(port: number, request: Request, connections: number, ms: number): Promise<number> {
  let answers = 0
  let running = true
  const sockets: Socket[] = []
  const ended: Promise<void>[] = []
  for (let n = 0; n < connections; n++) {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let missing = 0
    socket.on('data', (chunk: Buffer) => {
      // Node writes all headers at once.
      if (missing === 0) missing = chunk.indexOf(end) + end.length + request.body
      missing -= chunk.length
      if (missing > 0) return
      if (missing < 0) throw new Error('an answer is longer than the first one was')
      answers++
      if (running) socket.write(nextOf(request), 'latin1')
      else socket.end()
    })
    ended.push(new Promise((close) => socket.on('close', () => close())))
    sockets.push(socket)
  }
  await Promise.all(sockets.map((socket) => new Promise<void>((open) => socket.once('connect', open))))
  const from = performance.now()
  for (const socket of sockets) socket.write(nextOf(request), 'latin1')
  await new Promise((over) => setTimeout(over, ms))
  const rate = (answers * 1000) / (performance.now() - from)
  running = false
  await Promise.all(ended)
  return rate
}
