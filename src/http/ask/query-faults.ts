import { z } from 'zod'
import type { Fault } from '#/schemas/problem.ts'
import { nearest } from './nearest.ts'

/** The schema under `optional` and `default`. */
export function plain(field: z.ZodType): z.ZodType {
  return field instanceof z.ZodOptional || field instanceof z.ZodDefault ? plain(field.unwrap() as z.ZodType) : field
}

export function unknownParameter(name: string, names: string[]): Fault {
  const [suggestion] = nearest(name, names, 1)
  return { parameter: name.slice(0, 100), detail: 'unknown', ...(suggestion && { suggestion }), allowed: names }
}

/** What is wrong with a value, for who has sent it: what it can be, where few words say it. */
export function faultOf(issue: z.core.$ZodIssue, shape: z.ZodRawShape): Fault {
  const parameter = String(issue.path[0] ?? '')
  if (issue.code !== 'invalid_value') return { parameter, detail: detailOf(issue, shape[parameter] as z.ZodType) }
  const allowed = issue.values.map(String)
  const [suggestion] = nearest(String(issue.input ?? ''), allowed, 1)
  return { parameter, detail: `must be one of ${allowed.join(', ')}`, ...(suggestion && { suggestion }), allowed }
}

function detailOf(issue: z.core.$ZodIssue, optional: z.ZodType): string {
  const field = plain(optional)
  if (field instanceof z.ZodBoolean) return 'must be true or false'
  if (field instanceof z.ZodISODate) return 'must be a day such as 2024-05-14'
  if (field instanceof z.ZodNumber)
    return `must be a ${field.isInt ? 'whole number' : 'number'} from ${field.minValue} to ${field.maxValue}`
  if (issue.code === 'too_big')
    return `more than ${issue.maximum} ${issue.origin === 'array' ? 'values' : 'characters'}`
  return issue.message
}
