import swagger from '@fastify/swagger'
import { jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { describe, expect, it } from 'vitest'
import { about } from '#/src/http/openapi/about.ts'
import { describeRoute } from '#/src/http/openapi/describe-route.ts'
import type { Document } from '#/src/http/openapi/document.ts'
import { finish, passes } from '#/src/http/openapi/finish.ts'
import type { Finished } from './read.ts'
import { rules } from './rules.ts'
import { sample } from './sample.ts'

const empty: Document = { openapi: '3.1.1', info: { title: 'Empty', version: '0' }, paths: {}, components: {} }

const generators = { openapi: about, transform: describeRoute, transformObject: jsonSchemaTransformObject }
const generated = (await sample((app) => app.register(swagger, generators))).swagger() as Document

const brokenIn = (document: Finished) =>
  Object.entries(rules).flatMap(([promise, check]) => check(document).map((place) => `${promise}: ${place}`))

describe.each(Object.entries(passes))('%s', (_, pass) => {
  it('makes of its example what it says', () => {
    if ('schema' in pass) return expect(pass.schema(pass.example.before)).toEqual(pass.example.after)
    const { before, after } = pass.example
    expect(pass.document({ ...empty, ...before })).toEqual({ ...empty, ...after })
  })

  it('is needed: without it a promise is broken', () => {
    const others = Object.values(passes).filter((other) => other !== pass)
    expect(() => expect(brokenIn(finish(generated, others))).toEqual([])).toThrow()
  })
})

it('with all of them every promise is kept', () => {
  expect(brokenIn(finish(generated))).toEqual([])
})

it('the service serves the corrected document', async () => {
  await using app = await sample()
  const answer = await app.inject('/openapi.json')
  expect(answer.headers['content-type']).toBe('application/json')
  expect(answer.json()).toEqual(finish(generated))
})
