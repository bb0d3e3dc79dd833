import type { FastifyInstance } from 'fastify'
import { badRequest, methodNotAllowed, ProblemError } from '#/src/errors.ts'

const allow = 'GET, HEAD, OPTIONS'
const longestUrl = 8000

/** Names every answer, refusals and preflights too, and says to OPTIONS what there is. What answers for CORS ends those. */
export function nameAnswers(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ method, id }, reply) => {
    reply.header('x-request-id', id)
    if (method === 'OPTIONS') reply.header('allow', allow)
  })
}

/** Refuses what is no reading, or not said as HTTP has it, before any body or route is looked at. */
export function readOnly(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const { method, url } = request
    const hosts = request.raw.rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host')
    if (hosts.length > 1) throw badRequest('There is more than one Host header.')
    if (hosts.length === 0 && request.raw.httpVersion !== '1.0') throw badRequest('There is no Host header.')
    if (url.length > longestUrl)
      throw new ProblemError('uri-too-long', 'The path and query are longer than 8,000 characters.')
    if (/%00|[^\x21-\x7e]/u.test(url)) throw badRequest('The path holds a NUL, or bytes that are not encoded.')
    if (method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS') throw methodNotAllowed(method)
  })
}
