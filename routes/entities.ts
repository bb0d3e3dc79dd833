import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Entity, EntityList, EntityPart } from '#/schemas/entity.ts'
import { entityNotFound } from '#/src/errors.ts'
import { nearest } from '#/src/http/ask/nearest.ts'
import { entityTypes, offsets, who, words } from '#/src/http/ask/parameters.ts'
import { entitiesNamed, holds } from '#/src/http/ask/select.ts'
import { serveList } from '#/src/http/resource/list.ts'
import { serveResource } from '#/src/http/resource/resource.ts'
import type { Scope } from '#/src/http/resource/scope.ts'
import { presentEntity } from '#/src/present/entity.ts'

const EntityOrder = z.enum(['position', '-salience', '-mentions', 'name']).meta({
  id: 'EntityOrder',
  description: 'As they come in the article, what it is most about first, the most mentioned first, or by name.',
  examples: ['position'],
})

/** `…/entities` and `…/entities/{entityId}`: who and what the article names. */
export async function entities(app: FastifyInstance, scope: Scope): Promise<void> {
  serveList(app, scope, {
    operationId: 'listEntities',
    tag: 'entities',
    summary: 'The entities',
    description: 'The people, organisations, places and others that the article names, with every mention.',
    path: '/entities',
    query: z.strictObject({
      q: words('the names of the entities'),
      entity: who('Only these'),
      type: entityTypes,
      part: z
        .array(EntityPart)
        .optional()
        .meta({ description: 'Only entities that do this in the article.', examples: [['speaker']] }),
      sort: EntityOrder.default('position').meta({ description: 'The order of the entities.', examples: ['position'] }),
      offsets,
    }),
    item: Entity,
    answer: EntityList,
    columns: [
      'id',
      'type',
      'name',
      'title.text',
      'role.text',
      'counts.mentions',
      'counts.quotes',
      'salience',
      'date.value',
      'identifiers.iso3166',
      'identifiers.wikidata',
    ],
    read: ({ record, query: { q, entity, type, part, sort }, base }) => {
      const wanted = entity && entitiesNamed(record, entity)
      const found = q === undefined ? () => true : holds(q)
      const selected = record.entities.filter(
        (each) =>
          (!type || type.includes(each.type)) &&
          (!part || part.some((one) => each.parts.includes(one))) &&
          (!wanted || wanted.has(each.id)) &&
          found([each.name, ...each.aliases]),
      )
      return { items: selected.toSorted(orders[sort]).map((each) => presentEntity(record, each, base)) }
    },
  })

  serveResource(app, scope, {
    operationId: 'getEntity',
    tag: 'entities',
    summary: 'One entity',
    description: 'One entity with its names, its role and every mention.',
    path: '/entities/:entityId',
    params: { entityId: z.string().meta({ description: 'The id of the entity.', examples: ['ismail-haniyeh'] }) },
    query: z.strictObject({ offsets }),
    answer: Entity,
    read: ({ record, params, base }) => {
      const id = params.entityId!
      const entity = record.entities.find((each) => each.id === id)
      if (!entity)
        throw entityNotFound(id, {
          suggestions: nearest(
            id,
            record.entities.map((each) => each.id),
          ),
        })
      return presentEntity(record, entity, base)
    },
  })
}

type Ordered = { salience: number; counts: { mentions: number }; name: string }

const orders: Record<z.infer<typeof EntityOrder>, (a: Ordered, b: Ordered) => number> = {
  position: () => 0,
  '-salience': (a, b) => b.salience - a.salience,
  '-mentions': (a, b) => b.counts.mentions - a.counts.mentions,
  name: (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
}
