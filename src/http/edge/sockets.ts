import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyBaseLogger } from 'fastify'
import { badRequest, methodNotAllowed, ProblemError, type ProblemType, problems } from '#/src/errors.ts'
import { newRequestId } from '../answer/request-id.ts'
import { toProblem } from './problems.ts'

/** How long a client may take to read why it is cut off, in milliseconds. */
const patience = 1_000

const ofSocket: Readonly<Record<string, ProblemType>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
}

/** Answers what Node could not read as HTTP: nothing of Fastify is there yet, so the answer is written by hand. */
export function answerSocket(error: { code?: string }, socket: Duplex, log: FastifyBaseLogger): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const type = ofSocket[error.code ?? '']
  end(socket, type ? new ProblemError(type, problems[type].about) : badRequest(problems['bad-request'].about), log)
}

/** CONNECT has an event of its own. */
export function refuseTunnels(server: Server, log: FastifyBaseLogger): void {
  server.on('connect', (_: IncomingMessage, socket: Duplex) => end(socket, methodNotAllowed('CONNECT'), log))
}

function end(socket: Duplex, error: ProblemError, log: FastifyBaseLogger): void {
  const requestId = newRequestId()
  log.info({ requestId, type: error.type }, 'refused')
  const problem = toProblem(error, requestId)
  const body = JSON.stringify(problem)
  const headers = {
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'X-Request-Id': requestId,
    Connection: 'close',
    ...error.facts.headers,
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.on('error', () => socket.destroy())
  socket.end([`HTTP/1.1 ${problem.status} ${problem.title}`, ...lines, '', body].join('\r\n'))
  setTimeout(() => socket.destroy(), patience).unref()
}
