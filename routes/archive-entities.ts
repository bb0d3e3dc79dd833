import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ArchiveEntity, ArchiveEntityList } from '#/schemas/archive.ts'
import { entityTypes, who, words } from '#/src/http/ask/parameters.ts'
import { serveArchive } from '#/src/http/resource/archive.ts'
import { presentArchiveEntity } from '#/src/present/archive.ts'
import { termsOf } from '#/src/text/search.ts'

const ArchiveEntityOrder = z.enum(['-articles', 'name']).meta({
  id: 'ArchiveEntityOrder',
  description: 'What most articles name first, or by name.',
  examples: ['-articles'],
})

/** `/v1/entities`: who and what all articles name. */
export async function archiveEntities(app: FastifyInstance): Promise<void> {
  serveArchive(app, {
    operationId: 'searchEntities',
    tag: 'entities',
    summary: 'Entities of all articles',
    description:
      'The people, organisations, places and others that the articles name. One that is linked to the same Wikidata item in several articles is one entity; of all others only the type and the name are the same, and `sameBy` says so.',
    path: '/v1/entities',
    kind: 'entities',
    query: z.strictObject({
      q: words('the names of the entities'),
      entity: who('Only these'),
      type: entityTypes,
      sort: ArchiveEntityOrder.default('-articles').meta({
        description: 'The order of the entities.',
        examples: ['-articles'],
      }),
    }),
    item: ArchiveEntity,
    answer: ArchiveEntityList,
    columns: ['id', 'type', 'name', 'sameBy', 'wikidata', 'counts.articles', 'counts.mentions', 'counts.quotes'],
    select: ({ q, sort, ...filter }) => ({
      filter: { ...filter, terms: q === undefined ? undefined : termsOf(q) },
      sort,
    }),
    present: presentArchiveEntity,
  })
}
