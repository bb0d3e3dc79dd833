import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { SpeechModel } from '#/src/extract/attribution/model.ts'
import { oddsOf } from '#/src/extract/attribution/vote.ts'
import { extract } from '#/src/extract/extract.ts'
import type { Lexicon } from '#/src/extract/lexicon.ts'
import { openLexicon } from '#/src/lexicon.ts'
import { readTrees } from '#/src/models/trees.ts'
import { foldCount } from '../statements/polnear.ts'
import { heldOut } from '../statements/write.ts'
import { boost, type Grown } from '../trees/boost.ts'
import { answersIn } from './answers.ts'
import { calibrationOf } from './calibrate.ts'
import { speechArticles } from './corpus.ts'
import { type Answer, calibrationError } from './diagrams.ts'
import { type Example, examplesOf } from './examples.ts'
import { measured } from './measure.ts'
import { phenomena } from './phenomena.ts'
import { recipe } from './recipe.ts'
import { extentTable, speakerTable, speechTable } from './tables.ts'

/**
 * Makes the models of speech in data/models again from PolNeAR train: `npm run train:folds`, then `npm run train:speech`.
 * What one model says to the next it says of articles that it never saw.
 */
const target = (name: string): URL => new URL(`../../../data/models/${name}`, import.meta.url)
const log = (line: string): void => console.error(line)

const lexicon = openLexicon()
const foldLexicons = Array.from({ length: foldCount }, (_, fold): Lexicon => ({ ...lexicon, roles: heldOut(fold) }))
const articles = await speechArticles()
const tune = articles.flatMap((article) => (article.fold === null ? [] : [{ ...article, fold: article.fold }]))
const check = articles.filter(({ fold }) => fold === null)
const examples = tune.flatMap((article) => examplesOf(article, article.fold, foldLexicons[article.fold]!))
log(`${tune.length} articles, ${examples.length} quotations`)

const speaker = boost({ ...speakerTable(examples), ...recipe.speaker })
const speakers = eachFold(speaker)
const odds = examples.map(({ ballot, fold }) => oddsOf(ballot, speakers[fold]!))
const speech = boost({ ...speechTable(examples, odds), ...recipe.speech })
const extent = boost({ ...extentTable(examples, odds), ...recipe.extent })
const calibration = calibrationOf(examples.flatMap((example, i) => answered(example, odds[i]!)))

for (const [name, { trees }] of Object.entries({ speaker, speech, extent })) {
  const bytes = gzipSync(trees, { level: 9 })
  writeFileSync(target(`${name}.bin.gz`), bytes)
  log(`${name}: ${bytes.length} bytes`)
}
writeFileSync(target('speaker-calibration.json'), `${JSON.stringify(calibration)}\n`)

const [speeches, extents] = [eachFold(speech), eachFold(extent)]
const whole: SpeechModel = {
  speaker: readTrees(speaker.trees),
  speech: readTrees(speech.trees),
  extent: readTrees(extent.trees),
  calibration,
}
const unseen = ({ fold }: { fold: number | null }): Lexicon =>
  fold === null
    ? { ...lexicon, speech: whole }
    : {
        ...foldLexicons[fold]!,
        speech: { speaker: speakers[fold]!, speech: speeches[fold]!, extent: extents[fold]!, calibration },
      }
for (const [name, part] of Object.entries({ tune, check })) {
  const answers: Answer[] = []
  const { figures } = await measured(part, (article) => {
    const extraction = extract(article.draft, unseen(article))
    answers.push(...answersIn(article, extraction))
    return extraction
  })
  log(`${name}, by models that never saw it`)
  for (const [figure, value] of Object.entries(figures)) log(`  ${figure} ${value.toFixed(2)}`)
  log(`  calibrationError ${calibrationError(answers).toFixed(4)}`)
}

/** How often the speaker is wrong where a quotation is hard in one way: by the rules alone, and by the trees. */
const judged = examples.flatMap((example, i) =>
  example.words < 3 ? [] : answered(example, odds[i]!).map(({ right }) => ({ ...example, right })),
)
const percent = (part: number, of: number): string => `${((100 * part) / Math.max(1, of)).toFixed(1)} %`
const wrongs = judged.filter(({ right }) => !right).length
for (const name of phenomena) {
  const own = judged.filter(({ hard }) => hard.includes(name))
  const [rules, trees] = [own.filter(({ rulesRight }) => !rulesRight).length, own.filter(({ right }) => !right).length]
  log(
    `${name}: ${own.length}, wrong by rules ${percent(rules, own.length)}, by trees ${percent(trees, own.length)}, of all errors ${percent(trees, wrongs)}`,
  )
}

function eachFold({ withoutFold }: Grown) {
  return Array.from({ length: foldCount }, (_, fold) => readTrees(withoutFold.get(fold)!))
}

/** The answer to a quotation that has a source: its likeliest candidate. */
function answered({ isSource }: Example, own: readonly number[]): { odds: number; right: boolean }[] {
  if (!isSource || own.length === 0) return []
  const best = own.reduce((top, value, i) => (value > own[top]! ? i : top), 0)
  return [{ odds: own[best]!, right: isSource[best]! }]
}
