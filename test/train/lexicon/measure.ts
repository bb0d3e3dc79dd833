import { createRequire } from 'node:module'
import iso from 'i18n-iso-countries'
import type { EntityType } from '#/schemas/entity.ts'
import { keyOf } from '#/src/extract/entities/keys.ts'
import { linkEntities } from '#/src/extract/entities/links.ts'
import type { Link, NamedEntity } from '#/src/extract/extraction.ts'
import { openGazetteer } from '../../helpers/linked.ts'
import { type Corpus, corpus, type Doc, type Gold } from '../tagger/corpora.ts'
import { allCities } from './cities.ts'

/**
 * `npm run measure:links`: of the names that readers marked in the corpora, those that tables of others know for a
 * country, a nationality or a capital: how many are linked, and how many of the links have the code of that table?
 * The tables are not those that the lists of `data/lexicon` were written from by hand.
 */
const require = createRequire(import.meta.url)
const { nationalities } = require('i18n-nationality/langs/en.json') as { nationalities: Record<string, string> }

type Kind = 'country' | 'nationality' | 'capital'

/** Code by key, where a table has but one. */
function tableOf(rows: readonly (readonly [name: string, code: string])[]): Map<string, string> {
  const codes = new Map<string, Set<string>>()
  for (const [name, code] of rows) codes.set(keyOf(name), (codes.get(keyOf(name)) ?? new Set()).add(code))
  return new Map([...codes].flatMap(([key, set]) => (set.size === 1 ? [[key, [...set][0]!]] : [])))
}

const tables: Record<Kind, Map<string, string>> = {
  country: tableOf(
    Object.entries(iso.getNames('en', { select: 'all' })).flatMap(([code, names]) =>
      [names].flat().map((name) => [name, code] as const),
    ),
  ),
  nationality: tableOf(
    Object.entries(nationalities).flatMap(([code, names]) =>
      names.split(/[,;/]| or /).map((name) => [name.trim(), code] as const),
    ),
  ),
  capital: tableOf(
    allCities.filter(({ featureCode }) => featureCode === 'PPLC').map(({ name, country }) => [name, country] as const),
  ),
}

const typeOf: Record<string, EntityType> = { PER: 'person', ORG: 'organization', LOC: 'place', NORP: 'group' }
const kindsOf: Partial<Record<EntityType, readonly Kind[]>> = { place: ['country', 'capital'], group: ['nationality'] }

/** One entity for each name and type that readers marked. */
function entitiesOf({ text, ents }: Doc): NamedEntity[] {
  const named = Map.groupBy(
    ents.filter(({ t }) => t in typeOf),
    ({ s, e, t }: Gold) => `${t} ${keyOf(text.slice(s, e))}`,
  )
  return [...named.values()].map((own) => ({
    type: typeOf[own[0]!.t]!,
    name: text.slice(own[0]!.s, own[0]!.e),
    aliases: [],
    mentions: own.map(({ s, e }) => ({ span: { start: s, end: e }, form: 'name' as const })),
  }))
}

type Tally = { named: number; linked: number; right: number; wrong: string[] }

const gazetteer = openGazetteer()

function measure(corpora: readonly Corpus[]): Record<Kind, Tally> {
  const empty = (): Tally => ({ named: 0, linked: 0, right: 0, wrong: [] })
  const tallies: Record<Kind, Tally> = { country: empty(), nationality: empty(), capital: empty() }
  for (const doc of corpora.flatMap((name) => corpus(name))) {
    const entities = entitiesOf(doc)
    linkEntities(doc.text, entities, gazetteer).forEach((link: Link, i) => {
      const { type, name } = entities[i]!
      const kind = kindsOf[type]?.find((each) => tables[each].has(keyOf(name)))
      if (!kind) return
      const tally = tallies[kind]
      tally.named++
      if (link.confidence === null) return
      tally.linked++
      if (link.iso3166?.slice(0, 2) === tables[kind].get(keyOf(name))) tally.right++
      else tally.wrong.push(`${doc.id}: ${name} is ${link.iso3166 ?? link.wikipedia}`)
    })
  }
  return tallies
}

for (const [part, corpora] of Object.entries({
  held: ['ww-dev', 'gmb', 'wikigold', 'gum-news'],
  train: ['ww-train'],
} as const)) {
  const tallies = Object.entries(measure(corpora))
  const sum = (what: 'named' | 'linked' | 'right'): number => tallies.reduce((all, [, tally]) => all + tally[what], 0)
  const all: Tally = { named: sum('named'), linked: sum('linked'), right: sum('right'), wrong: [] }
  for (const [kind, { named, linked, right, wrong }] of [...tallies, ['all', all] as const]) {
    const share = (of: number, by: number): string => `${((100 * of) / Math.max(1, by)).toFixed(2)} %`
    console.log(
      `${part} ${kind}: ${named} named, ${share(linked, named)} linked, ${share(right, linked)} of them right`,
    )
    if (process.argv.includes('--wrong')) for (const line of wrong) console.log(`  ${line}`)
  }
}
