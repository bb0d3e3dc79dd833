import { describe, expect, it } from 'vitest'
import { clusterNames } from '#/src/extract/coreference/clusters.ts'
import { isFormOfName } from '#/src/extract/coreference/people.ts'
import { repairNames } from '#/src/extract/coreference/repairs.ts'
import { roleAfter } from '#/src/extract/coreference/roles.ts'
import { slice } from '#/src/text/spans.ts'
import { given, readDrawn } from '#/test/helpers/cast.ts'
import { whole } from '#/test/helpers/marked.ts'

/** The names of a text, drawn in as `P‹Mara Lind›`, as clusters. */
function clustered(drawn: string): string[][] {
  const { text, names } = readDrawn(drawn)
  return clusterNames(text, names, given).map((cluster) => cluster.names.map(({ span }) => slice(text, span)))
}

describe('names of one person are one entity', () => {
  it.each([
    ['a surname', 'P‹Mara Lind› came. P‹Lind› spoke.', [['Mara Lind', 'Lind']]],
    ['a first name in use', 'P‹Anwar Ibrahim› came. P‹Anwar› spoke.', [['Anwar Ibrahim', 'Anwar']]],
    ['a family name before', 'P‹Lin Meihua› came. P‹Lin› spoke.', [['Lin Meihua', 'Lin']]],
    ['a name between', 'P‹Ana Vidal Roca› came. P‹Vidal› spoke.', [['Ana Vidal Roca', 'Vidal']]],
    ['a patronymic', 'P‹Jon Arnarson› came. P‹Jon› spoke.', [['Jon Arnarson', 'Jon']]],
    ['an end of two words', 'P‹Ana Vidal Roca› came. P‹Vidal Roca› spoke.', [['Ana Vidal Roca', 'Vidal Roca']]],
    ['a surname before the full name', 'P‹Lind› wins: P‹Mara Lind› did it.', [['Lind', 'Mara Lind']]],
    ['a middle initial', 'P‹Mara J. Lind› came. P‹Mara Lind› spoke.', [['Mara J. Lind', 'Mara Lind']]],
    ['an initial', 'P‹Mara Lind› came. P‹M. Lind› spoke.', [['Mara Lind', 'M. Lind']]],
    ['a title', 'P‹Mara Lind› came. P‹Mrs. Lind› spoke.', [['Mara Lind', 'Mrs. Lind']]],
    ['a short given name', 'P‹William Lind› came. P‹Bill Lind› spoke.', [['William Lind', 'Bill Lind']]],
    ['a misprint', 'P‹Hillary Lind› came. P‹Hilary Lind› spoke.', [['Hillary Lind', 'Hilary Lind']]],
    ['a misprinted surname', 'P‹Mara Waters› came. P‹Water› spoke.', [['Mara Waters', 'Water']]],
    ['accents left out', 'P‹Mára Lind› came. P‹Mara Lind› spoke.', [['Mára Lind', 'Mara Lind']]],
    ['an article of Arabic', 'P‹Samir al-Hadi› came. P‹Hadi› spoke.', [['Samir al-Hadi', 'Hadi']]],
    ['a surname in two parts', 'P‹Mara Lind-Berg› came. P‹Lind-Berg› spoke.', [['Mara Lind-Berg', 'Lind-Berg']]],
    ['capitals', 'P‹MARA LIND› came. P‹Lind› spoke.', [['MARA LIND', 'Lind']]],
    ['a possessive', 'P‹Mara Lind› spoke of P‹Lind’s› plan.', [['Mara Lind', 'Lind’s']]],
  ])('%s', (_, drawn, expected) => {
    expect(clustered(drawn)).toEqual(expected)
  })
})

