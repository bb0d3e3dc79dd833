import type { Ballot } from '../attribution/ballots.ts'
import { quoteColumns } from '../attribution/features/columns.ts'

/** What the detector sees of a region: the surroundings of a quotation, its own words, and how sure a speaker is. */
export const speechColumns = quoteColumns + 18

const word = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu
const first = /^(?:i|we|my|our|us|me|you|your|i’m|i'm|we’re|we're|it’s|it's|i’ve|i've|don’t|don't|let’s|let's)$/iu
const finite =
  /^(?:is|are|was|were|be|been|have|has|had|will|would|can|could|should|do|does|did|must|may|might|not|n’t)$/iu

/** `odds`: of the candidates of the ballot, as the ranker gives them. */
export function writeSpeech(text: string, ballot: Ballot, odds: readonly number[], out: Float32Array): void {
  out.set(ballot.common)
  const { region, at } = ballot.quote
  const inner = text.slice(region.inner.start, Math.min(region.inner.end, region.inner.start + 600))
  const words = inner.match(word) ?? []
  const weighty = words.filter(({ length }) => length > 3)
  const capitals = weighty.filter((each) => /^\p{Lu}/u.test(each)).length
  const [best, second] = twoBest(odds)
  const { items, span } = ballot.sheet.paragraph
  const before = items[at - 1]
  let to = quoteColumns
  out[to++] = Math.min(60, words.length)
  out[to++] = weighty.length ? capitals / weighty.length : 0
  out[to++] = weighty.length
  out[to++] = words.filter((each) => first.test(each)).length
  out[to++] = words.filter((each) => finite.test(each)).length
  out[to++] = words.length ? Number(/^\p{Lu}/u.test(words[0]!)) : 0
  out[to++] = (inner.match(/[.!?…](?=\s|$)/gu) ?? []).length
  out[to++] = (inner.match(/,/gu) ?? []).length
  out[to++] = best
  out[to++] = second
  out[to++] = Number(/^\p{Lu}+$/u.test(words.join('')))
  out[to++] = Number(text.charAt(region.span.start) === "'" || text.charAt(region.span.start) === '‘')
  out[to++] = naming.indexOf(before?.word ?? '')
  out[to++] = naming.indexOf(items[at - 2]?.word ?? '')
  out[to++] = Number(region.span.start === span.start)
  out[to++] = Number(region.span.end >= span.end - 1)
  out[to++] = Number(ballot.answer !== null)
  out[to++] = ballot.candidates.length
}

const naming =
  'the a an titled entitled called named known dubbed as so film book song slogan phrase word words term hashtag reading its his'.split(
    ' ',
  )

function twoBest(odds: readonly number[]): [number, number] {
  let [best, second] = [-20, -20]
  for (const each of odds) {
    if (each > best) [best, second] = [each, best]
    else if (each > second) second = each
  }
  return [best, second]
}
