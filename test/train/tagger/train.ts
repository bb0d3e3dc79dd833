import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { nameChain } from '#/src/extract/tagger/labels.ts'
import { readModel, taggerOf } from '#/src/extract/tagger/model.ts'
import { dictionaryOf, numbered } from '../chain/dictionary.ts'
import { learn } from '../chain/learn.ts'
import { seeded } from '../chain/random.ts'
import { corpus } from './corpora.ts'
import { exampleOf } from './examples.ts'
import { knowledge } from './knowledge.ts'
import { figures, measured } from './measure.ts'
import { packed } from './pack.ts'
import { recipe } from './recipe.ts'

/** Makes data/models/tagger.bin.gz again from the corpora: `npm run train:tagger`. */
const target = new URL('../../../data/models/tagger.bin.gz', import.meta.url)
const log = (line: string): void => console.error(line)

const docs = recipe.corpora.flatMap(({ name }) => corpus(name))
log(`reading ${docs.length} documents`)
const known = knowledge(docs, recipe.main)
const making = { ...recipe, random: seeded(recipe.seed) }
const raw = docs.map((doc) => exampleOf(doc, known, making))
const dictionary = dictionaryOf(raw, recipe.atLeast)
const examples = raw.map((example) => numbered(dictionary, example))
log(`learning ${dictionary.size} features`)
const trust = new Map<string, number>(recipe.corpora.map(({ name, weight }) => [name, weight]))
const weights = learn(nameChain, examples, dictionary.size, {
  ...recipe,
  weightOf: ({ doc }) => trust.get(doc.corpus) ?? 0,
  log,
})
const bytes = gzipSync(packed(dictionary, weights, known, recipe.least), { level: 9 })
writeFileSync(target, bytes)
log(`${bytes.length} bytes, sha256 ${createHash('sha256').update(bytes).digest('hex')}`)
const model = taggerOf(readModel(gunzipSync(bytes)))
log(`ww-dev: ${figures(measured(corpus('ww-dev'), model))}`)