describe('names of one organisation, place or people are one entity', () => {
  it.each([
    ['initials', 'O‹World Health Organization› met. O‹WHO› spoke.', [['World Health Organization', 'WHO']]],
    ['initials without “and”', 'O‹Food and Farm Office› met. O‹FFO› spoke.', [['Food and Farm Office', 'FFO']]],
    ['letters in brackets', 'O‹Guild of Bakers› (O‹GBX›) met. O‹GBX› spoke.', [['Guild of Bakers', 'GBX', 'GBX']]],
    [
      'what it is left out',
      'O‹Harbour Workers Union› met. O‹Harbour Workers› spoke.',
      [['Harbour Workers Union', 'Harbour Workers']],
    ],
    [
      'what it is said',
      'O‹U.S. Treasury› met. O‹Treasury Department› spoke.',
      [['U.S. Treasury', 'Treasury Department']],
    ],
    [
      '“of” between',
      'O‹Department of Ports› met. O‹Ports Department› spoke.',
      [['Department of Ports', 'Ports Department']],
    ],
    ['its last word', 'O‹Harbour Morning Post› met. O‹Post› spoke.', [['Harbour Morning Post', 'Post']]],
    ['its first word', 'O‹University of Ystad› met. O‹University› spoke.', [['University of Ystad', 'University']]],
    ['a firm', 'O‹Acme Corp.› met. O‹Acme› spoke.', [['Acme Corp.', 'Acme']]],
    ['dots', 'L‹U.S.› and L‹US›', [['U.S.', 'US']]],
    ['letters for a land', 'L‹United Kingdom› and L‹UK›', [['United Kingdom', 'UK']]],
    ['a strip', 'L‹Gaza Strip› and L‹Gaza›', [['Gaza Strip', 'Gaza']]],
    ['a plural', 'G‹Skanian› and G‹Skanians›', [['Skanian', 'Skanians']]],
  ])('%s', (_, drawn, expected) => {
    expect(clustered(drawn)).toEqual(expected)
  })
})

describe('two stay two', () => {
  it.each([
    ['people', 'P‹Mara Lind› met P‹Bo Olsen›.'],
    ['people of one surname', 'P‹Mara Lind› met P‹Bo Lind›.'],
    ['people whose names differ by gender', 'P‹Paula Lind› met P‹Paul Bo Lind›.'],
    ['father and son', 'P‹Bo Lind› met P‹Bo Lind Jr.›.'],
    ['middle initials', 'P‹Bo W. Lind› met P‹Bo H. Lind›.'],
    ['a husband and Mrs.', 'P‹Bo Lind› met P‹Mrs. Lind›.'],
    ['a husband and Mrs., of a long surname', 'P‹Bo Ackroyd› met P‹Mrs. Ackroyd›.'],
    ['a person and a place', 'P‹Lind› came to L‹Lind Harbour›.'],
    ['a land and a people', 'L‹Skania› and G‹Skanian›'],
    ['peoples', 'G‹African American› and G‹American› voters.'],
    ['a land and its part', 'L‹Korea› and L‹South Korea›'],
    ['a city and the land', 'L‹Mexico City› and L‹Mexico›'],
    ['ministries of two lands', 'L‹Skania› L‹Bornholm› O‹Skania Health Ministry› and O‹Bornholm Health Ministry›'],
    ['a body and a part of it', 'O‹United Nations› and O‹United Nations Children’s Fund›'],
    ['a word and the letters', 'O‹World Health Organization› and O‹Who›'],
  ])('%s', (_, drawn) => {
    expect(
      new Set(
        clustered(drawn)
          .slice(-2)
          .map(([name]) => name),
      ).size,
    ).toBe(2)
    expect(clustered(drawn).every((names) => names.length === 1)).toBe(true)
  })
})

it('a short form that two may have stays alone', () => {
  expect(clustered('O‹Harbour Post› met O‹Morning Post›. O‹Post› spoke.')).toEqual([
    ['Harbour Post'],
    ['Morning Post'],
    ['Post'],
  ])
})

it('words that are tagged two ways have the type that they have most often', () => {
  expect(clustered('O‹Hamas› met. L‹Hamas› spoke. O‹Hamas› left.')).toEqual([['Hamas', 'Hamas', 'Hamas']])
})

