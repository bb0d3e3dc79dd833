import { expect, it } from 'vitest'
import { readParagraph } from '#/src/extract/attribution/attribute.ts'
import { readRoles, roleShare } from '#/src/extract/statements/read.ts'
import { content, cue, source } from '#/src/extract/statements/roles.ts'
import { openLexicon } from '#/src/lexicon.ts'
import { whole } from '#/test/helpers/marked.ts'

const lexicon = openLexicon()
const marks = [
  ['{', '}'],
  ['[', ']'],
  ['‹', '›'],
] as const
const undrawn = (drawn: string): string => drawn.replaceAll(/[{}[\]‹›]/g, '')

/** The sentence with its {source}, [cue] and ‹content› drawn in: the words that the model gives a role with 35 % or more. */
function rolesDrawn(text: string): string {
  const span = whole(text)
  const paragraph = readParagraph(text, span, lexicon.cues, lexicon.findNames(text, [span]))
  const roles = readRoles(text, paragraph, lexicon.roles, 0)
  let drawn = ''
  let at = 0
  let open = -1
  paragraph.items.forEach((item, i) => {
    const role = roles ? [source, cue, content].findIndex((each) => roleShare(roles, i, each) > 0.35) : -1
    if (role !== open && open >= 0) drawn += marks[open]![1]
    drawn += text.slice(at, item.span.start)
    if (role !== open && role >= 0) drawn += marks[role]![0]
    drawn += text.slice(item.span.start, item.span.end)
    at = item.span.end
    open = role
  })
  return drawn
}

it.each([
  ['a subject, a verb, what is said', '{Mara Lind} [said] ‹that the talks had failed›.'],
  ['the report before the verb', '‹The talks had failed›, {Mara Lind} [said].'],
  ['nobody says anything', 'The hall opens at nine and closes at five.'],
])('%s', (_, drawn) => {
  expect(rolesDrawn(undrawn(drawn))).toBe(drawn)
})
