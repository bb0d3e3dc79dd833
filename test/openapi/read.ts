import type {
  Document,
  Header,
  Operation,
  Parameter,
  Reference,
  Response,
  Schema,
} from '#/src/http/openapi/document.ts'
import { nameOf } from '#/src/http/openapi/document.ts'

export type Finished = Document<Reference>
export type Read = { path: string; id: string; operation: Operation<Reference> }

export const operationsIn = (document: Finished): Read[] =>
  Object.entries(document.paths).flatMap(([path, { get }]) =>
    get ? [{ path, id: get.operationId ?? path, operation: get }] : [],
  )

/** What a reference to a component stands for, or the part itself. */
export function resolve<Part extends object>(part: Part | Reference, kind: Record<string, Part> | undefined): Part {
  if (!('$ref' in part)) return part
  const found = kind?.[nameOf((part as Reference).$ref)]
  if (!found) throw new Error(`nothing at ${(part as Reference).$ref}`)
  return found
}

export const parametersOf = (document: Finished, { operation }: Read): Parameter[] =>
  (operation.parameters ?? []).map((part) => resolve(part, document.components.parameters))

export const responsesOf = (document: Finished, { operation }: Read): Map<string, Response<Reference>> =>
  new Map(
    Object.entries(operation.responses).map(([status, part]) => [status, resolve(part, document.components.responses)]),
  )

export const headersOf = (document: Finished, response: Response<Reference>): Map<string, Header> =>
  new Map(
    Object.entries(response.headers ?? {}).map(([name, part]) => [name, resolve(part, document.components.headers)]),
  )

export type PlacedSchema = { at: string; schema: Schema }

/** A schema and all that are written inside it, each with its place; references are not followed. */
export const inside = (schema: Schema, at: string): PlacedSchema[] => [
  { at, schema },
  ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) => inside(part, `${at}.${name}`)),
  ...(schema.items ? inside(schema.items, `${at}[]`) : []),
  ...(typeof schema.additionalProperties === 'object' ? inside(schema.additionalProperties, `${at}{}`) : []),
  ...[...(schema.anyOf ?? []), ...(schema.allOf ?? [])].flatMap((part, n) => inside(part, `${at}|${n}`)),
]

export const componentSchemas = (document: Finished): PlacedSchema[] =>
  Object.entries(document.components.schemas ?? {}).flatMap(([name, schema]) => inside(schema, name))

/** The schemas that stand in an answer itself: of its headers and of its content. */
export const answerSchemas = (document: Finished): PlacedSchema[] =>
  operationsIn(document).flatMap((read) =>
    [...responsesOf(document, read)].flatMap(([status, response]) => [
      ...[...headersOf(document, response)].flatMap(([name, { schema }]) =>
        inside(schema, `${read.id} ${status} ${name}`),
      ),
      ...Object.entries(response.content ?? {}).flatMap(([type, { schema }]) =>
        schema ? inside(schema, `${read.id} ${status} ${type}`) : [],
      ),
    ]),
  )

export const parameterSchemas = (document: Finished): PlacedSchema[] =>
  operationsIn(document).flatMap((read) =>
    parametersOf(document, read).flatMap(({ name, schema }) => inside(schema, `${read.id} ?${name}`)),
  )

export const allSchemas = (document: Finished): PlacedSchema[] => [
  ...componentSchemas(document),
  ...answerSchemas(document),
  ...parameterSchemas(document),
]
