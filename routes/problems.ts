import type { FastifyInstance } from 'fastify'
import { problemNotFound, problems as types } from '#/src/errors.ts'
import { sendPage } from '#/src/http/answer/pages.ts'
import { nearest } from '#/src/http/ask/nearest.ts'
import { problemsPage, problemTypePage } from '#/src/present/html/problem.ts'

/** `/problems/{type}`: what a problem means and what to do. Every `type` in an answer is such a path. */
export async function problems(app: FastifyInstance): Promise<void> {
  const hidden = { schema: { hide: true } }
  const cacheControl = 'public, max-age=86400'
  app.get('/problems', hidden, (_, reply) =>
    sendPage(reply.header('cache-control', cacheControl), problemsPage(Object.entries(types))),
  )
  app.get<{ Params: { type: string } }>('/problems/:type', hidden, async ({ params: { type } }, reply) => {
    const known = Object.entries(types).find(([name]) => name === type)?.[1]
    if (!known) throw problemNotFound(type, { suggestions: nearest(type, Object.keys(types)) })
    return sendPage(reply.header('cache-control', cacheControl), problemTypePage(type, known))
  })
}
