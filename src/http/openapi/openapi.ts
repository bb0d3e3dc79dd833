import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { OpenAPIV3_1 } from 'openapi-types'
import { matches, tagOf } from '../etag.ts'
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
    const bytes = Buffer.from(written(app.swagger()))
    return { bytes, etag: tagOf(bytes.toString()) }
  })
  app.get('/openapi.json', { schema: { hide: true } }, (request, reply) => {
    const { bytes, etag } = read()
    reply.headers({ etag, 'cache-control': 'public, max-age=3600' })
    if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send()
    return reply.header('content-type', 'application/json').send(bytes)
  })
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

/** Not encapsulated: it must see the routes of its siblings. */
export const openapi = Object.assign(serveDocument, { [Symbol.for('skip-override')]: true })
