import { describe, expect, it } from 'vitest'
import type { EntityType } from '#/schemas/entity.ts'
import { clusterNames, isPartOfName } from '#/src/extract/coreference/clusters.ts'
import { roleAfter } from '#/src/extract/coreference/roles.ts'
import { slice } from '#/src/text/spans.ts'

const letters: Record<string, EntityType> = { P: 'person', O: 'organization', L: 'place', G: 'group' }

/** A text with its names drawn in, `P‹Mara Lind›`, as clusters of what it says of each. */
function clustered(drawn: string): string[][] {
  let text = ''
  const names = []
  for (const [, letter, name, rest] of drawn.matchAll(/([POLG])‹([^›]*)›|([^POLG]+|[POLG])/gu)) {
    if (name !== undefined)
      names.push({ span: { start: text.length, end: text.length + name.length }, type: letters[letter!]! })
    text += name ?? rest
  }
  return clusterNames(text, names).map((cluster) => cluster.names.map(({ span }) => slice(text, span)))
}

describe('names of one thing are one entity', () => {
  it.each([
    ['a surname', 'P‹Mara Lind› came. P‹Lind› spoke.', [['Mara Lind', 'Lind']]],
    ['a first name in use', 'P‹Anwar Ibrahim› came. P‹Anwar› spoke.', [['Anwar Ibrahim', 'Anwar']]],
    ['a surname before the full name', 'P‹Lind› wins: P‹Mara Lind› did it.', [['Lind', 'Mara Lind']]],
    ['a middle initial', 'P‹Mara J. Lind› came. P‹Mara Lind› spoke.', [['Mara J. Lind', 'Mara Lind']]],
    ['a title', 'P‹Mara Lind› came. P‹Mrs. Lind› spoke.', [['Mara Lind', 'Mrs. Lind']]],
    ['initials', 'O‹World Health Organization› met. O‹WHO› spoke.', [['World Health Organization', 'WHO']]],
    [
      'the first words',
      'O‹Harbour Workers Union› met. O‹Harbour Workers› spoke.',
      [['Harbour Workers Union', 'Harbour Workers']],
    ],
    ['dots', 'L‹U.S.› and L‹US›', [['U.S.', 'US']]],
    ['a strip of land', 'L‹Gaza Strip› and L‹Gaza›', [['Gaza Strip', 'Gaza']]],
    ['one of a people and many', 'A G‹Dane› met G‹Danes›.', [['Dane', 'Danes']]],
    ['a possessive', 'P‹Mara Lind› spoke of P‹Lind’s› plan.', [['Mara Lind', 'Lind’s']]],
  ])('%s', (_, drawn, expected) => {
    expect(clustered(drawn)).toEqual(expected)
  })

  it.each([
    ['two people', 'P‹Mara Lind› met P‹Bo Olsen›.'],
    ['two people of one surname', 'P‹Mara Lind› met P‹Bo Lind›.'],
    ['two countries', 'L‹South Sudan› met L‹Sudan›.'],
    ['two peoples', 'G‹African American› and G‹American› voters.'],
    ['a person and a place of one name', 'P‹Lind› came to L‹Lind Harbour›.'],
  ])('%s stay apart', (_, drawn) => {
    expect(clustered(drawn)).toHaveLength(2)
  })

  it('a surname that two have is that of the one named last', () => {
    expect(clustered('P‹Mara Lind› met P‹Bo Lind›. P‹Lind› spoke.')).toEqual([['Mara Lind'], ['Bo Lind', 'Lind']])
  })

  it('words that are tagged two ways have the type that they have most often', () => {
    expect(clustered('O‹Hamas› met. L‹Hamas› spoke. O‹Hamas› left.')).toEqual([['Hamas', 'Hamas', 'Hamas']])
  })
})

it.each([
  ['lind', 'mara lind', true],
  ['mara', 'mara lind', true],
  ['m lind', 'mara lind', true],
  ['lin', 'mara lind', false],
  ['bo lind', 'mara lind', false],
  ['mara lind', 'mara j lind', true],
])('“%s” is a part of “%s”: %s', (part, full, expected) => {
  expect(isPartOfName(part.split(' '), full.split(' '))).toBe(expected)
})

it.each([
  ['an apposition', '|Mara Lind|, ‹the mayor of Ystad›, told reporters.'],
  ['at the end of the sentence', 'said |Mara Lind|, ‹an assistant professor at the university›.'],
  ['with “of”', '|Mara Lind|, ‹of the School of Law, History and Trade at the University of Ystad›, told us.'],
  ['with a possessive', '|Mara Lind|, ‹the town’s deputy for trade and ports›, told us.'],
  ['none: another subject', '|Mara Lind|, who is 52, told us.'],
  ['none: a list', '|Mara Lind|, Bo Olsen and others came.'],
  ['none: no comma', '|Mara Lind| told us.'],
])('a role after a name: %s', (_, drawn) => {
  const text = drawn.replace(/[|‹›]/gu, '')
  const start = drawn.indexOf('|')
  const name = { start, end: drawn.lastIndexOf('|') - 1 }
  const role = roleAfter(text, name, text.length)
  expect(role && slice(text, role)).toBe(drawn.match(/‹(.*)›/u)?.[1] ?? null)
})
