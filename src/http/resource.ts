import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { OffsetUnit } from '#/schemas/range.ts'
import type { ArticleRecord } from '#/schemas/record.ts'
import type { Head } from '#/src/store/store.ts'
import { type Asked, agreed, asked, notModified, send } from './answer.ts'
import { fieldFaults, fieldPaths, pick, wantedPaths } from './fields.ts'
import { findHead, findRecord, type Where } from './find.ts'
import type { Link } from './link-header.ts'
import { inUnit } from './offsets.ts'
import { type Description, operation } from './operation.ts'
import { shaping } from './parameters.ts'
import { basePath, type Scope } from './scope.ts'

/** A request for something of one article: the record is there, the query is read. */
export type Reading<Query> = { record: ArticleRecord; query: Query; base: string; params: Record<string, string> }

export type Resource<Shape extends z.ZodRawShape> = Description & {
  /** Behind the path of the article: `/quotes/:quoteId`. */
  path: string
  params?: Record<string, z.ZodString>
  query: z.ZodObject<Shape>
  answer: z.ZodObject
  read: (reading: Reading<z.output<z.ZodObject<Shape>>>) => unknown
}

/** What every resource of an article understands beside its own parameters. */
export type Shaped = { fields?: string; offsets?: OffsetUnit }

/** Serves one JSON resource of an article: strict query, tag before work, offsets and fields as asked. */
export function serveResource<Shape extends z.ZodRawShape>(
  app: FastifyInstance,
  scope: Scope,
  resource: Resource<Shape>,
): void {
  const operationId = scope.named(resource.operationId)
  const params = { ...scope.params, ...resource.params }
  const known = fieldPaths(resource.answer)
  const query = resource.query.extend(shaping)
  const schema = operation({ ...resource, operationId }, { params, query: resource.query }, 'json', resource.answer)
  app.get(resource.path, { schema }, async (request, reply) => {
    const ask = asked(request, operationId, query, ['json'], fieldFaults(known))
    const { head, done } = await opened(request, reply, scope, ask, resource.params ? collectionOf(ask.path) : [])
    if (done) return notModified(reply)
    const record = await findRecord(app.store, head)
    const { fields, offsets } = ask.query as Shaped
    const value = inUnit(await resource.read(readingOf(request, record, ask)), offsets ?? 'utf16', record.text)
    const paths = wantedPaths(fields)
    return send(request, reply, 'json', JSON.stringify(paths ? pick(value, paths) : value))
  })
}

export function readingOf<Query>(request: FastifyRequest, record: ArticleRecord, ask: Asked<unknown>): Reading<Query> {
  const params = request.params as Where & Record<string, string>
  return { record, query: ask.query as Query, base: basePath(params), params }
}

const collectionOf = (path: string): Link[] => [{ href: path.slice(0, path.lastIndexOf('/')), rel: 'collection' }]

/** Finds the article and agrees on the tag; `done` when the client has the answer. */
export async function opened(
  request: FastifyRequest,
  reply: FastifyReply,
  scope: Scope,
  ask: Asked<unknown>,
  links: readonly Link[],
): Promise<{ head: Head; done: boolean }> {
  const where = request.params as Where
  const head = await findHead(request.server.store, where)
  const article = basePath({ articleId: head.id })
  const version = basePath({ articleId: head.id, version: head.version })
  const rest = ask.path.slice(basePath(where).length)
  const terms = {
    parts: [head.version, head.extractor],
    cacheControl: scope.cacheControl,
    links: [
      ...links,
      { href: version + rest.replace(/\.(?:csv|ndjson)$/u, ''), rel: 'cite-as' },
      { href: `${article}/versions`, rel: 'version-history' },
    ],
  }
  return { head, done: agreed(request, reply, ask, terms) }
}
