import { mkdirSync, writeFileSync } from 'node:fs'
import { extract } from '#/src/extract/extract.ts'
import { openLexicon } from '#/src/lexicon.ts'
import { answersIn } from './answers.ts'
import { speechArticles } from './corpus.ts'
import { abstentionCurve, calibrationError, reliabilityDiagram } from './diagrams.ts'

/**
 * Draws how far the confidence of speakers can be trusted, on the articles of PolNeAR train that no model learned from:
 * `npm run draw:confidence`.
 */
const folder = new URL('../../../docs/speakers/', import.meta.url)
mkdirSync(folder, { recursive: true })

const lexicon = openLexicon()
const check = (await speechArticles()).filter(({ fold }) => fold === null)
const answers = check.flatMap((article) => answersIn(article, extract(article.draft, lexicon)))
writeFileSync(new URL('reliability.svg', folder), reliabilityDiagram(answers, 'Confidence of speakers'))
writeFileSync(new URL('abstention.svg', folder), abstentionCurve(answers, 'Speakers left open'))
console.error(`${answers.length} quotations, expected calibration error ${calibrationError(answers).toFixed(3)}`)
