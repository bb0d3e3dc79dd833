import type { FastifyInstance } from 'fastify'
import type { ArticleRecord } from '#/schemas/record.ts'
import { buildApp, type Options, type Services } from '#/src/app.ts'
import { openSqlite } from '#/src/store/sqlite/sqlite.ts'

export type Opened = FastifyInstance & AsyncDisposable

/** The service in memory with some articles, and nothing that extracts. `await using service = await openService([harbour])`. */
export async function openService(
  records: readonly ArticleRecord[],
  options?: Options,
  services?: Partial<Services>,
): Promise<Opened> {
  const store = openSqlite(':memory:')
  for (const record of records) await store.put(record)
  const app = await buildApp({ store, ...services }, options)
  app.addHook('onClose', () => store.close())
  await app.ready()
  return app as Opened
}
