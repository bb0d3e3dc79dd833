import type { Sign, Stretch } from './article.ts'
import type { Line } from './lines.ts'

/** Which lines are the headline and the standfirst, if any are. */
export type Head = { title: number | null; standfirst: number | null }

const none: Head = { title: null, standfirst: null }

/** A headline is no longer. */
const longestTitle = 200
const mostWords = 30

/**
 * The head of an article that stands alone: its first line, when it is worded or set as a headline. A first line that
 * is a sentence of the story stays in the body, since what it quotes would be lost.
 */
export function headOfArticle(lines: readonly Line[], signs: readonly Sign[]): Head {
  const title = signs.findIndex(({ convention }) => !convention)
  if (title < 0 || title > 5 || title + 1 >= lines.length || !isHeadline(lines, signs, title)) return none
  const next = title + 1
  const under = signs[next]!
  const isDeck = /[;:]$/u.test(lines[title]!.text) && lines[next]!.gap === 0 && under.words <= 30
  const isAboveCredits = under.words <= 60 && isCredit(signs[next + 1])
  return { title, standfirst: !under.convention && (isDeck || isAboveCredits) ? next : null }
}

export const isCredit = (sign: Sign | undefined): boolean =>
  sign?.convention?.kind === 'byline' || sign?.convention?.kind === 'timestamp'

function isHeadline(lines: readonly Line[], signs: readonly Sign[], at: number): boolean {
  const { text } = lines[at]!
  const { words, stops } = signs[at]!
  if (text.length > longestTitle || words > mostWords || /[,–—-]$|^\p{Ll}+\s/u.test(text)) return false
  return stops ? isSetAsHeadline(lines, signs, at) : true
}

/** With a stop at its end a headline must stand apart, be short, and not read like a sentence of the story below. */
function isSetAsHeadline(lines: readonly Line[], signs: readonly Sign[], at: number): boolean {
  const { text } = lines[at]!
  const below = signs.slice(at + 1, at + 5)
  if (
    lines[at + 1]!.gap === 0 ||
    text.length > 105 ||
    !below.some(({ isProse, words }) => isProse && words > signs[at]!.words)
  )
    return false
  const capital = capitals(text)
  if (capital >= 0.85) return true
  if (narrates.test(text) || (text.length > 70 && explains.test(text))) return false
  return capital >= 0.6 || (articles(text) <= 2 && !/["“”]/u.test(text))
}

/** Of the words longer than three letters, how many have a capital: “Ferry Service Returns to the Islands” has all. */
function capitals(text: string): number {
  const long = text.match(/[\p{L}’']{4,}/gu) ?? []
  return long.length ? long.filter((word) => /^[’']?\p{Lu}/u.test(word)).length / long.length : 0
}

/** Words that stories have and headlines spare: “The ferry was …”, “said on Monday”, “The …, a …, the …”. */
const narrates = /\b(?:was|were|had|been|said|which|(?:on|last)\s\p{Lu}\p{Ll}+day)\b|\p{Lu}\p{Ll}+day\W*$/iu
const explains = /\b(?:has|have|will|cannot|today|yesterday|they|it[’']s)\b/iu
const articles = (text: string): number => text.match(/\b(?:the|an?)\b/giu)?.length ?? 0

/** How far above the article its headline may stand: share lines, a caption and a summary come between. */
const reach = 40

/** The head of an article on a page: of the lines above, the one whose words the article takes up, nearer before farther. */
export function headOfPage(lines: readonly Line[], signs: readonly Sign[], { first, end }: Stretch): Head {
  const story = wordsOf(
    lines
      .slice(first, Math.min(end, first + 12))
      .map(({ text }) => text.slice(0, 600))
      .join(' '),
  )
  let best: { title: number | null; points: number } = { title: null, points: 0 }
  for (let at = first - 1; at >= Math.max(0, first - reach); at--) {
    const { convention, words } = signs[at]!
    const { text } = lines[at]!
    const isSentence = /\.$/u.test(text) && words > 6
    if (convention || words < 2 || words > mostWords || text.length > longestTitle) continue
    const own = wordsOf(text)
    const taken = [...own].filter((word) => story.has(word)).length
    const points = (taken / (own.size + 1)) * Math.min(taken, 6) * (isSentence ? 0.3 : 1) - (first - at) * 0.02
    if (points > best.points) best = { title: at, points }
  }
  const { title } = best
  if (title === null) return none
  const under = signs[title + 1]
  return { title, standfirst: title + 1 < first && under && !under.convention && under.words >= 6 ? title + 1 : null }
}

/** The words of a text that mean something by themselves: four letters or more, in lower case. */
const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\d]{4,}/gu))
