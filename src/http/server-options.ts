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
  http: { headersTimeout: 5_000, connectionsCheckingInterval: 1_000, maxHeaderSize: 16_384, requireHostHeader: true },
  return503OnClosing: true,
  trustProxy: false,
  routerOptions: { maxParamLength: 300, ignoreTrailingSlash: false, caseSensitive: true },
} as const
