import { wrongExamples } from './examples.ts'
import type { Finished } from './read.ts'
import { rulesOfOperations } from './rules-of-operations.ts'
import { rulesOfSchemas } from './rules-of-schemas.ts'

/** The promises of the document, and for each a function that says where it is broken. */
export const rules: Record<string, (document: Finished) => string[]> = {
  ...rulesOfOperations,
  ...rulesOfSchemas,
  'every example is what its schema says': wrongExamples,
}
