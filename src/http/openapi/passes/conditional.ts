import type { Parameter } from '../document.ts'
import type { DocumentPass } from '../pass.ts'
import { rewriteOperations } from '../walk.ts'

const ifNoneMatch: Parameter = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The `ETag` of the answer that you have, or several of them: 304 without a body when one still holds.',
  example: '"432a4fde1cba"',
  schema: { type: 'string' },
}

const notModified = { description: 'Nothing has changed.' }

export const conditional: DocumentPass = {
  why: 'Who can get a 304 must be able to ask for it; the header is read before any route, so no route can document it.',
  example: {
    before: { paths: { '/quotes': { get: { responses: { 304: notModified } } } } },
    after: { paths: { '/quotes': { get: { parameters: [ifNoneMatch], responses: { 304: notModified } } } } },
  },
  document: (document) => ({
    ...document,
    paths: rewriteOperations(document.paths, (operation) =>
      '304' in operation.responses
        ? { ...operation, parameters: [...(operation.parameters ?? []), ifNoneMatch] }
        : operation,
    ),
  }),
}
