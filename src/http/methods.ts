import type { FastifyInstance } from 'fastify'
import { badRequest, methodNotAllowed, ProblemError } from '#/src/errors.ts'

const allow = 'GET, HEAD, OPTIONS'
const longestUrl = 8000

/**
 * Refuses what is no reading, or not said as HTTP has it, before any body or route is looked at. OPTIONS is answered by
 * what answers for CORS.
 */
export function readOnly(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const { method, url, id } = request
    reply.header('x-request-id', id)
    const hosts = request.raw.rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host')
    if (hosts.length > 1) throw badRequest('There is more than one Host header.')
    if (hosts.length === 0 && request.raw.httpVersion !== '1.0') throw badRequest('There is no Host header.')
    if (url.length > longestUrl)
      throw new ProblemError('uri-too-long', 'The path and query are longer than 8,000 characters.')
    if (/%00|[^\x21-\x7e]/u.test(url)) throw badRequest('The path holds a NUL, or bytes that are not encoded.')
    if (method === 'OPTIONS') reply.header('allow', allow)
    else if (method !== 'GET' && method !== 'HEAD') throw methodNotAllowed(method)
  })
}
