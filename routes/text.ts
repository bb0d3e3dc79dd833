import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Text } from '#/schemas/representation.ts'
import { answer, asked } from '#/src/http/answer/answer.ts'
import { Format } from '#/src/http/ask/parameters.ts'
import { forms } from '#/src/http/ask/representations.ts'
import { findHead, findRecord, rightsOf, type Where } from '#/src/http/resource/find.ts'
import { answerHeaders, digestHeader, operation } from '#/src/http/resource/operation.ts'
import { type Scope, termsOf, versioned } from '#/src/http/resource/scope.ts'

const documented = z.strictObject({})
const query = z.strictObject({ format: Format.optional() })

/** The words of a version never change. */
const forEver = 'public, max-age=31536000, immutable'

/** `…/text`: the text that all offsets index, untouched. */
export async function text(app: FastifyInstance, scope: Scope): Promise<void> {
  const operationId = scope.named('getArticleText')
  const about = {
    operationId,
    tag: 'text',
    summary: 'The text',
    description: 'The text that all offsets index: `text.slice(start, end)` gives the words of every range.',
  }
  const headers = { ...answerHeaders, ...digestHeader }
  const schema = operation(about, { params: scope.params, query: documented }, forms.text, Text, headers)
  const cacheControl = scope === versioned ? forEver : scope.cacheControl
  app.get('/text', { schema }, async (request, reply) => {
    const ask = asked(request, { operationId, query, available: [forms.text] })
    const where = request.params as Where
    const head = await findHead(app.store, where)
    const terms = { ...termsOf(scope, where, head, ask, []), cacheControl, sha256: head.sha256 }
    return answer(request, reply, ask, terms, async () => {
      const record = await findRecord(app.store, head)
      return { body: record.text, links: rightsOf(record) }
    })
  })
}
