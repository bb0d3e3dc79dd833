import type { FastifyServerOptions } from 'fastify'
import { newRequestId } from '../answer/request-id.ts'

/** Queries are read by `query.ts`, and routes write their answers. Fastify's own compilers cost a tenth of a start. */
const schemaController: NonNullable<FastifyServerOptions['schemaController']> = {
  compilersFactory: {
    // Its type knows ajv and nothing else.
    buildValidator: (() => () => () => true) as never,
    buildSerializer: () => () => (value) => JSON.stringify(value),
  },
}

/**
 * Limits on what a client can hold open or send. Fastify switches Node's own off, so each is set: in milliseconds, and
 * in bytes.
 */
export const serverOptions = {
  requestTimeout: 10_000,
  connectionTimeout: 30_000,
  keepAliveTimeout: 65_000,
  handlerTimeout: 5_000,
  maxRequestsPerSocket: 10_000,
  bodyLimit: 1,
  http: { headersTimeout: 5_000, connectionsCheckingInterval: 1_000, maxHeaderSize: 16_384, requireHostHeader: false },
  return503OnClosing: true,
  trustProxy: false,
  genReqId: newRequestId,
  // A target may be a whole URL (RFC 9112 §3.2.2). What host it names is never looked at.
  rewriteUrl: ({ url = '/' }: { url?: string | undefined }) => url.replace(/^https?:\/\/[^/?#]*/iu, '') || '/',
  schemaController,
  routerOptions: { maxParamLength: 300, ignoreTrailingSlash: false, caseSensitive: true },
}

export type ServerOptions = typeof serverOptions
