import type { BlockKind } from '#/schemas/block.ts'
import { namesIn } from '../facts/byline.ts'
import { articleIn, isPage, type Sign } from './article.ts'
import { bodyKinds } from './body.ts'
import type { Convention } from './conventions/convention.ts'
import { conventionOf } from './conventions/conventions.ts'
import { lineOdds } from './copied/model.ts'
import { type Head, headOfArticle, headOfPage, isCredit } from './head.ts'
import type { Line } from './lines.ts'
import { shapeOf } from './shape.ts'

/** What each line of a text is. */
export function classify(lines: readonly Line[]): BlockKind[] {
  const known = conventionsOnPage(lines)
  const asPage = signsOf(lines, known)
  if (isPage(asPage)) return classifyPage(lines, asPage)
  const onArticle = known.map((each, at) => (each?.pageOnly ? conventionOf(lines[at]!.text, 'article') : each))
  return classifyArticle(lines, signsOf(lines, onArticle))
}

export const conventionsOnPage = (lines: readonly Line[]): (Convention | null)[] =>
  lines.map(({ text }) => conventionOf(text, 'page'))

export const signsOf = (lines: readonly Line[], known: readonly (Convention | null)[]): Sign[] =>
  lines.map((line, at) => ({ ...shapeOf(line), convention: namesUnderLabel(line, known[at - 1]) ?? known[at]! }))

/** The line below “By” or “Written by:”, if it holds names, goes with it. */
const namesUnderLabel = ({ text }: Line, above: Convention | null | undefined): Convention | null =>
  above?.id === 'byline-label' && namesIn(text)?.length ? above : null

/** A page has fewer lines; the numbers of more would only cost memory. */
const longestPage = 20_000

/** Above these log-odds a line of a page is the body. */
const enough = -0.5

/** Where wording says what a line is, trees do not say otherwise: only what reads like a paragraph may be one. */
const mayBeBody = ({ convention, isProse }: Sign): boolean =>
  !convention || (isProse && convention.kind === 'boilerplate')

/** Which lines of a page are the body, from the odds of the trees: 1, they are. */
export const bodyAmong = (signs: readonly Sign[], odds: Float32Array): Uint8Array =>
  Uint8Array.from(signs, (sign, at) => (odds[at]! > enough && mayBeBody(sign) ? 1 : 0))

/** Trees that learned from pages say what the body is; what the lines around it are, their wording says. */
function classifyPage(lines: readonly Line[], signs: readonly Sign[]): BlockKind[] {
  if (lines.length > longestPage) return classifyStretch(lines, signs)
  const isBody = bodyAmong(signs, lineOdds(lines, signs))
  const first = isBody.indexOf(1)
  if (first < 0) return classifyStretch(lines, signs)
  const article = { first, end: isBody.lastIndexOf(1) + 1 }
  const head = headOfPage(lines, signs, article)
  const bodyKind = bodyKinds(lines, signs, article, false)
  return lines.map((_, at) =>
    isBody[at] ? bodyKind(at) : (headKind(head, at) ?? signs[at]!.convention?.kind ?? 'boilerplate'),
  )
}

/** A page where the trees find nothing has the stretch with most prose. */
function classifyStretch(lines: readonly Line[], signs: readonly Sign[]): BlockKind[] {
  const article = articleIn(signs)
  const head = headOfPage(lines, signs, article)
  const bodyKind = bodyKinds(lines, signs, article, true)
  return lines.map((_, at) => {
    const isInside = at >= article.first && at < article.end
    return headKind(head, at) ?? signs[at]!.convention?.kind ?? (isInside ? bodyKind(at) : 'boilerplate')
  })
}

/** An article that stands alone keeps every line that is not plainly something else. */
function classifyArticle(lines: readonly Line[], signs: readonly Sign[]): BlockKind[] {
  const head = headOfArticle(lines, signs)
  const article = { first: 0, end: endOfArticle(signs) }
  const credits = creditsEnd(signs)
  const bodyKind = bodyKinds(lines, signs, article, false)
  return lines.map((_, at) => {
    const known = signs[at]!.convention?.kind
    const isStray = isCredit(signs[at]) && at >= credits && at < article.end - 5
    if (known && !isStray) return known
    return headKind(head, at) ?? (at < article.end ? bodyKind(at) : 'boilerplate')
  })
}

const headKind = ({ title, standfirst }: Head, at: number): BlockKind | null =>
  at === title ? 'title' : at === standfirst ? 'standfirst' : null

/** A day or a name further down, alone on its line, is part of the story: of a chronicle, of a list of the dead. */
function creditsEnd(signs: readonly Sign[]): number {
  let prose = 0
  const at = signs.findIndex(({ isProse, convention }) => isProse && !convention && ++prose === 2)
  return at < 0 ? signs.length : at
}

/** Where readers' comments or teasers begin, if less follows there than stands above. */
function endOfArticle(signs: readonly Sign[]): number {
  const prose = ({ isProse, convention, words }: Sign): number => (isProse && !convention ? words : 0)
  const whole = signs.reduce((sum, sign) => sum + prose(sign), 0)
  let above = 0
  for (const [at, sign] of signs.entries()) {
    const opens = sign.convention?.opens
    if (opens && (opens === 'comments' ? above > whole / 2 : above === whole)) return at
    above += prose(sign)
  }
  return signs.length
}
