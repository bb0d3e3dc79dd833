import { bodyKinds } from '#/schemas/block.ts'
import { isForeign } from '#/src/text/language.ts'
import { type Span, slice } from '#/src/text/spans.ts'
import { sameSpeaker } from './attribution/source.ts'
import type { SameSpeaker } from './attribution/vote.ts'
import { castOf } from './coreference/cast.ts'
import { clusterNames } from './coreference/clusters.ts'
import { withoutHeadlineWords } from './coreference/headline-names.ts'
import { withOwnWords } from './coreference/own-words.ts'
import { repairNames } from './coreference/repairs.ts'
import { datesOf } from './entities/dates/dates.ts'
import { describeEntities } from './entities/entities.ts'
import { identify } from './entities/identify.ts'
import { weighEntities } from './entities/salience.ts'
import type { Document, Extraction } from './extraction.ts'
import type { Lexicon } from './lexicon.ts'
import { withoutDateline } from './paragraph/dateline.ts'
import { layoutOf } from './paragraph/layout.ts'
import { readParagraph } from './paragraph/paragraph.ts'
import { foreignQuotes } from './quotes/foreign.ts'
import { type FoundQuote, findQuotes } from './quotes/quotes.ts'
import { withRepeated } from './quotes/repeated.ts'
import { settleQuotes } from './quotes/settle.ts'
import { readRoles } from './roles/read.ts'
import { withReports } from './statements/reports.ts'
import type { TaggedName } from './tagger/tag.ts'

export { extractor } from './extractor.ts'

/**
 * Who said what, and who is named, in one article.
 *
 * Pure: it reads nothing but its arguments. Quotes and names are searched in the headline and in the body.
 */
export function extract(document: Document, lexicon: Lexicon): Extraction {
  const { text, publishedAt } = document
  const article = readBody(document, lexicon)
  const { body, headline, read, numbers, names, paragraphs } = article
  const { clusters, links } = identify(
    text,
    clusterNames(text, names.filter(isNoDate), lexicon.given),
    lexicon.gazetteer,
  )
  const cast = castOf(text, paragraphs, clusters, lexicon.given)
  const found = findStatements(text, article, lexicon, sameSpeaker(text, cast))
  const quotes = settleQuotes(text, found, paragraphs, numbers, cast)
  const dates = names.filter((name) => !isNoDate(name)).map(({ span }) => span)
  const entities = [
    ...describeEntities(text, withOwnWords(text, cast, quotes), links, body),
    ...datesOf(text, read, dates, publishedAt.value),
  ]
  return { quotes, entities: weighEntities(entities, quotes, headline, body) }
}

/** What is said, in marks and without; in another language than English only what stands in marks. */
function findStatements(
  text: string,
  { body, numbers, paragraphs, roles }: ReturnType<typeof readBody>,
  lexicon: Lexicon,
  isSame: SameSpeaker,
): readonly FoundQuote[] {
  if (isForeign(body.map((span) => slice(text, span)).join('\n'))) return foreignQuotes(text, paragraphs)
  const inMarks = withRepeated(text, findQuotes(text, paragraphs, roles, lexicon, isSame), numbers)
  return withReports(paragraphs, roles, inMarks, lexicon.statements)
}

const isNoDate = ({ type }: TaggedName): boolean => type !== 'date'

/** The headline and the paragraphs of the body, read for names and for speech, and what each word does in a report of speech. */
export function readBody({ text, blocks }: Pick<Document, 'text' | 'blocks'>, lexicon: Lexicon) {
  const articleBlocks = blocks.filter(({ kind }) => isHeadline(kind) || isBody(kind))
  const read = spansOf(articleBlocks)
  const headline = spansOf(articleBlocks.filter(({ kind }) => isHeadline(kind)))
  const body = spansOf(articleBlocks.filter(({ kind }) => isBody(kind)))
  const found = withoutHeadlineWords(text, lexicon.findNames(text, read), headline, body)
  const names = repairNames(text, found, read)
  const namesIn = namesOf(read, names)
  const laidOut = layoutOf(text, articleBlocks, namesIn)
  const paragraphs = read.map((span, p) =>
    readParagraph(text, withoutDateline(text, span), lexicon.cues, namesIn[p], laidOut[p]),
  )
  const roles = paragraphs.map((paragraph) => readRoles(text, paragraph, lexicon.roles))
  let number = 0
  const numbers = articleBlocks.map(({ kind }) => (isBody(kind) ? ++number : 0))
  return { body, headline, read, numbers, names, paragraphs, roles }
}

const isHeadline = (kind: string): boolean => kind === 'title'
const isBody = (kind: string): boolean => bodyKinds.some((each) => each === kind)

const spansOf = (blocks: Document['blocks']): Span[] => blocks.map(({ span }) => span)

/** The names of each stretch; both are in order. */
function namesOf(stretches: readonly Span[], names: readonly TaggedName[]): TaggedName[][] {
  let next = 0
  return stretches.map(({ start, end }) => {
    while (next < names.length && names[next]!.span.start < start) next++
    const from = next
    while (next < names.length && names[next]!.span.end <= end) next++
    return names.slice(from, next)
  })
}
