import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ArchiveSpeaker, ArchiveSpeakerList } from '#/schemas/archive.ts'
import { published, who, words } from '#/src/http/ask/parameters.ts'
import { serveArchive } from '#/src/http/resource/archive.ts'
import { presentArchiveSpeaker } from '#/src/present/archive.ts'
import { termsOf } from '#/src/text/search.ts'
import { filters } from './quotes.ts'

const ArchiveSpeakerOrder = z.enum(['-words', 'name']).meta({
  id: 'ArchiveSpeakerOrder',
  description: 'Who says most first, or by name.',
  examples: ['-words'],
})

/** `/v1/speakers`: who speaks in all articles, and how much. */
export async function archiveSpeakers(app: FastifyInstance): Promise<void> {
  serveArchive(app, {
    operationId: 'searchSpeakers',
    tag: 'speakers',
    summary: 'Speakers of all articles',
    description:
      'Who speaks in the articles, and how many words are theirs: in all of them, or in those quotes that are selected.',
    path: '/v1/speakers',
    kind: 'speakers',
    query: z.strictObject({
      q: words('the names of the speakers'),
      speaker: who('Only these'),
      kind: filters.kind,
      ...published,
      sort: ArchiveSpeakerOrder.default('-words').meta({
        description: 'The order of the speakers.',
        examples: ['-words'],
      }),
    }),
    item: ArchiveSpeaker,
    answer: ArchiveSpeakerList,
    columns: ['entityId', 'name', 'sameBy', 'articles', 'quotes', 'words.total', 'words.verbatim'],
    select: ({ q, sort, ...filter }) => ({
      filter: { ...filter, terms: q === undefined ? undefined : termsOf(q) },
      sort,
    }),
    present: presentArchiveSpeaker,
  })
}
