import { decodeMarked } from '../declared.ts'
import type { Saved } from '../saved.ts'
import { bodyOf } from './body.ts'
import { kindOf } from './kinds.ts'
import { withoutNuls } from './page.ts'
import { viewOf } from './view.ts'

/**
 * Every line of a page with how sure it is that it is the body of the article, in per cent, and what speaks for or
 * against it:
 *
 *     + 98 paragraph  The harbour reopened on Monday …
 *     −  2 listItem   Most read                           links 100 %, in aside
 */
export function* explainPage({ path, bytes }: Saved): Generator<string> {
  const view = viewOf(withoutNuls(decodeMarked(bytes, path).text), path)
  const { kept, odds, instead } = bodyOf(view)
  if (instead)
    yield `The model finds no body here: the choice is ${instead === 'prose' ? 'every line that is no link' : 'Readability’s'}.`
  for (const [i, segment] of view.segments.entries()) {
    const sure = String(Math.round(100 / (1 + Math.exp(-odds[i]!)))).padStart(3)
    const kind = (i === view.title ? 'title' : kindOf(segment)).padEnd(12)
    const words = segment.text.length > 70 ? `${segment.text.slice(0, 69)}…` : segment.text
    const reasons = [
      segment.linked > segment.text.length / 2 && `links ${Math.round((100 * segment.linked) / segment.text.length)} %`,
      segment.hidden && 'hidden',
      !view.kept[i] && 'Readability drops it',
      placeOf(segment.at),
    ].filter(Boolean)
    yield `${kept[i] ? '+' : '−'} ${sure} ${kind} ${words.replaceAll('\n', ' ').padEnd(70)} ${reasons.join(', ')}`
  }
}

type At = { name: string; attributes: Readonly<Record<string, string>>; parent: At | null }

/** The nearest element around that says what it is for. */
function placeOf(element: At): string {
  for (let at: At | null = element, level = 0; at && level < 6; at = at.parent, level++) {
    const name = at.attributes.class?.split(/\s+/u)[0] ?? at.attributes.id
    if (name) return `in ${at.name}.${name}`
    if (/^(?:nav|aside|footer|header|figure|form)$/u.test(at.name)) return `in ${at.name}`
  }
  return ''
}
