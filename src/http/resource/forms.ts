import type { z } from 'zod'
import type { Page } from '#/schemas/page.ts'
import type { Asked } from '../answer/answer.ts'
import type { Link } from '../answer/link-header.ts'
import { canonical } from '../ask/query.ts'
import { bare, type Form, forms } from '../ask/representations.ts'
import type { Reading } from './reading.ts'

/** A representation at a path of its own, `…/quotes/{quoteId}.csl`, and the parameters that mean something there. */
export type Offered = { form: Form; query: z.ZodObject }

/** A representation of a resource beside JSON. */
export type Also<Write> = {
  form: Form
  /** What the document says of it, after the description of the resource: “As CSL-JSON.” */
  says: string
  schema: z.ZodType
  write: Write
}

/** Writes a resource of an article. */
export type WriteOne = (reading: Reading<Readonly<Record<string, unknown>>>) => string | Promise<string>

/** Writes a page of a list of an article; `next` is the address of the page after it. */
export type WriteList<Item> = (page: Page<Item>, reading: Reading<unknown>, next: string | null) => string

/** `getQuote` as CSL-JSON is `getQuoteCsl`. */
export const namedFor = (operationId: string, { format }: Form): string =>
  format === 'json' ? operationId : operationId + format[0]!.toUpperCase() + format.slice(1)

export const suffixOf = ({ format }: Form): string => (format === 'json' ? '' : `.${format}`)

/** The representations that a path has: all on the plain one, one behind a suffix. */
export const availableOn = (form: Form, others: readonly Form[]): [Form, ...Form[]] =>
  form.format === 'json' ? [forms.json, ...others] : [form]

/** Where the same is in its other representations. */
export const alternates = ({ plain, query, form }: Asked<unknown>, all: readonly Offered[]): Link[] =>
  all
    .filter((other) => other.form.format !== form.format)
    .map((other) => {
      const words = canonical(other.query, query as Record<string, unknown>, ['format'])
      return {
        href: `${plain}${suffixOf(other.form)}${words === '' ? '' : `?${words}`}`,
        rel: 'alternate',
        type: bare(other.form),
        ...(other.form.profile !== undefined && { profile: other.form.profile }),
      }
    })
