import type { FastifyRequest } from 'fastify'
import type { ArticleRecord } from '#/schemas/record.ts'
import type { Asked } from '../answer/answer.ts'
import type { Where } from './find.ts'
import { basePath } from './scope.ts'

/** A request for something of one article: the record is there, the query is read. */
export type Reading<Query> = {
  record: ArticleRecord
  query: Query
  /** The path of the article, or of its version, as it was asked for. */
  base: string
  params: Record<string, string>
  /** How clients reach the service; empty: addresses stay relative. */
  origin: string
}

export function readingOf<Query>(request: FastifyRequest, record: ArticleRecord, ask: Asked<unknown>): Reading<Query> {
  const params = request.params as Where & Record<string, string>
  return { record, query: ask.query as Query, base: basePath(params), params, origin: request.server.publicUrl }
}
