export type Json = Record<string, unknown>
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Values of all kinds in one file. A file of more is refused, so that nothing of it is passed over. */
export const mostValues = 1_000_000
