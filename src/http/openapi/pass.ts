import type { Document, Schema } from './document.ts'
import { rewriteSchemas } from './walk.ts'

/** One correction of the generated document: why it is made, and an example that is also its test. */
export type Pass = SchemaPass | DocumentPass

/** A correction of each schema by itself, wherever it stands. */
export type SchemaPass = {
  why: string
  example: { before: Schema; after: Schema }
  schema: (schema: Schema) => Schema
}

/** A correction that must see the whole. Its example shows the parts of the document that matter. */
export type DocumentPass = {
  why: string
  example: { before: Partial<Document>; after: Partial<Document> }
  document: (document: Document) => Document
}

export const apply = (document: Document, pass: Pass): Document =>
  'schema' in pass ? rewriteSchemas(document, pass.schema) : pass.document(document)
