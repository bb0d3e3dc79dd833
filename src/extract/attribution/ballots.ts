import { overlaps, type Span, slice } from '#/src/text/spans.ts'
import type { Cues } from '../paragraph/cues.ts'
import { toldTo } from '../paragraph/hearsay.ts'
import type { SpeechParagraph } from '../paragraph/paragraph.ts'
import { toldIn } from '../paragraph/passives.ts'
import type { Phrase } from '../paragraph/phrases.ts'
import type { Roles } from '../roles/read.ts'
import { type Answer, answersOf, isTooLong } from './answers.ts'
import { type Fame, writeCandidate } from './features/candidate.ts'
import { candidateColumns, columns, quoteColumns } from './features/columns.ts'
import { writePair } from './features/pair.ts'
import { begunBefore, type Surveyed, surveyOf, towards } from './features/paragraph.ts'
import { type QuotePlace, writeQuote } from './features/quote.ts'
import { countKinds, type Sheet, sheetOf } from './sheet.ts'
import { passersOn } from './via.ts'

/** A phrase that may be the speaker, in the paragraph where it stands. */
export type Candidate = { phrase: Phrase; paragraph: number }

/** A quotation with its candidates, and a row of features for each. */
export type Ballot = QuotePlace & {
  /** Index of its paragraph. */
  paragraph: number
  candidates: Candidate[]
  /** What the rows have in common. */
  common: Float32Array
  rows: Float32Array
}

/** The ballots of a body, in order. In a paragraph that is too long there are none. Candidates stand in the paragraph of the quotation, in the one before, or where the rules point. */
export function* ballotsOf(
  text: string,
  paragraphs: readonly SpeechParagraph[],
  roles: readonly (Roles | null)[],
  cues: Cues,
): Generator<Ballot> {
  const answers = answersOf(paragraphs)
  let before: readonly string[] = []
  const fameOf = famesOf(paragraphs)
  const known = new Map<number, Surveyed & { rows: Float32Array }>()
  const surveyAt = (p: number) => {
    let survey = known.get(p)
    if (!survey) {
      const sheet = sheetOf(paragraphs[p]!, roles[p] ?? null, cues)
      const rows = new Float32Array(sheet.candidates.length * candidateColumns)
      sheet.candidates.forEach((phrase, i) => {
        writeCandidate(sheet, phrase, fameOf(phrase, p), rows, i * candidateColumns)
      })
      survey = { ...surveyOf(sheet), rows }
      known.set(p, survey)
    }
    return survey
  }
  for (const [p, { quotes }] of paragraphs.entries()) {
    for (const [number, quote] of quotes.entries()) {
      const answer = answers.get(quote) ?? unread
      const places = (p > 0 ? [p - 1, p] : [p]).filter((each) => !isTooLong(paragraphs[each]!))
      const elsewhere = answer.said && answer.said.mention.start < paragraphs[Math.max(0, p - 1)]!.span.start
      if (elsewhere) places.unshift(paragraphs.findIndex(({ span }) => answer.said!.mention.start < span.end))
      const place: QuotePlace = {
        sheet: surveyAt(p).sheet,
        previous: p > 0 && !isTooLong(paragraphs[p - 1]!) ? surveyAt(p - 1).sheet : null,
        quote,
        number,
        answer: answer.said,
        carried: answer.carried,
        before,
      }
      const { items } = paragraphs[p]!
      const silent = [
        ...passersOn(items, quote.sentence),
        ...toldIn(items, quote.sentence, quote.at, cues.kinds),
        ...toldTo(items, quote.sentence.from, quote.at),
      ]
      const candidates: (Candidate & { index: number })[] = []
      for (const paragraph of places) {
        const survey = surveyAt(paragraph)
        const { candidates: phrases } = survey.sheet
        const [first, last] = paragraph < p - 1 ? [0, phrases.length] : around(survey, place)
        for (let index = first; index < last; index++) {
          const phrase = phrases[index]!
          const may = paragraph < p - 1 ? overlapsAnswer(phrase.mention, answer) : isNear(survey.sheet, phrase, place)
          if (may && !(paragraph === p && silent.some((span) => overlaps(span, phrase.mention))))
            candidates.push({ phrase, paragraph, index })
        }
      }
      before = answer.said ? [lastWord(text, answer.said.mention), ...before].slice(0, 2) : before
      const rows = new Float32Array(candidates.length * columns)
      const common = new Float32Array(quoteColumns)
      if (isTooLong(paragraphs[p]!)) {
        yield { ...place, paragraph: p, candidates: [], common, rows: new Float32Array(0) }
        continue
      }
      writeQuote(text, place, common, 0)
      const toQuote = towards(place.sheet, quote.at, reach + 1)
      candidates.forEach(({ phrase, paragraph, index }, i) => {
        const theirs = surveyAt(paragraph)
        rows.set(common, i * columns)
        rows.set(
          theirs.rows.subarray(index * candidateColumns, (index + 1) * candidateColumns),
          i * columns + quoteColumns,
        )
        const pair = { ...place, theirs, toQuote, phrase, index, paragraphsBack: p - paragraph }
        writePair(pair, rows, i * columns + quoteColumns + candidateColumns)
      })
      yield { ...place, paragraph: p, candidates, common, rows }
    }
  }
}

