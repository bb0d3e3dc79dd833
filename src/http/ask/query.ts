import { z } from 'zod'
import type { Fault } from '#/schemas/problem.ts'
import { faultOf, plain, unknownParameter } from './query-faults.ts'

/** A query as it was sent: one string a parameter, or several. */
export type RawQuery = Readonly<Record<string, string | string[]>>

/** Values of a query in their types, out of their ranges or not. */
type Typed = Record<string, unknown>

/**
 * A query read by its schema, strictly: unknown parameters, repeated single ones, empty values and numbers in any other
 * form than digits are faults, and all of them are named at once; `typed` is what can be read beside them.
 */
export function readQuery<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  raw: RawQuery,
): { value: z.output<z.ZodObject<Shape>>; faults: null } | { value: null; faults: Fault[]; typed: Typed } {
  const faults: Fault[] = []
  const typed: Typed = {}
  const names = Object.keys(schema.shape)
  for (const [name, value] of Object.entries(raw)) {
    const field = Object.hasOwn(schema.shape, name) ? (schema.shape[name] as z.ZodType) : null
    if (!field) faults.push(unknownParameter(name, names))
    else {
      const read = readValue(plain(field), value)
      if (read instanceof Error) faults.push({ parameter: name, detail: read.message })
      else typed[name] = read
    }
  }
  const wrong = new Set(faults.map(({ parameter }) => parameter))
  const parsed = schema.safeParse(typed, { reportInput: true })
  const issues = parsed.error?.issues.map((issue) => faultOf(issue, schema.shape)) ?? []
  faults.push(...issues.filter(({ parameter }) => !wrong.has(parameter)))
  return parsed.success && faults.length === 0 ? { value: parsed.data, faults: null } : { value: null, faults, typed }
}

function readValue(field: z.ZodType, value: string | string[]): unknown {
  const values = [value].flat()
  if (values.some((each) => each === '')) return new Error('empty')
  if (field instanceof z.ZodArray) return listed(field.element as z.ZodType, values)
  if (values.length > 1) return new Error('given more than once')
  return readOne(field, values[0]!)
}

/** An id of an article, a Wikidata item, or a language with its land. */
const id = /^(?:[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}-]*|Q\d+|[a-z]{2,3}-[A-Z]{2})$/u

/** Repeated, or between commas when every part is a word of the list or an id: names may hold commas. */
function listed(element: z.ZodType, values: string[]): unknown[] {
  return values.flatMap((value) => {
    const parts = value.split(',')
    const split = element instanceof z.ZodEnum || parts.every((part) => id.test(part))
    return split ? parts : [value]
  })
}

function readOne(field: z.ZodType, value: string): unknown {
  if (field instanceof z.ZodBoolean) return value === 'true' ? true : value === 'false' ? false : value
  if (!(field instanceof z.ZodNumber)) return value
  const whole = field.format === 'safeint' || field.format === 'int32'
  return (whole ? /^(?:0|[1-9]\d{0,8})$/u : /^(?:0|1)(?:\.\d{1,9})?$/u).test(value) ? Number(value) : value
}

/** The names of a schema's parameters, sorted, each with its default. */
const plans = new WeakMap<z.ZodObject, readonly (readonly [name: string, standard: unknown])[]>()

function planOf(schema: z.ZodObject): readonly (readonly [string, unknown])[] {
  const known = plans.get(schema)
  if (known) return known
  const plan = Object.keys(schema.shape)
    .sort()
    .map((name): [string, unknown] => {
      const field = schema.shape[name] as z.ZodType
      return [name, field instanceof z.ZodDefault ? field.def.defaultValue : undefined]
    })
  plans.set(schema, plan)
  return plan
}

/** The query in the one form that `self`, cursors and tags use: sorted, without what is the default. */
export function canonical(
  schema: z.ZodObject,
  value: Readonly<Record<string, unknown>>,
  without: readonly string[] = [],
): string {
  const pairs: string[][] = []
  for (const [name, standard] of planOf(schema)) {
    const given = value[name]
    if (given === undefined || given === standard || without.includes(name)) continue
    for (const each of [given].flat()) pairs.push([name, String(each)])
  }
  return pairs.length === 0 ? '' : new URLSearchParams(pairs).toString()
}
