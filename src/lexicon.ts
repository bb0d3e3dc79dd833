import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type CueFile, readCues } from './extract/attribution/cues.ts'
import { readGivenNames } from './extract/coreference/gender.ts'
import type { Lexicon } from './extract/lexicon.ts'
import { readModel } from './extract/tagger/model.ts'
import { tagNames } from './extract/tagger/tag.ts'
import { tokensBySentence } from './text/sentences.ts'

const data = new URL('../data/', import.meta.url)

const open = (name: string): Buffer => readFileSync(new URL(name, data))

let opened: Lexicon | undefined

/** Everything under `data` that the extractor needs: read on first use, kept for good. */
export function openLexicon(): Lexicon {
  opened ??= readLexicon()
  return opened
}

function readLexicon(): Lexicon {
  const tagger = readModel(gunzipSync(open('models/tagger.bin.gz')))
  return {
    cues: readCues(JSON.parse(open('lexicon/cues.json').toString('utf8')) as CueFile),
    given: readGivenNames(
      JSON.parse(open('lexicon/given-names.json').toString('utf8')) as { female: string; male: string },
    ),
    findNames: (text, stretches) =>
      tagNames(
        text,
        stretches.flatMap((stretch) => tokensBySentence(text, stretch)),
        tagger,
      ),
  }
}
