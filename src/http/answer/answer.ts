import './services.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Fault } from '#/schemas/problem.ts'
import { notAcceptable, wrongParameters } from '#/src/errors.ts'
import { version } from '#/src/version.ts'
import { accepted, tagIn } from '../ask/encodings.ts'
import { canonical, type RawQuery, readQuery } from '../ask/query.ts'
import { bare, chosen, type Form } from '../ask/representations.ts'
import { keepGiven } from './again.ts'
import { matches, tagOf } from './etag.ts'
import { htmlPolicy } from './html-policy.ts'
import { type Link, linkHeader } from './link-header.ts'
import { bytesOf, encodedIn, isKept, type Made, type Ready, ready, type Streamed } from './ready.ts'

/** What a request asks for, read strictly. `plain` is its path without the suffix of a representation. */
export type Asked<Query> = { query: Query; canonical: string; form: Form; path: string; plain: string }

/** What a route has: its name in the document, its parameters, and its representations. */
export type Offer<Shape extends z.ZodRawShape> = {
  operationId: string
  query: z.ZodObject<Shape>
  available: readonly [Form, ...Form[]]
  /** `.csv` where the path ends so. */
  suffix?: string
  /** Finds the faults that no schema can. */
  faults?: (query: Readonly<Record<string, unknown>>) => Fault[]
}

/**
 * Reads a request before anything is looked up.
 *
 * @throws unknown-parameter, invalid-parameter with all faults at once; not-acceptable
 */
export function asked<Shape extends z.ZodRawShape>(
  request: FastifyRequest,
  { operationId, query: schema, available, suffix = '', faults = () => [] }: Offer<Shape>,
): Asked<z.output<z.ZodObject<Shape>>> {
  const read = readQuery(schema, request.query as RawQuery)
  const wrong = read.faults ?? []
  const known = new Set(wrong.map(({ parameter }) => parameter))
  const more = faults(read.faults ? read.typed : read.value).filter(({ parameter }) => !known.has(parameter))
  if (read.faults || more.length > 0) throw wrongParameters(operationId, [...wrong, ...more])
  const { format } = read.value as { format?: string }
  const path = request.url.split('?', 1)[0]!
  return {
    query: read.value,
    canonical: canonical(schema, read.value, ['format']),
    form: chosen(available, format, request.headers.accept),
    path,
    plain: path.slice(0, path.length - suffix.length),
  }
}

/** What decides the bytes of an answer, with the release that gives it, and what its headers say. `sha256` is that of the bytes, where it is known. */
export type Terms = { parts: readonly string[]; cacheControl: string; links: readonly Link[]; sha256?: string }

/**
 * Answers a request: with nothing but headers when the client has the answer, with ready bytes when they were made
 * before, else with what `make` makes. The tag is known before that. `If-None-Match: *` says only that the client has
 * something, so there what is asked for must be found first. Null where `make` gives null: nothing was answered.
 */
export async function answer<None extends null = never>(
  request: FastifyRequest,
  reply: FastifyReply,
  ask: Asked<unknown>,
  terms: Terms,
  make: () => Made | Promise<Made | None> | Streamed,
): Promise<FastifyReply | None> {
  const { form, path, plain, canonical: query } = ask
  const { publicUrl, readyAnswers: kept } = request.server
  const tag = tagOf(version, ...terms.parts, path, query, form.format, form.type, publicUrl)
  const links = form.profile === undefined ? terms.links : [...terms.links, { href: form.profile, rel: 'profile' }]
  const encodings = accepted(request.headers['accept-encoding'])
  const known = request.headers['if-none-match']
  reply.headers({
    'cache-control': terms.cacheControl,
    vary: 'Accept, Accept-Encoding',
    link: linksOf(links),
    ...(form.format !== 'json' && path === plain && { 'content-location': located(ask) }),
    ...(form.format === 'html' && { 'content-security-policy': htmlPolicy }),
  })
  const held = known?.trim() === '*' ? undefined : encodings.find((each) => matches(known, tagIn(tag, each)))
  if (held !== undefined) {
    if (held === 'identity' && terms.sha256 !== undefined) reply.header('repr-digest', digest(terms.sha256))
    reply.code(304).header('etag', tagIn(tag, held))
    keepGiven(request, reply)
    return reply.send()
  }
  const made = kept.get(tag) ?? (await make())
  if (made === null) return made
  if ('stream' in made) return reply.headers({ etag: tag, 'content-type': form.type }).send(made.stream)
  const found: Ready = 'bytes' in made ? made : ready(made)
  // Nobody can fill the memory with questions.
  const keeps = isKept(found, query)
  if (keeps) kept.keep(tag, found, found.bytes.length * 2)
  const encoding = encodedIn(found, encodings, keeps)
  if (encoding === undefined) throw notAcceptable([bare(form)])
  reply.header('etag', tagIn(tag, encoding))
  if (found.links.length > 0) reply.header('link', linksOf([...links, ...found.links]))
  if (known?.trim() === '*') return reply.code(304).send()
  const { bytes, sha256 } = await bytesOf(found, encoding)
  reply.headers({
    'content-type': form.type,
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    ...(terms.sha256 !== undefined && { 'repr-digest': digest(sha256()) }),
  })
  keepGiven(request, reply, bytes)
  return reply.send(bytes)
}

const described: Link = { href: '/openapi.json', rel: 'describedby', type: 'application/json' }

const linksOf = (links: readonly Link[]): string => linkHeader([...links, described])

/** Where a representation that was chosen by `Accept` or `format` has its own address. */
const located = ({ form, plain, canonical: query }: Asked<unknown>): string =>
  `${plain}.${form.format}${query === '' ? '' : `?${query}`}`

/** RFC 9530, of a digest in hex. */
const digest = (hex: string): string => `sha-256=:${Buffer.from(hex, 'hex').toString('base64')}:`
