import './services.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Fault } from '#/schemas/problem.ts'
import { wrongParameters } from '#/src/errors.ts'
import { matches, tagOf } from './etag.ts'
import { type Link, linkHeader } from './link-header.ts'
import { canonical, type RawQuery, readQuery } from './query.ts'
import { chosen, type Format, mediaTypes } from './representations.ts'

/** What a request asks for, read strictly: the query, its canonical form, and the representation. */
export type Asked<Query> = { query: Query; canonical: string; format: Format; path: string }

/**
 * Reads a request before anything is looked up. `faults` finds what no schema can.
 *
 * @throws unknown-parameter, invalid-parameter with all faults at once; not-acceptable
 */
export function asked<Shape extends z.ZodRawShape>(
  request: FastifyRequest,
  operationId: string,
  schema: z.ZodObject<Shape>,
  available: readonly [Format, ...Format[]],
  faults: (query: Readonly<Record<string, unknown>>) => Fault[] = () => [],
): Asked<z.output<z.ZodObject<Shape>>> {
  const read = readQuery(schema, request.query as RawQuery)
  if (read.faults) throw wrongParameters(operationId, read.faults)
  const more = faults(read.value)
  if (more.length > 0) throw wrongParameters(operationId, more)
  const { format } = read.value as { format?: string }
  return {
    query: read.value,
    canonical: canonical(schema, read.value, ['format']),
    format: chosen(available, format, request.headers.accept),
    path: request.url.split('?', 1)[0]!,
  }
}

/** What decides the bytes of an answer, and what its headers say. */
export type Terms = { parts: readonly string[]; cacheControl: string; links: readonly Link[] }

/**
 * Sets the headers of an answer, its tag among them; true when the client has the answer already, and it need not be
 * made. `*` says only that there is something, so what is asked for must be found first.
 */
export function agreed(
  request: FastifyRequest,
  reply: FastifyReply,
  { format, path, canonical: query }: Asked<unknown>,
  terms: Terms,
): boolean {
  const tag = tagOf(...terms.parts, path, query, mediaTypes[format], request.server.publicUrl)
  reply.headers({
    etag: tag,
    'cache-control': terms.cacheControl,
    vary: 'Accept, Accept-Encoding',
    link: linkHeader([...terms.links, { href: '/openapi.json', rel: 'describedby', type: 'application/json' }]),
  })
  const known = request.headers['if-none-match']
  return known?.trim() !== '*' && matches(known, tag)
}

/** Sends an answer: nothing but its headers when the client has it, else the bytes. */
export function send(request: FastifyRequest, reply: FastifyReply, format: Format, bytes: string): FastifyReply {
  if (request.headers['if-none-match']?.trim() === '*') return notModified(reply)
  // As bytes, because Fastify adds a charset to JSON that is a string; RFC 8259 has none.
  return reply.header('content-type', mediaTypes[format]).send(Buffer.from(bytes))
}

export const notModified = (reply: FastifyReply): FastifyReply => reply.code(304).send()
