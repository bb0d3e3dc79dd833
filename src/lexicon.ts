import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type CueFile, readCues } from './extract/attribution/cues.ts'
import type { Calibration } from './extract/attribution/model.ts'
import { readGivenNames } from './extract/coreference/gender.ts'
import type { CityColumns } from './extract/entities/cities.ts'
import { type KnownRow, readKnown } from './extract/entities/known.ts'
import type { Gazetteer } from './extract/entities/links.ts'
import { type CountryRow, type RegionRow, readPlaces } from './extract/entities/places.ts'
import type { Lexicon } from './extract/lexicon.ts'
import { readRoleModel } from './extract/statements/model.ts'
import { readModel } from './extract/tagger/model.ts'
import { tagNames } from './extract/tagger/tag.ts'
import { readTrees } from './models/trees.ts'
import { tokensBySentence } from './text/sentences.ts'

const data = new URL('../data/', import.meta.url)

const open = (name: string): Buffer => readFileSync(new URL(name, data))

const list = <Rows>(name: string): Rows => JSON.parse(open(`lexicon/${name}.json`).toString('utf8')) as Rows

let opened: Lexicon | undefined

/** Everything under `data` that the extractor needs: read on first use, kept for good. */
export function openLexicon(): Lexicon {
  opened ??= readLexicon()
  return opened
}

function readLexicon(): Lexicon {
  const tagger = readModel(gunzipSync(open('models/tagger.bin.gz')))
  return {
    cues: readCues(list<CueFile>('cues')),
    given: readGivenNames(list<{ female: string; male: string }>('given-names')),
    gazetteer: readGazetteer(),
    roles: readRoleModel(gunzipSync(open('models/roles.bin.gz')), tagger.knowledge.clusters),
    statements: {
      detector: readTrees(gunzipSync(open('models/statements.bin.gz'))),
      speaker: readTrees(gunzipSync(open('models/statement-speaker.bin.gz'))),
    },
    speech: {
      speaker: readTrees(gunzipSync(open('models/speaker.bin.gz'))),
      speech: readTrees(gunzipSync(open('models/speech.bin.gz'))),
      extent: readTrees(gunzipSync(open('models/extent.bin.gz'))),
      calibration: JSON.parse(open('models/speaker-calibration.json').toString('utf8')) as Calibration,
    },
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
