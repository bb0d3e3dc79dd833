import type { FastifyInstance, RouteOptions } from 'fastify'
import { notAcceptable } from '#/src/errors.ts'
import { matches, tagOf } from '../answer/etag.ts'
import { once } from '../answer/once.ts'
import { bytesOf, encodedIn, ready } from '../answer/ready.ts'
import { accepted, tagIn } from '../ask/encodings.ts'

/** The document as it is served and committed. */
export const written = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`

/**
 * The OpenAPI document of all routes that are registered after it, at `/openapi.json`: generated from their schemas,
 * corrected, and written once. What makes it is loaded when somebody asks for it: that costs as much as a start.
 */
async function serveDocument(app: FastifyInstance) {
  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => {
    if (route.method === 'GET' && !route.schema?.hide) routes.push(route)
  })
  app.decorate('describedRoutes', routes)
  const read = once(async () => {
    const { described } = await import('./described.ts')
    const body = written((await described(routes)).swagger())
    return { found: ready({ body }), tag: tagOf(body) }
  })
  app.get('/openapi.json', { schema: { hide: true } }, async (request, reply) => {
    const { found, tag } = await read()
    const encodings = accepted(request.headers['accept-encoding'])
    const known = request.headers['if-none-match']
    const held = encodings.find((each) => matches(known, tagIn(tag, each)))
    const encoding = held ?? encodedIn(found, encodings, true)
    if (encoding === undefined) throw notAcceptable(['application/json'])
    const caching = { 'cache-control': 'public, max-age=3600', vary: 'Accept-Encoding' }
    reply.headers({ ...caching, etag: tagIn(tag, encoding) })
    if (held !== undefined) return reply.code(304).send()
    if (encoding !== 'identity') reply.header('content-encoding', encoding)
    const { bytes } = await bytesOf(found, encoding)
    return reply.header('content-type', 'application/json').send(bytes)
  })
}

/** Not encapsulated: it must see the routes of its siblings. */
export const openapi = Object.assign(serveDocument, { [Symbol.for('skip-override')]: true })
