import type { FastifyInstance } from 'fastify'
import { notReady, storeCorrupt, storeReplaced } from '#/src/errors.ts'
import { unlimited } from '#/src/http/edge/limits.ts'

/** `/healthz`: the process lives. `/readyz`: it can take requests. For whoever runs the service, not in its document. */
export async function health(app: FastifyInstance): Promise<void> {
  const hidden = { schema: { hide: true }, config: unlimited }
  app.get('/healthz', hidden, (_, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }))
  app.get('/readyz', hidden, async (_, reply) => {
    if (app.archiveState.fault === 'damaged') throw storeCorrupt()
    if (app.archiveState.fault === 'replaced') throw storeReplaced()
    if (!app.isReady()) throw notReady()
    return reply.header('cache-control', 'no-store').send({ status: 'ready' })
  })
}
