import { corpus, type Doc } from './corpora.ts'
import { dictionaryOf, numbered } from './dictionary.ts'
import { exampleOf } from './examples.ts'
import { knowledge } from './knowledge.ts'
import { learn } from './learn.ts'
import { countInto, figures, namesFound, type Score } from './measure.ts'
import { seeded } from './random.ts'

const heldOut = (name: 'gmb' | 'wikigold' | 'gum-news'): [string, Doc[]] => [
  name,
  corpus(name).filter((_, i) => i % 5 === 0),
]
const option = (name: string, value: number): number => Number(process.env[name] ?? value)
const log = (line: string): void => console.error(line)
const known = knowledge()
const random = seeded(7)
const ww = corpus('ww-train')
const train = ww.filter((_, i) => i % 5 !== 0)
const held = ww.filter((_, i) => i % 5 === 0)
const share = option('COPIES', 0)
const others = (process.env.OTHERS ?? '')
  .split(',')
  .filter(Boolean)
  .flatMap((name) => corpus(name as 'gmb').filter((_, i) => i % 5 !== 0))
const copies = share > 0 ? { random, share } : undefined
const t0 = performance.now()
const raw = [...train, ...others].map((doc) => exampleOf(doc, known, copies))
const dictionary = dictionaryOf(raw, option('MIN', 2))
const examples = raw.map((example) => numbered(dictionary, example))
log(`${examples.length} docs, ${dictionary.size} features, ${((performance.now() - t0) / 1000).toFixed(1)} s`)
const weights = learn(examples, dictionary.size, {
  epochs: option('EPOCHS', 5),
  rate: option('RATE', 0.05),
  keep: option('KEEP', 0.5),
  seed: 1,
  weightOf: (e) => (e.doc.corpus === 'ww-train' ? 1 : option('OTHERWEIGHT', 0.5)),
  log,
})
for (const [name, docs] of [
  ['held', held] as [string, Doc[]],
  heldOut('gmb'),
  heldOut('wikigold'),
  heldOut('gum-news'),
]) {
  const counts: Score = {}
  for (const doc of docs) countInto(counts, doc, namesFound(weights, numbered(dictionary, exampleOf(doc, known))))
  console.log(name.padEnd(9), figures(counts))
}
