import type { FastifyInstance } from 'fastify'
import { problemNotFound, problems as types } from '#/src/errors.ts'
import { nearest } from '#/src/http/nearest.ts'

/** `/problems/{type}`: what a problem means and what to do. Every `type` in an answer is such a path. */
export async function problems(app: FastifyInstance): Promise<void> {
  app.get<{ Params: { type: string } }>(
    '/problems/:type',
    { schema: { hide: true } },
    async ({ params: { type } }, reply) => {
      const known = Object.entries(types).find(([name]) => name === type)?.[1]
      if (!known) throw problemNotFound(type, { suggestions: nearest(type, Object.keys(types)) })
      return reply
        .headers({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=86400' })
        .send(`${known.title} (${known.status})\n\n${known.about}\n`)
    },
  )
}