/** In items, and in quotations between: no paragraph of news is as long, and every candidate is a row to be judged. */
const reach = 200
const mostBetween = 10
/** In items: how long a title before a mention may be. Candidates are in the order of their mentions. */
const longestTitle = 40

/** Numbers of the first candidate that can be near a quotation, and of the one after the last. */
function around(theirs: Surveyed, { sheet, quote: { at } }: QuotePlace): [first: number, last: number] {
  const place = theirs.sheet === sheet ? at : theirs.sheet.classes.length + at
  return [begunBefore(theirs, place - reach - 2 * longestTitle), begunBefore(theirs, place + reach + longestTitle + 1)]
}

/** Whether a candidate of a sheet, the one of the quotation or the one before, is near enough to a quotation. */
function isNear(theirs: Sheet, { from, to }: Phrase, { sheet, quote: { at }, number }: QuotePlace): boolean {
  const length = theirs === sheet ? 0 : theirs.classes.length
  if (from - at - length > reach || at + length - to > reach) return false
  const quotesBefore = (item: number): number => theirs.counts[item * countKinds]!
  const quotes = theirs === sheet ? number : theirs.paragraph.quotes.length + number
  return quotes - quotesBefore(to) <= mostBetween && quotesBefore(from) - quotes <= mostBetween
}

const overlapsAnswer = ({ start, end }: { start: number; end: number }, { said }: Answer): boolean =>
  said !== null && start < said.mention.end && said.mention.start < end

const lastWord = (text: string, mention: Span): string => {
  const words = slice(text, mention).toLowerCase()
  return words.slice(words.lastIndexOf(' ') + 1)
}

const unread: Answer = { said: null, carried: false }

/** How often and where the article names the last word of a phrase. */
function famesOf(paragraphs: readonly SpeechParagraph[]): (phrase: Phrase, p: number) => Fame {
  const named = new Map<string, number[]>()
  const speaks = new Map<string, number>()
  paragraphs.forEach(({ items, sentences }, p) => {
    for (const { word, capital } of items) {
      if (!capital) continue
      const places = named.get(word)
      if (places) places.push(p)
      else named.set(word, [p])
    }
    for (const { clauses } of sentences)
      for (const { speaker } of clauses) {
        const word = items[speaker.to - 1]!.word
        speaks.set(word, (speaks.get(word) ?? 0) + 1)
      }
  })
  return ({ to }, p) => {
    const { word } = paragraphs[p]!.items[to - 1]!
    const places = named.get(word) ?? []
    const last = places.findLast((place) => place < p)
    return { named: places.length, speaks: speaks.get(word) ?? 0, silent: last === undefined ? 20 : p - last }
  }
}
