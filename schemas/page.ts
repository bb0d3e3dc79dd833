import { z } from 'zod'

/** The members that every list has beside its items. */
export const listMembers = {
  total: z
    .int()
    .min(0)
    .nullable()
    .meta({
      description: 'How many there are on all pages; null where there are too many to count.',
      examples: [11],
    }),
  next: z
    .string()
    .nullable()
    .meta({ description: 'The cursor of the next page; null on the last one.', examples: [null] }),
  self: z.string().meta({ description: 'This page: path and canonical query.', examples: ['/v1/articles?limit=10'] }),
}

/** One page of a list: `{ items, total, next, self }` and what stands beside them, a named component. */
export const pageOf = <T extends z.ZodType, Beside extends z.ZodRawShape = Record<never, never>>(
  item: T,
  id: string,
  what: string,
  beside: Beside = {} as Beside,
) =>
  z
    .object({
      items: z.array(item).meta({ description: `The ${what} of this page, in order.` }),
      ...listMembers,
      ...beside,
    })
    .meta({ id, description: `A page of ${what}.` })

export type Page<T> = { items: T[]; total: number | null; next: string | null; self: string }
