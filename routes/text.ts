import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { asked, notModified, send } from '#/src/http/answer.ts'
import { findRecord } from '#/src/http/find.ts'
import { answerHeaders, digestHeader, operation } from '#/src/http/operation.ts'
import { Format } from '#/src/http/parameters.ts'
import { opened } from '#/src/http/resource.ts'
import { type Scope, versioned } from '#/src/http/scope.ts'

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
  const schema = operation(about, { params: scope.params, query: documented }, 'text', z.string(), {
    ...answerHeaders,
    ...digestHeader,
  })
  app.get('/text', { schema }, async (request, reply) => {
    const ask = asked(request, operationId, query, ['text'])
    const cacheControl = scope === versioned ? forEver : scope.cacheControl
    const { head, done } = await opened(request, reply, { ...scope, cacheControl }, ask, [])
    reply.header('repr-digest', `sha-256=:${Buffer.from(head.sha256, 'hex').toString('base64')}:`)
    if (done) return notModified(reply)
    const record = await findRecord(app.store, head)
    return send(request, reply, 'text', record.text)
  })
}
