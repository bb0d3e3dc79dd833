import type { DocumentPass } from '../pass.ts'
import { reachedFrom } from '../walk.ts'

export const unused: DocumentPass = {
  why: 'The generator writes down every schema that has a name, for requests too; the reader needs those that a path leads to.',
  example: {
    before: { components: { schemas: { Quote: { type: 'object' }, QuoteInput: { type: 'object' } } } },
    after: { components: { schemas: {} } },
  },
  document: (document) => {
    const { schemas = {}, ...components } = document.components
    const reached = reachedFrom(document.paths, schemas)
    const kept = Object.entries(schemas).filter(([name]) => reached.has(name))
    return { ...document, components: { ...components, schemas: Object.fromEntries(kept) } }
  },
}
