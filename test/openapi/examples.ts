import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Schema } from '#/src/http/openapi/document.ts'
import { allSchemas, type Finished, headersOf, operationsIn, parametersOf, responsesOf } from './read.ts'

/** A check of any value against a schema of the document, references and all: what is wrong, or nothing. */
export function checker(document: Finished): (schema: Schema, value: unknown) => string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { int32: true, double: true, date: true } })
  ajv.addSchema({ $id: 'document', components: document.components })
  const absolute = (schema: Schema): Schema =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/'))
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>()
  return (schema, value) => {
    const key = JSON.stringify(schema)
    const validate = compiled.get(key) ?? ajv.compile(absolute(schema))
    compiled.set(key, validate)
    return validate(value) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`)
  }
}

/** Every example in the document that is not what its own schema says, with the reason. */
export function wrongExamples(document: Finished): string[] {
  const check = checker(document)
  const wrong = (at: string, schema: Schema, values: unknown[]) =>
    values.flatMap((value) => check(schema, value).map((fault) => `${at}: ${JSON.stringify(value)} ${fault}`))
  return [
    ...allSchemas(document).flatMap(({ at, schema }) =>
      wrong(at, schema, [...(schema.examples ?? []), ...('default' in schema ? [schema.default] : [])]),
    ),
    ...operationsIn(document).flatMap((read) => [
      ...parametersOf(document, read).flatMap(({ name, schema, example }) =>
        wrong(`${read.id} ${name}`, schema, example === undefined ? [] : [example]),
      ),
      ...[...responsesOf(document, read)].flatMap(([status, response]) => [
        ...[...headersOf(document, response)].flatMap(([name, { schema, example }]) =>
          wrong(`${read.id} ${status} ${name}`, schema, example === undefined ? [] : [example]),
        ),
        ...Object.entries(response.content ?? {}).flatMap(([type, { schema = {}, example, examples = {} }]) =>
          wrong(`${read.id} ${status} ${type}`, schema, [
            ...(example === undefined ? [] : [example]),
            ...Object.values(examples).map(({ value }) => value),
          ]),
        ),
      ]),
    ]),
  ]
}
