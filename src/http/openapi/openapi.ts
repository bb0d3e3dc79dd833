import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { OpenAPIV3_1 } from 'openapi-types'
import { notAcceptable } from '#/src/errors.ts'
import { accepted, tagIn } from '../encodings.ts'
import { matches, tagOf } from '../etag.ts'
import { bytesOf, encodedIn, ready } from '../ready.ts'
import { about } from './about.ts'
import { describeRoute } from './describe-route.ts'
import type { Document } from './document.ts'
import { finish } from './finish.ts'

/** The document as it is served and committed. */
export const written = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`

/**
 * The OpenAPI document of all routes that are registered after it, at `/openapi.json`: generated from their schemas,
 * corrected, and written once.
 */
async function serveDocument(app: FastifyInstance) {
  await app.register(swagger, {
    openapi: about,
    transform: describeRoute,
    transformObject: (generated) => finish(jsonSchemaTransformObject(generated) as Document) as OpenAPIV3_1.Document,
  })
  // Made when somebody asks for it: it costs as much as all the rest of a start.
  const read = once(() => {
    const body = written(app.swagger())
    return { found: ready({ body }), tag: tagOf(body) }
  })
  app.get('/openapi.json', { schema: { hide: true } }, async (request, reply) => {
    const { found, tag } = read()
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

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

/** Not encapsulated: it must see the routes of its siblings. */
export const openapi = Object.assign(serveDocument, { [Symbol.for('skip-override')]: true })
