import { type Document, type Header, mapValues, type Parameter, type Reference, type Response } from './document.ts'
import { componentsOf, type Place } from './names.ts'
import { operationsOf, rewriteOperations } from './walk.ts'

/** The answers of success are an operation's own; that nothing changed, or what went wrong, is said alike everywhere. */
const responseNames = new Map([
  ['304', 'NotModified'],
  ['400', 'BadRequest'],
  ['404', 'NotFound'],
  ['406', 'NotAcceptable'],
  ['default', 'OtherProblem'],
])

/**
 * The document with what is repeated in it said once, as a component, and referred to everywhere: `limit` has one
 * description, and a generated client one type for it.
 */
export function shareRepeated(document: Document): Document<Reference> {
  const places = operationsOf(document).map((operation) => ({
    parameters: (operation.parameters ?? []).map((part): Place<Parameter> => ({ name: part.name, part, operation })),
    responses: Object.entries(operation.responses).map(([name, part]): Place<Response> => ({ name, part, operation })),
  }))
  const parameters = componentsOf(
    'parameters',
    'Parameter',
    places.flatMap((place) => place.parameters),
  )

  const answers = places.flatMap((place) => place.responses)
  const headers = componentsOf(
    'headers',
    'Header',
    answers.flatMap(({ part, operation }) =>
      Object.entries(part.headers ?? {}).map(([name, header]): Place<Header> => ({ name, part: header, operation })),
    ),
  )
  const referring = ({ headers: sent, ...response }: Response): Response<Reference> => ({
    ...response,
    ...(sent && { headers: mapValues(sent, headers.refer) }),
  })

  const responses = componentsOf(
    'responses',
    '',
    answers.flatMap(({ name, part, operation }): Place<Response<Reference>>[] =>
      responseNames.has(name) ? [{ name: responseNames.get(name) ?? name, part: referring(part), operation }] : [],
    ),
  )

  return {
    ...document,
    paths: rewriteOperations(document.paths, (operation) => ({
      ...operation,
      parameters: (operation.parameters ?? []).map(parameters.refer),
      responses: mapValues(operation.responses, (response) => responses.refer(referring(response))),
    })),
    components: {
      ...document.components,
      parameters: parameters.components,
      headers: headers.components,
      responses: responses.components,
    },
  }
}
