import type { Origin } from '#/schemas/metadata.ts'
import type { Found } from '../draft.ts'

/** A value, and where the page states it. */
export type Stated<T> = { value: T; from: Origin }

/** The first of what is stated, with the others that say something else as conflicts. */
export function best<T>(
  stated: readonly Stated<T>[],
  reason: 'not-in-source' | 'no-absolute-date' = 'not-in-source',
  inWords: (value: T) => string = String,
): Found<T> {
  const [first, ...rest] = stated
  if (!first) return { value: null, reason }
  const taken = inWords(first.value)
  const others = new Map(
    rest.map(({ value, from }) => [inWords(value), from] as const).filter(([words]) => words !== taken),
  )
  const conflicts = [...others]
    .slice(0, 10)
    .map(([value, from]) => ({ from, value: value.toWellFormed().slice(0, 1000) }))
  const value = typeof first.value === 'string' ? (first.value.toWellFormed() as T & string) : first.value
  return { value, at: null, from: first.from, ...(conflicts.length > 0 && { conflicts }) }
}
