import type { Document, Reference } from './document.ts'
import { apply, type Pass } from './pass.ts'
import { conditional } from './passes/conditional.ts'
import { nulls } from './passes/nulls.ts'
import { numbers } from './passes/numbers.ts'
import { openObjects } from './passes/open-objects.ts'
import { parameters } from './passes/parameters.ts'
import { patterns } from './passes/patterns.ts'
import { references } from './passes/references.ts'
import { twins } from './passes/twins.ts'
import { unused } from './passes/unused.ts'
import { vocabularies } from './passes/vocabularies.ts'
import { shareRepeated } from './share.ts'

/** What is corrected, in this order: words are opened while answers and requests still have schemas of their own. */
export const passes: Record<string, Pass> = {
  references,
  vocabularies,
  unused,
  twins,
  nulls,
  numbers,
  patterns,
  openObjects,
  conditional,
  parameters,
}

/** The document as it is served: from what the generator writes to what client generators can read. */
export const finish = (generated: Document, corrections = Object.values(passes)): Document<Reference> =>
  byName(shareRepeated(corrections.reduce(apply, generated)))

/** Schemas by their names: the order in which the program happens to load them is no part of the document. */
const byName = (document: Document<Reference>): Document<Reference> => {
  const { schemas = {} } = document.components
  const sorted = Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(sorted) } }
}
