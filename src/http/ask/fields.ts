import { z } from 'zod'
import type { Fault } from '#/schemas/problem.ts'
import { nearest } from './nearest.ts'

/** Every dotted path of an object that a client can ask for: `speaker`, `speaker.name`, `words.total` … */
export function fieldPaths(schema: z.ZodType, prefix = ''): string[] {
  const object = inside(schema)
  if (!(object instanceof z.ZodObject)) return []
  return Object.entries(object.shape).flatMap(([name, field]) => [
    prefix + name,
    ...fieldPaths(field as z.ZodType, `${prefix}${name}.`),
  ])
}

function inside(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return inside(schema.unwrap() as z.ZodType)
  return schema instanceof z.ZodArray ? inside(schema.element as z.ZodType) : schema
}

/** The paths of `fields=text,speaker.name`; null when all are wanted. */
export const wantedPaths = (fields: string | undefined): string[] | null =>
  fields === undefined ? null : [...new Set(fields.split(','))]

/** Longer lists of fields are a fault of their own, and not looked through. */
export const longestFields = 2000

/** A check of a query: the faults of those fields that are none. */
export const fieldFaults =
  (known: readonly string[]) =>
  ({ fields }: { readonly fields?: unknown }): Fault[] =>
    (wantedPaths((fields as string | undefined)?.slice(0, longestFields)) ?? [])
      .filter((path) => !known.includes(path))
      .map((path) => {
        const [suggestion] = nearest(path, known, 1)
        return {
          parameter: 'fields',
          detail: `${JSON.stringify(path.slice(0, 60))} is no field`,
          ...(suggestion && { suggestion }),
        }
      })

/** Only the asked paths of a value, nested as they were. */
export function pick(value: unknown, paths: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => pick(each, paths))
  if (typeof value !== 'object' || value === null) return value
  const picked: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(value)) {
    if (paths.includes(name)) picked[name] = member
    else {
      const below = paths.filter((path) => path.startsWith(`${name}.`)).map((path) => path.slice(name.length + 1))
      if (below.length > 0) picked[name] = pick(member, below)
    }
  }
  return picked
}

/** What stands at a dotted path; undefined where a part is missing, null where a part is null. */
export function at(value: unknown, path: string): unknown {
  let here: unknown = value
  for (const name of path.split('.')) {
    if (typeof here !== 'object' || here === null) return here
    here = Array.isArray(here) ? here.map((each) => at(each, name)) : (here as Record<string, unknown>)[name]
  }
  return here
}
