import type { Parameter } from '../document.ts'
import type { DocumentPass } from '../pass.ts'
import { rewriteOperations } from '../walk.ts'

const places = ['path', 'query', 'header']

const inOrderOf = (path: string) => (a: Parameter, b: Parameter) =>
  places.indexOf(a.in) - places.indexOf(b.in) ||
  (a.in === 'path' ? path.indexOf(`{${a.name}}`) - path.indexOf(`{${b.name}}`) : 0)

/** `kind=direct&kind=mixed`: said aloud, because generators differ in what they take for granted. */
const repeated = ({ name, in: place, ...rest }: Parameter): Parameter => ({
  name,
  in: place,
  ...(place === 'query' && rest.schema.type === 'array' && { style: 'form', explode: true }),
  ...rest,
})

const articleId: Parameter = { name: 'articleId', in: 'path', required: true, schema: { type: 'string' } }
const kind: Parameter = { name: 'kind', in: 'query', schema: { type: 'array', items: { type: 'string' } } }

export const parameters: DocumentPass = {
  why: 'Generated functions take their arguments in this order, and readers read it: the path from left to right, then the query.',
  example: {
    before: { paths: { '/articles/{articleId}/quotes': { get: { parameters: [kind, articleId], responses: {} } } } },
    after: {
      paths: {
        '/articles/{articleId}/quotes': {
          get: { parameters: [articleId, { ...kind, style: 'form', explode: true }], responses: {} },
        },
      },
    },
  },
  document: (document) => ({
    ...document,
    paths: rewriteOperations(document.paths, (operation, path) => ({
      ...operation,
      parameters: (operation.parameters ?? []).map(repeated).toSorted(inOrderOf(path)),
    })),
  }),
}
