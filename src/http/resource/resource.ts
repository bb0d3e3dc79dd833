import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { OffsetUnit } from '#/schemas/range.ts'
import { inUnit } from '#/src/text/units.ts'
import { answer, asked } from '../answer/answer.ts'
import type { Link } from '../answer/link-header.ts'
import { fieldFaults, fieldPaths, pick, wantedPaths } from '../ask/fields.ts'
import { Format, shaping } from '../ask/parameters.ts'
import { forms } from '../ask/representations.ts'
import { findHead, findRecord, rightsOf, type Where } from './find.ts'
import { type Also, alternates, availableOn, namedFor, type Offered, suffixOf, type WriteOne } from './forms.ts'
import { type Description, operation } from './operation.ts'
import { type Reading, readingOf } from './reading.ts'
import { type Scope, termsOf } from './scope.ts'

export type Resource<Shape extends z.ZodRawShape> = Description & {
  /** Behind the path of the article: `/quotes/:quoteId`. */
  path: string
  params?: Record<string, z.ZodString>
  query: z.ZodObject<Shape>
  answer: z.ZodObject
  read: (reading: Reading<z.output<z.ZodObject<Shape>>>) => unknown
  also?: readonly Also<WriteOne>[]
}

/** What every resource of an article understands beside its own parameters. */
export type Shaped = { fields?: string; offsets?: OffsetUnit }

const onlyFormat = z.strictObject({ format: Format.optional() })

/** Serves one resource of an article, as JSON and as whatever else it is: strict query, tag before work. */
export function serveResource<Shape extends z.ZodRawShape>(
  app: FastifyInstance,
  scope: Scope,
  resource: Resource<Shape>,
): void {
  const { path, also = [] } = resource
  const params = { ...scope.params, ...resource.params }
  const faults = fieldFaults(fieldPaths(resource.answer))
  const json = { form: forms.json, query: resource.query.extend(shaping) }
  const offered: Offered[] = [json, ...also.map(({ form }) => ({ form, query: onlyFormat }))]
  for (const { form, query } of offered) {
    const operationId = namedFor(scope.named(resource.operationId), form)
    const other = also.find((each) => each.form === form)
    const about = { ...resource, operationId, description: resource.description + (other?.says ?? '') }
    const documented = other ? z.strictObject({}) : resource.query
    const schema = operation(about, { params, query: documented }, form, other?.schema ?? resource.answer)
    const available = availableOn(
      form,
      offered.slice(1).map((each) => each.form),
    )
    const suffix = suffixOf(form)
    app.get(path + suffix, { schema }, async (request, reply) => {
      const ask = asked(request, { operationId, query, available, suffix, faults })
      const head = await findHead(app.store, request.params as Where)
      const links = [...alternates(ask, offered), ...(resource.params ? collectionOf(ask.plain) : [])]
      return answer(request, reply, ask, termsOf(scope, request.params as Where, head, ask, links), async () => {
        const record = await findRecord(app.store, head)
        const reading = readingOf<z.output<z.ZodObject<Shape>>>(request, record, ask)
        const write = also.find((each) => each.form === ask.form)?.write
        const body = write ? await write(reading as Reading<never>) : asJson(await resource.read(reading), reading)
        return { body, links: rightsOf(record) }
      })
    })
  }
}

/** As JSON, with the offsets and the fields that were asked for. */
function asJson(value: unknown, { query, record }: Reading<unknown>): string {
  const { fields, offsets = 'utf16' } = query as Shaped
  const shown = inUnit(value, offsets, record.text)
  const paths = wantedPaths(fields)
  return JSON.stringify(paths ? pick(shown, paths) : shown)
}

const collectionOf = (path: string): Link[] => [{ href: path.slice(0, path.lastIndexOf('/')), rel: 'collection' }]
