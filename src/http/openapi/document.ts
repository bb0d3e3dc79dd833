import type { OpenAPIV3_1 } from 'openapi-types'

/**
 * The part of OpenAPI 3.1 that this service's document is written in. While it is corrected, parameters, headers and
 * responses stand where they are used; `Document<Reference>` is the finished one, where repeated ones are referred to.
 */
export type Document<Ref = never> = {
  openapi: string
  info: OpenAPIV3_1.InfoObject
  servers?: OpenAPIV3_1.ServerObject[]
  security?: OpenAPIV3_1.SecurityRequirementObject[]
  tags?: OpenAPIV3_1.TagObject[]
  paths: Record<string, PathItem<Ref>>
  components: Components<Ref>
}

/** Everything here is read by `GET`; `HEAD` answers the same without a body and is not documented apart. */
export type PathItem<Ref = never> = { get?: Operation<Ref> }

export type Operation<Ref = never> = {
  operationId?: string
  tags?: string[]
  summary?: string
  description?: string
  parameters?: (Parameter | Ref)[]
  responses: Record<string, Response<Ref> | Ref>
}

export type Reference = { $ref: string }

export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  description?: string
  example?: unknown
  style?: string
  explode?: boolean
  schema: Schema
}

export type Header = { description?: string; example?: unknown; schema: Schema }

export type MediaType = { schema?: Schema; example?: unknown; examples?: Record<string, { value: unknown }> }

export type Response<Ref = never> = {
  description: string
  headers?: Record<string, Header | Ref>
  content?: Record<string, MediaType>
}

/** A JSON Schema, by the keywords that are looked at here. */
export type Schema = {
  $ref?: string
  type?: string | string[]
  format?: string
  description?: string
  enum?: unknown[]
  pattern?: string
  minimum?: number
  maximum?: number
  examples?: unknown[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  allOf?: Schema[]
  [keyword: string]: unknown
}

export type Components<Ref = never> = {
  schemas?: Record<string, Schema>
  parameters?: Record<string, Parameter>
  headers?: Record<string, Header>
  responses?: Record<string, Response<Ref>>
}

/** `#/components/schemas/Quote` → `Quote` */
export const nameOf = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1)

/** A record with each of its values rewritten. */
export const mapValues = <From, To>(record: Record<string, From>, rewrite: (value: From, key: string) => To) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, rewrite(value, key)]))
