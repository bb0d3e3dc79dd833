import type { EntityType } from '#/schemas/entity.ts'
import type { ArticleRecord, EntityRecord } from '#/schemas/record.ts'
import type { Unknowns } from '#/schemas/unknown.ts'
import type { Extraction, Link } from '#/src/extract/extraction.ts'
import { slug } from '#/src/text/slug.ts'
import { because, passage } from './facts.ts'
import { numbered } from './ids.ts'

/** Entities with ids and counts; their quotes are counted when the quotes are known. */
export function entityRecords(text: string, { entities }: Extraction): ArticleRecord['entities'] {
  const ids = numbered(entities.map(({ name, type }) => idOf(name) || type))
  return entities.map(
    ({ type, name, aliases, title, role, mentions, link, date, salience, parts }, index): EntityRecord => {
      const { identifiers, unknown } = identified(type, link)
      return {
        id: ids[index]!,
        type,
        name,
        aliases,
        title: title && passage(text, title),
        role: role && passage(text, role),
        date: date?.value ? { value: date.value, precision: date.precision } : null,
        mentions: mentions.map(({ span, form }) => ({ ...passage(text, span), form, inQuote: null })),
        counts: { mentions: mentions.length, quotes: 0 },
        salience: Math.round(salience * 1000) / 1000,
        parts,
        identifiers,
        unknown: {
          ...(title ? {} : { title: because('not-stated') }),
          ...(role ? {} : { role: because('not-stated') }),
          ...unknown,
          ...(date?.value === null && { date: because(date.reason) }),
        },
      }
    },
  )
}

/** “U.S. Treasury” is `us-treasury`, not `u-s-treasury`. */
const idOf = (name: string): string =>
  slug(name.replace(/(?<!\p{L})(?:\p{L}\.){2,}/gu, (initials) => initials.replaceAll('.', '')))

const nobody = { wikidata: null, wikipedia: null, iso3166: null, geonames: null, confidence: null }

/** What others call an entity; of each that is not said, the reason: no list has it, or such a thing has none. */
function identified(type: EntityType, link: Link): { identifiers: EntityRecord['identifiers']; unknown: Unknowns } {
  if (link.confidence === null) return { identifiers: nobody, unknown: { identifiers: because(link.reason) } }
  const { wikidata, wikipedia, iso3166, geonames, confidence } = link
  const unknown: Unknowns = {}
  for (const [name, value] of Object.entries({ wikidata, wikipedia, iso3166, geonames })) {
    const isOfPlaces = name === 'iso3166' || name === 'geonames'
    const reason = isOfPlaces && type !== 'place' ? 'not-applicable' : 'unsupported'
    if (value === null) unknown[`identifiers.${name}`] = because(reason)
  }
  return { identifiers: { wikidata, wikipedia, iso3166, geonames, confidence }, unknown }
}
