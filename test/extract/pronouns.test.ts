import { expect, it } from 'vitest'
import { readParagraph } from '#/src/extract/attribution/attribute.ts'
import { castOf, sourceOf } from '#/src/extract/attribution/source.ts'
import { clusterNames } from '#/src/extract/coreference/clusters.ts'
import { genderOf, readGivenNames } from '#/src/extract/coreference/gender.ts'
import { slice } from '#/src/text/spans.ts'
import { cues } from '#/test/helpers/cues.ts'

const given = readGivenNames({ female: 'mara ida', male: 'bo nils' })

/** Paragraphs with people drawn in as ‹names› and one pronoun as *he*: who the pronoun is. */
function behind(...drawn: string[]): string | null {
  let text = ''
  const names = []
  const body = []
  let pronoun = { start: 0, end: 0 }
  for (const paragraph of drawn) {
    const start = text.length
    for (const [, name, asked, rest] of paragraph.matchAll(/‹([^›]*)›|\*([^*]*)\*|([^‹*]+)/gu)) {
      const words = name ?? asked ?? rest!
      const span = { start: text.length, end: text.length + words.length }
      if (name) names.push({ span, type: 'person' as const })
      if (asked) pronoun = span
      text += words
    }
    body.push({ start, end: text.length })
    text += '\n\n'
  }
  const clusters = clusterNames(text, names)
  const paragraphs = body.map((span) => readParagraph(text, span, cues))
  const source = sourceOf(text, pronoun, castOf(text, paragraphs, clusters, given))
  return source.entity === null ? null : slice(text, clusters[source.entity]!.names[0]!.span)
}

it.each([
  ['the one person named', 'Mara Lind', ['‹Mara Lind› leads the union.', '“We wait,” *she* said.']],
  [
    'the one who spoke, not the one spoken of',
    'Nils Berg',
    ['‹Nils Berg› said ‹Bo Olsen› was late.', '“We wait,” *he* said.'],
  ],
  ['the one whose name fits', 'Mara Lind', ['‹Mara Lind› met ‹Bo Olsen› there.', '“We wait,” *she* said.']],
  [
    'the one before a chain of pronouns',
    'Bo Olsen',
    ['‹Bo Olsen› came home.', 'He was tired.', '“We wait,” *he* said.'],
  ],
  ['not a name inside the quotation', 'Bo Olsen', ['‹Bo Olsen› came home.', '“Ask ‹Nils Berg› about it,” *he* said.']],
  [
    'a person whose name nobody can tell',
    'Tunku Mohar',
    ['The plan failed, said ‹Tunku Mohar›.', '“We wait,” *he* said.'],
  ],
])('he or she is %s', (_, expected, drawn) => {
  expect(behind(...drawn)).toBe(expected)
})

it.each([
  ['nobody is named', ['The union waits.', '“We wait,” *he* said.']],
  ['the only name is of the other gender', ['‹Mara Lind› leads the union.', '“We wait,” *he* said.']],
  [
    'everybody is far away',
    ['‹Bo Olsen› came.', ...Array.from({ length: 14 }, () => 'It rained.'), '“We wait,” *he* said.'],
  ],
])('he is nobody when %s', (_, drawn) => {
  expect(behind(...drawn)).toBeNull()
})

it.each([
  ['a title', 'Mrs. ‹Lind› came.', 7],
  ['a given name', '‹Bo Olsen› came.', -3],
  ['both', 'Mr. ‹Bo Olsen› came.', -10],
  ['nothing from a surname', '‹Olsen› came.', 0],
])('gender is told by %s', (_, drawn, odds) => {
  const text = drawn.replace(/[‹›]/gu, '')
  const span = { start: drawn.indexOf('‹'), end: drawn.indexOf('›') - 1 }
  expect(genderOf(text, { type: 'person', names: [{ span, type: 'person' }], forms: [] }, given)).toBe(odds)
})
