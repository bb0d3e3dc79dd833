import type { OffsetUnit } from '#/schemas/range.ts'
import { offsetsOf } from '#/src/text/units.ts'

/** A value with every range in it counted in another unit. */
export function inUnit<T>(value: T, unit: OffsetUnit, text: string): T {
  if (unit === 'utf16') return value
  const offsets = offsetsOf(text, unit)
  const convert = (here: unknown): unknown => {
    if (Array.isArray(here)) return here.map(convert)
    if (typeof here !== 'object' || here === null) return here
    if (isRange(here)) return { start: offsets[here.start], end: offsets[here.end], unit }
    return Object.fromEntries(Object.entries(here).map(([name, member]) => [name, convert(member)]))
  }
  return convert(value) as T
}

const isRange = (value: object): value is { start: number; end: number; unit: string } =>
  'start' in value && 'end' in value && 'unit' in value && value.unit === 'utf16'
