import type { FastifyInstance } from 'fastify'
import { storeReplaced } from '#/src/errors.ts'

const ofHealth = /^\/(?:healthz|readyz)$/

/** Answers nothing once another archive is in the place of the one that is served: an answer could be made of both. */
export function answerFromOneArchive(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ routeOptions, server }) => {
    if (server.archiveState.fault === 'replaced' && !ofHealth.test(routeOptions.url ?? '')) throw storeReplaced()
  })
}
