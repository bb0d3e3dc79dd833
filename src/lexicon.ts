import { readFileSync } from 'node:fs'
import { readGivenNames } from './extract/coreference/gender.ts'
import type { CityColumns } from './extract/entities/cities.ts'
import { type KnownRow, readKnown } from './extract/entities/known.ts'
import type { Gazetteer } from './extract/entities/links.ts'
import { type CountryRow, type RegionRow, readPlaces } from './extract/entities/places.ts'
import type { Lexicon } from './extract/lexicon.ts'
import { type CueFile, readCues } from './extract/paragraph/cues.ts'
import { rolesOf } from './extract/roles/model.ts'
import { taggerOf } from './extract/tagger/model.ts'
import { tagNames } from './extract/tagger/tag.ts'
import { type Models, openModels } from './learned.ts'
import { tokensBySentence } from './text/sentences.ts'

const list = <Rows>(name: string): Rows =>
  JSON.parse(readFileSync(new URL(`../data/lexicon/${name}.json`, import.meta.url), 'utf8')) as Rows

let opened: Lexicon | undefined

/** Everything under `data` that the extractor needs: read on first use, kept for good. */
export function openLexicon(): Lexicon {
  opened ??= lexiconOf(openModels())
  return opened
}

/** The extractor's knowledge for one thread, from models that it may share with others. */
export function lexiconOf({ tagger: learned, roles, statements, speech }: Models): Lexicon {
  const tagger = taggerOf(learned)
  return {
    cues: readCues(list<CueFile>('cues')),
    given: readGivenNames(list<{ female: string; male: string }>('given-names')),
    gazetteer: readGazetteer(),
    roles: rolesOf(roles),
    statements,
    speech,
    findNames: (text, stretches) =>
      tagNames(
        text,
        stretches.flatMap((stretch) => tokensBySentence(text, stretch)),
        tagger,
      ),
  }
}

/** The list of cities is large, and read when the first town is looked up. */
const readGazetteer = (): Gazetteer => ({
  places: readPlaces(list<CountryRow[]>('countries'), list<RegionRow[]>('regions'), () => list<CityColumns>('cities')),
  known: readKnown(list<KnownRow[]>('known')),
})
