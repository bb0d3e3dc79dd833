import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EntityType } from '#/schemas/entity.ts'
import { keyOf } from '#/src/extract/entities/keys.ts'
import { readKnown } from '#/src/extract/entities/known.ts'
import { type Gazetteer, linkEntities } from '#/src/extract/entities/links.ts'
import { readPlaces } from '#/src/extract/entities/places.ts'
import type { Link, NamedEntity } from '#/src/extract/extraction.ts'

const parsed = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../../data/lexicon', name), 'utf8'))

export const openGazetteer = (): Gazetteer => ({
  places: readPlaces(parsed('countries.json'), parsed('regions.json'), () => parsed('cities.json')),
  known: readKnown(parsed('known.json')),
})

const drawn =
  /‹([^›]+)›([a-z]+)(?:=([A-Z]{2}(?:-[A-Z\d]+)?(?:\/town)?(?!\w)|Q\d+|none|ambiguous|unsupported|low-confidence|[A-Z]\w+(?:-\w+)*))?/gu

export type Drawn = { text: string; entities: NamedEntity[]; answers: (string | null)[] }

/**
 * A sentence with its names, their types and their links drawn in:
 *
 *     Police in ‹Athens›place=US-GA/town, ‹Georgia›place=US-GA
 *
 * One name of one type is one entity; what has no `=` is there for the others.
 */
export function unlink(marked: string): Drawn {
  const entities: NamedEntity[] = []
  const answers: (string | null)[] = []
  let text = ''
  let last = 0
  for (const match of marked.matchAll(drawn)) {
    const [whole, name, type, answer] = match as unknown as [string, string, EntityType, string | undefined]
    text += marked.slice(last, match.index)
    const span = { start: text.length, end: text.length + name.length }
    text += name
    last = match.index + whole.length
    const same = entities.findIndex((entity) => entity.name === name && entity.type === type)
    if (same < 0) {
      entities.push({ type, name, aliases: [], mentions: [{ span, form: 'name' }] })
      answers.push(answer ?? null)
    } else {
      entities[same]!.mentions.push({ span, form: 'name' })
      answers[same] ??= answer ?? null
    }
  }
  return { text: text + marked.slice(last), entities, answers }
}

/** The sentence with the links that were found drawn in. */
export function relink(marked: string, links: readonly Link[], gazetteer: Gazetteer): string {
  const { entities } = unlink(marked)
  const drawnAnswers = new Set<number>()
  return marked.replace(drawn, (whole, name: string, type: string, answer?: string) => {
    const index = entities.findIndex((entity) => entity.name === name && entity.type === type)
    if (!answer || drawnAnswers.has(index)) return whole
    drawnAnswers.add(index)
    return `‹${name}›${type}=${shortForm(links[index]!, answer, name, gazetteer)}`
  })
}

/** A link in the words of the answer: `GE`, `US-GA/town`, `Q7184`, a title, or `none`. */
function shortForm(link: Link, answer: string, name: string, { places }: Gazetteer): string {
  if (link.confidence === null) return answer === 'none' ? 'none' : link.reason
  if (/^Q\d+$/u.test(answer)) return link.wikidata ?? 'no-item'
  if (link.geonames && link.iso3166 && places.country(link.iso3166)?.geonames !== Number(link.geonames)) {
    const where = townAt(Number(link.geonames), name, answer, places)
    return `${where}/town`
  }
  if (link.iso3166 && /^[A-Z]{2}(?:-|$)/u.test(answer)) return link.iso3166
  return link.wikipedia
    ? decodeURI(link.wikipedia.replace('https://en.wikipedia.org/wiki/', ''))
    : (link.iso3166 ?? '?')
}

function townAt(id: number, name: string, answer: string, places: Gazetteer['places']): string {
  const city = places.cities.named(keyOf(name.replace(/,.*/u, ''))).find((each) => each.id === id)
  if (!city) return String(id)
  return answer.includes('-') && city.region ? `${city.country}-${city.region}` : city.country
}

export const linksIn = (marked: string, gazetteer: Gazetteer): Link[] => {
  const { text, entities } = unlink(marked)
  return linkEntities(text, entities, gazetteer)
}
