import { type Finished, headersOf, operationsIn, parametersOf, type Read, responsesOf } from './read.ts'

const eachOperation = (broken: (read: Read, document: Finished) => string[]) => (document: Finished) =>
  operationsIn(document).flatMap((read) => broken(read, document).map((fault) => `${read.id}: ${fault}`))

const twice = (names: string[]): string[] =>
  [...Map.groupBy(names, (name) => name.toLowerCase()).values()].flatMap((same) =>
    same.length > 1 ? [String(same)] : [],
  )

const taken = ['Error', 'Client', 'Configuration', 'List', 'Map', 'Optional', 'Date']

const succeeded = (status: string): boolean => status.startsWith('2')

/** What every operation of the document keeps, or generated clients break. Each says where it is broken. */
export const rulesOfOperations: Record<string, (document: Finished) => string[]> = {
  'operationIds are unique and in camelCase': (document) => {
    const ids = operationsIn(document).map(({ operation }) => operation.operationId ?? '')
    return [...twice(ids), ...ids.filter((id) => !/^[a-z][A-Za-z0-9]*$/.test(id))]
  },

  'exactly one tag each, and that is described': eachOperation(({ operation: { tags = [] } }, document) =>
    tags.length === 1 && document.tags?.some(({ name, description }) => name === tags[0] && description)
      ? []
      : [`tags ${tags}`],
  ),

  'every tag is used': (document) => {
    const used = operationsIn(document).flatMap(({ operation }) => operation.tags ?? [])
    return (document.tags ?? []).map(({ name }) => name).filter((name) => !used.includes(name))
  },

  'every operation has a summary and a description': eachOperation(({ operation }) =>
    operation.summary && operation.description ? [] : ['not described'],
  ),

  'one success media type an operation': eachOperation((read, document) => {
    const types = [...responsesOf(document, read)].flatMap(([status, { content = {} }]) =>
      succeeded(status) ? [`${status} ${Object.keys(content)}`] : [],
    )
    return types.length === 1 && /^200 [^,;]+$/.test(types[0] ?? '') ? [] : types
  }),

  'every operation documents 200, 304, 400, 404 and what else may go wrong': eachOperation(({ operation }) =>
    ['200', '304', '400', '404', 'default'].filter((status) => !(status in operation.responses)),
  ),

  'a 304 has no content and the headers of its 200': eachOperation((read, document) => {
    const { content, headers } = responsesOf(document, read).get('304') ?? {}
    const missing = ['ETag', 'Cache-Control', 'Vary'].filter((name) => !(name in (headers ?? {})))
    return content ? ['has content', ...missing] : missing
  }),

  'what may be a 304 can be asked for, with If-None-Match': eachOperation((read, document) =>
    parametersOf(document, read).some(({ name, in: place }) => name === 'If-None-Match' && place === 'header')
      ? []
      : ['cannot'],
  ),

  'a success has its ETag, its Cache-Control and its Vary': eachOperation((read, document) => {
    const { headers = {} } = responsesOf(document, read).get('200') ?? {}
    return ['ETag', 'Cache-Control', 'Vary'].filter((name) => !(name in headers))
  }),

  'every failure is a Problem': eachOperation((read, document) =>
    [...responsesOf(document, read)].flatMap(([status, { content = {} }]) => {
      if (succeeded(status) || status === '304') return []
      const schema = content['application/problem+json']?.schema
      return Object.keys(content).length === 1 && schema?.$ref === '#/components/schemas/Problem' ? [] : [status]
    }),
  ),

  'every parameter is described, with an example': eachOperation((read, document) =>
    parametersOf(document, read).flatMap(({ name, description, example }) =>
      description && example !== undefined ? [] : [name],
    ),
  ),

  'every header is described, with an example': eachOperation((read, document) =>
    [...responsesOf(document, read).values()].flatMap((response) =>
      [...headersOf(document, response)].flatMap(([name, { description, example, schema }]) =>
        description && (example ?? schema.examples) !== undefined ? [] : [name],
      ),
    ),
  ),

  'the path comes first among the parameters, from left to right': eachOperation((read, document) => {
    const parameters = parametersOf(document, read)
    const inPath = [...read.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const first = parameters.slice(0, inPath.length).map(({ name }) => name)
    return String(first) === String(inPath) ? [] : [String(first)]
  }),

  'no parameter twice': eachOperation((read, document) =>
    twice(parametersOf(document, read).map((parameter) => `${parameter.in} ${parameter.name}`)),
  ),

  'a parameter with several values is repeated': eachOperation((read, document) =>
    parametersOf(document, read).flatMap(({ name, schema, style, explode }) =>
      schema.type !== 'array' || (style === 'form' && explode) ? [] : [name],
    ),
  ),

  'no name of a component is taken, or used twice': (document) => {
    const names = Object.values(document.components).flatMap((kind) => Object.keys(kind))
    return [...names.filter((name) => taken.includes(name)), ...twice(names)]
  },

  'there is a server without a name, and no security': ({ servers = [], security }) =>
    servers.length === 1 && !('name' in (servers[0] ?? {})) && security?.length === 0
      ? []
      : [JSON.stringify({ servers, security })],
}
