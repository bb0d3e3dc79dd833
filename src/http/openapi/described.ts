import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyPluginAsync, type RouteOptions } from 'fastify'
import { jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { OpenAPIV3_1 } from 'openapi-types'
import { serverOptions } from '../edge/server-options.ts'
import { about } from './about.ts'
import { describeRoute } from './describe-route.ts'
import type { Document } from './document.ts'
import { finish } from './finish.ts'

/**
 * A server beside the service that knows its routes and answers none of them: it writes their document, and has what
 * shows it.
 */
export async function described(
  routes: readonly RouteOptions[],
  shown: FastifyPluginAsync = async () => {},
): Promise<FastifyInstance> {
  const { schemaController } = serverOptions
  const app: FastifyInstance = Fastify({ schemaController, exposeHeadRoutes: false })
  await app.register(swagger, {
    openapi: about,
    transform: describeRoute,
    transformObject: (generated) => finish(jsonSchemaTransformObject(generated) as Document) as OpenAPIV3_1.Document,
  })
  for (const { method, url, schema } of routes)
    app.route({ method, url, schema: schema ?? {}, handler: (_, reply) => reply.callNotFound() })
  await app.register(shown)
  await app.ready()
  return app
}
