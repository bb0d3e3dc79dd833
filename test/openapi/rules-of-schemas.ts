import { nameOf } from '#/src/http/openapi/document.ts'
import {
  allSchemas,
  answerSchemas,
  componentSchemas,
  type Finished,
  type PlacedSchema,
  parameterSchemas,
} from './read.ts'

const where = (schemas: PlacedSchema[], broken: (placed: PlacedSchema) => boolean): string[] =>
  schemas.filter(broken).map(({ at }) => at)

const typesOf = ({ schema }: PlacedSchema): string[] => [schema.type ?? []].flat()

/** The component schemas that are closed lists of words: only parameters may use them. */
const wordLists = (document: Finished): Set<string> =>
  new Set(Object.entries(document.components.schemas ?? {}).flatMap(([name, schema]) => (schema.enum ? name : [])))

const namesInside = (document: Finished): [string, string[]][] =>
  componentSchemas(document).map(({ at, schema }) => [at, Object.keys(schema.properties ?? {})])

/** What every schema of the document keeps, or generated clients break. Each says where it is broken. */
export const rulesOfSchemas: Record<string, (document: Finished) => string[]> = {
  'no oneOf, no discriminator, no inheritance': (document) =>
    where(allSchemas(document), ({ schema }) => 'oneOf' in schema || 'discriminator' in schema || 'allOf' in schema),

  'anyOf says only that a reference may be null': (document) =>
    where(allSchemas(document), ({ schema: { anyOf } }) => {
      const [reference, nothing, ...more] = anyOf ?? []
      return anyOf !== undefined && !(reference?.$ref && nothing?.type === 'null' && more.length === 0)
    }),

  'a list of types is a type and null': (document) =>
    where(
      allSchemas(document),
      ({ schema: { type } }) => Array.isArray(type) && (type.length !== 2 || type[1] !== 'null'),
    ),

  'no keyword of another dialect': (document) =>
    where(allSchemas(document), ({ schema }) =>
      ['$defs', 'definitions', 'nullable', 'example', 'const', 'propertyNames', '$id', '$schema'].some(
        (key) => key in schema,
      ),
    ),

  'no closed list of words in an answer': (document) => {
    const lists = wordLists(document)
    const answers = componentSchemas(document).filter(({ at }) => !lists.has(at))
    return where(
      [...answers, ...answerSchemas(document)],
      ({ schema }) => schema.enum !== undefined || lists.has(nameOf(schema.$ref ?? '')),
    )
  },

  'an open list of words names those that are known': (document) =>
    where(allSchemas(document), ({ schema: { 'x-extensible-enum': known, description = '' } }) =>
      [known ?? []].flat().some((word) => !description.includes(String(word))),
    ),

  'a closed list of words in a parameter is a named component': (document) =>
    where(parameterSchemas(document), ({ schema }) => schema.enum !== undefined),

  'a field is required, or never null': (document) =>
    componentSchemas(document).flatMap(({ at, schema: { properties = {}, required = [] } }) =>
      Object.entries(properties).flatMap(([name, schema]) => {
        const isNull = [schema, ...(schema.anyOf ?? [])].some(({ type }) => [type ?? []].flat().includes('null'))
        return isNull && !required.includes(name) ? [`${at}.${name}`] : []
      }),
    ),

  'every whole number is an int32, every other a double': (document) =>
    where(allSchemas(document), (placed) => {
      const [type] = typesOf(placed).filter((name) => name === 'integer' || name === 'number')
      return type !== undefined && placed.schema.format !== (type === 'integer' ? 'int32' : 'double')
    }),

  'no bound that is only that of the language': (document) =>
    where(allSchemas(document), ({ schema: { minimum = 0, maximum = 0 } }) =>
      [minimum, maximum].some((bound) => Math.abs(bound) >= 2 ** 31),
    ),

  'no pattern that the format says already': (document) =>
    where(allSchemas(document), ({ schema: { pattern, format } }) => pattern !== undefined && format !== undefined),

  'an object is a named component': (document) =>
    where(allSchemas(document), (placed) => typesOf(placed).includes('object') && /[ .[{|]/.test(placed.at)),

  'an object may grow': (document) =>
    where(allSchemas(document), ({ schema }) => schema.additionalProperties === false),

  'no two properties that differ only in case or underscore': (document) =>
    namesInside(document).flatMap(([at, names]) => {
      const alike = Map.groupBy(names, (name) => name.toLowerCase().replaceAll('_', ''))
      return [...alike.values()].flatMap((same) => (same.length > 1 ? [`${at}: ${same}`] : []))
    }),

  'no property that a language has taken': (document) =>
    namesInside(document).flatMap(([at, names]) =>
      names
        .filter((name) => name === 'additional_properties' || (name === 'type' && names.includes('@type')))
        .map((name) => `${at}.${name}`),
    ),

  'every field is described': (document) =>
    componentSchemas(document).flatMap(({ at, schema: { properties = {} } }) =>
      Object.entries(properties).flatMap(([name, schema]) =>
        schema.$ref || schema.description ? [] : [`${at}.${name}`],
      ),
    ),

  'no schema is written twice, for requests and for answers': (document) =>
    Object.keys(document.components.schemas ?? {}).filter((name) => name.endsWith('Input')),

  'every component schema is described': (document) =>
    Object.entries(document.components.schemas ?? {}).flatMap(([name, schema]) => (schema.description ? [] : [name])),
}