it.each([
  ['a firm after Mr.', 'Mr. O‹Ford› came.', 'Mr. P‹Ford› came.'],
  ['nothing after Mr.', 'Mr. Ford came.', 'Mr. P‹Ford› came.'],
  [
    'a member of a party',
    'P‹Ida Ford› came. The G‹Skania Democrat› spoke.',
    'P‹Ida Ford› came. The Skania Democrat spoke.',
  ],
  ['one of a people', 'P‹Ida Ford› came. The P‹Spaniard› won.', 'P‹Ida Ford› came. The Spaniard won.'],
  [
    'the party itself',
    'P‹Ida Ford› came. The G‹Republican› plan won.',
    'P‹Ida Ford› came. The G‹Republican› plan won.',
  ],
  ['a shouted title', 'MS. FORD: Never.', 'MS. P‹FORD›: Never.'],
  ['two words after Ms.', 'said Ms. Ida Ford.', 'said Ms. P‹Ida Ford›.'],
  ['a firm with the name of a known person', 'P‹Ida Ford› came. O‹Ford› spoke.', 'P‹Ida Ford› came. P‹Ford› spoke.'],
  ['a people that speaks', 'P‹Bo Cuban› came. G‹Cuban› said so.', 'P‹Bo Cuban› came. P‹Cuban› said so.'],
  [
    'a place that has a past',
    'P‹Bo Lund› came. L‹Lund›, a former sailor, left.',
    'P‹Bo Lund› came. P‹Lund›, a former sailor, left.',
  ],
  ['no place that is one', 'P‹Bo Lund› came to L‹Lund›, a town.', 'P‹Bo Lund› came to L‹Lund›, a town.'],
  ['no people that does not', 'P‹Bo Cuban› came by G‹Cuban› boat.', 'P‹Bo Cuban› came by G‹Cuban› boat.'],
  ['no place', 'P‹Ida Lincoln› came to L‹Lincoln›.', 'P‹Ida Lincoln› came to L‹Lincoln›.'],
  ['a surname that was missed', 'P‹Ida Ford› came, but Ford spoke.', 'P‹Ida Ford› came, but P‹Ford› spoke.'],
  ['no word before a capital', 'P‹Ida Ford› came to Ford Tower.', 'P‹Ida Ford› came to Ford Tower.'],
  ['a country of two capitals', 'P‹Ida Ford› Meets Amid US Concerns.', 'P‹Ida Ford› Meets Amid L‹US› Concerns.'],
  ['no pronoun that is shouted', 'P‹IDA FORD› GIVES US A BOAT.', 'P‹IDA FORD› GIVES US A BOAT.'],
  ['no money', 'P‹Ida Ford› paid US$3 million, or US $1 a boat.', 'P‹Ida Ford› paid US$3 million, or US $1 a boat.'],
  ['letters behind a name', 'P‹Ida Ford KC› came.', 'P‹Ida Ford› KC came.'],
  ['the Taoiseach', 'P‹Ida Ford› came. The P‹Taoiseach› won.', 'P‹Ida Ford› came. The Taoiseach won.'],
  ['a name cut at its particles', 'Mayor Ida van der P‹Velde› came.', 'Mayor P‹Ida van der Velde› came.'],
  ['particles alone', 'On Monday van der P‹Velde› came.', 'On Monday P‹van der Velde› came.'],
  ['a name in two pieces', 'P‹Bo› ten P‹Broek› came.', 'P‹Bo ten Broek› came.'],
  ['no van of somebody', 'The van P‹Velde› drove was red.', 'The van P‹Velde› drove was red.'],
  ['no word that begins a sentence', 'P‹Ida Long› came. Long lines stood.', 'P‹Ida Long› came. Long lines stood.'],
])('tagging is repaired: %s', (_, drawn, expected) => {
  const { text, names, body } = readDrawn(drawn)
  const repaired = repairNames(text, names, body)
  expect(repaired).toEqual(readDrawn(expected).names)
  expect(whole(text).end).toBeGreaterThan(repaired.at(-1)!.span.end)
})

it.each([
  ['lind', 'mara lind', true],
  ['mara', 'mara lind', true],
  ['m lind', 'mara lind', true],
  ['lin', 'mara lind', false],
  ['bo lind', 'mara lind', false],
  ['mara lind', 'mara j lind', true],
  ['mara k lind', 'mara j lind', false],
  ['ted lind', 'edward lind', true],
  ['mara', 'mara', true],
])('“%s” is a form of “%s”: %s', (part, full, expected) => {
  expect(isFormOfName(part.split(' '), full.split(' '))).toBe(expected)
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
