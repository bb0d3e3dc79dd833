import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Speaker, SpeakerList } from '#/schemas/speaker.ts'
import { speakerNotFound } from '#/src/errors.ts'
import { nearest } from '#/src/http/ask/nearest.ts'
import { serveList } from '#/src/http/resource/list.ts'
import { serveResource } from '#/src/http/resource/resource.ts'
import type { Scope } from '#/src/http/resource/scope.ts'
import { presentSpeakers } from '#/src/present/speakers.ts'

const SpeakerOrder = z.enum(['-words', 'position']).meta({
  id: 'SpeakerOrder',
  description: 'Who says most first, or as they come in the article.',
  examples: ['-words'],
})

/** `…/speakers` and `…/speakers/{entityId}`: who speaks, and how much. */
export async function speakers(app: FastifyInstance, scope: Scope): Promise<void> {
  serveList(app, scope, {
    operationId: 'listSpeakers',
    tag: 'speakers',
    summary: 'The speakers',
    description:
      'Who speaks in the article and how many of its words are theirs; the basis says what the shares are shares of.',
    path: '/speakers',
    query: z.strictObject({
      sort: SpeakerOrder.default('-words').meta({ description: 'The order of the speakers.', examples: ['-words'] }),
    }),
    item: Speaker,
    answer: SpeakerList,
    columns: ['entityId', 'name', 'quotes', 'words.total', 'words.verbatim', 'shareOfBody', 'shareOfQuoted'],
    read: ({ record, query: { sort }, base }) => {
      const { speakers: all, basis } = presentSpeakers(record, base)
      return {
        items: sort === '-words' ? all.toSorted((a, b) => b.words.total - a.words.total) : all,
        beside: { basis },
      }
    },
  })

  serveResource(app, scope, {
    operationId: 'getSpeaker',
    tag: 'speakers',
    summary: 'One speaker',
    description: 'One speaker, and how much is theirs.',
    path: '/speakers/:entityId',
    params: {
      entityId: z.string().meta({ description: 'The id of the entity that speaks.', examples: ['anwar-ibrahim'] }),
    },
    query: z.strictObject({}),
    answer: Speaker,
    read: ({ record, params, base }) => {
      const id = params.entityId!
      const { speakers: all } = presentSpeakers(record, base)
      const speaker = all.find(({ entityId }) => entityId === id)
      if (!speaker)
        throw speakerNotFound(id, {
          suggestions: nearest(
            id,
            all.map(({ entityId }) => entityId),
          ),
        })
      return speaker
    },
  })
}
