import { overlaps } from '#/src/text/spans.ts'
import type { Phrase } from '../../paragraph/phrases.ts'
import { determiners } from '../../paragraph/words.ts'
import { content, cue, source } from '../../roles/roles.ts'
import { mostShare, type Sheet, share } from '../sheet.ts'
import { isCue } from '../surroundings.ts'
import { classAt, far, near, orders, same, verbNumber } from './columns.ts'

export const pronouns = ['he', 'she', 'i', 'we', 'they', 'it', 'you', 'who', 'that', 'which', 'him', 'her', 'them']

/** What is known of a candidate in the whole article. */
export type Fame = {
  /** How often the last word of the candidate stands in the article, and how often it is the subject of a verb of speech. */
  named: number
  speaks: number
  /** How many paragraphs back it last was. */
  silent: number
}

export function writeCandidate(sheet: Sheet, phrase: Phrase, fame: Fame, out: Float32Array, from: number): void {
  const { items } = sheet.paragraph
  const start = startOf(sheet, phrase)
  const first = items[start]!
  const last = items[phrase.to - 1]!
  const sentence = sheet.paragraph.sentences[sheet.sentenceOf[phrase.from]!]!
  let to = from
  out[to++] = pronouns.indexOf(first.word)
  out[to++] = Number(first.capital)
  out[to++] = Number(last.capital)
  out[to++] = Number(determiners.has(first.word))
  out[to++] = Number(/^(?:an?|some|many|several|one|two)$/u.test(first.word))
  out[to++] = Number(/^(?:the|this|that|these|those)$/u.test(first.word))
  out[to++] = Number(/^(?:his|her|their|its|my|our)$/u.test(first.word))
  out[to++] = Math.min(far, phrase.to - start)
  out[to++] = start - phrase.from
  out[to++] = near(phrase.from - sentence.from)
  out[to++] = near(sentence.to - phrase.to)
  for (let offset = 3; offset >= 1; offset--) out[to++] = classAt(sheet, start - offset)
  for (let offset = 0; offset <= 4; offset++) out[to++] = classAt(sheet, phrase.to + offset)
  out[to++] = classAt(sheet, phrase.to - 1)
  out[to++] = classAt(sheet, start)
  out[to++] = Number(!last.capital && /(?:s|people|police|staff)$/u.test(last.word))
  out[to++] = Number(!last.capital && /(?:er|or|ist|man|woman|ant|ent|ian)s?$/u.test(last.word))
  out[to++] = Math.min(20, fame.named)
  out[to++] = Math.min(20, fame.speaks)
  out[to++] = Math.min(20, fame.silent)
  out[to++] = distanceToCue(sheet, phrase.to, 1)
  out[to++] = distanceToCue(sheet, start - 1, -1)
  out[to++] = verbNumber(items[phrase.to]?.word)
  out[to++] = verbNumber(items[phrase.to + 1]?.word)
  out[to++] = verbNumber(items[start - 1]?.word)
  const speaks = sheet.clauses.filter(({ speaker }) => overlaps(speaker.mention, phrase.mention))
  out[to++] = speaks.length
  out[to++] = speaks[0] ? orders[speaks[0].order] : -1
  out[to++] = Number(speaks.some(({ speaker }) => same(speaker.mention, phrase.mention)))
  out[to++] = Number(sheet.clauses.some(({ addressee }) => addressee && overlaps(addressee, phrase.mention)))
  const most = mostShare(sheet, start, phrase.to, source)
  out[to++] = most
  out[to++] = share(sheet, phrase.to - 1, source)
  out[to++] = share(sheet, start - 1, source)
  out[to++] = share(sheet, phrase.to, source)
  out[to++] = mostShare(sheet, start, phrase.to, content)
  for (const offset of [-2, -1]) out[to++] = share(sheet, start + offset, cue)
  for (const offset of [0, 1, 2]) out[to++] = share(sheet, phrase.to + offset, cue)
  out[to++] = share(sheet, phrase.to, content)
  out[to++] = sheet.surest - most
  out[to++] = near(start)
  out[to++] = near(items.length - phrase.to)
  out[to++] = sheet.sentenceOf[phrase.from]!
  out[to++] = sheet.paragraph.sentences.length - sheet.sentenceOf[phrase.from]!
  out[to++] = sentence.clauses.length
}

/** The item that the mention begins with; `from` of a phrase may be a title before it. */
export function startOf({ paragraph: { items } }: Sheet, { mention, from }: Phrase): number {
  let at = from
  while (items[at]!.span.start < mention.start) at++
  return at
}

/** How many items away the nearest verb of speech is. */
function distanceToCue({ classes }: Sheet, from: number, step: 1 | -1): number {
  for (let at = from, away = 0; away < 30; at += step, away++) {
    const kind = classes[at]
    if (kind === undefined) break
    if (isCue(kind)) return away
  }
  return 30
}
