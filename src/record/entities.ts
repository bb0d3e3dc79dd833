import type { ArticleRecord, EntityRecord } from '#/schemas/record.ts'
import type { Extraction } from '#/src/extract/extraction.ts'
import { slug } from '#/src/text/slug.ts'
import { because, passage } from './facts.ts'
import { numbered } from './ids.ts'

/** Entities with ids and counts; their quotes are counted when the quotes are known. */
export function entityRecords(text: string, { entities }: Extraction): ArticleRecord['entities'] {
  const ids = numbered(entities.map(({ name, type }) => slug(name) || type))
  const most = Math.max(1, ...entities.map(({ mentions }) => mentions.length))
  return entities.map(
    ({ type, name, aliases, role, mentions }, index): EntityRecord => ({
      id: ids[index]!,
      type,
      name,
      aliases,
      role: role && passage(text, role),
      mentions: mentions.map(({ span, form }) => ({ ...passage(text, span), form, inQuote: null })),
      counts: { mentions: mentions.length, quotes: 0 },
      salience: Math.round((mentions.length / most) * 1000) / 1000,
      identifiers: { wikidata: null, wikipedia: null, iso3166: null, geonames: null, confidence: null },
      unknown: { ...(role ? {} : { role: because('not-stated') }), identifiers: because('unsupported') },
    }),
  )
}
