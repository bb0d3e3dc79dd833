import { describe, expect, it } from 'vitest'
import { clusterNames } from '#/src/extract/coreference/clusters.ts'
import { gendersOf } from '#/src/extract/coreference/genders.ts'
import { statedRoles } from '#/src/extract/coreference/stated-roles.ts'
import { behind, given, readDrawn, sourceIn } from '#/test/helpers/cast.ts'

describe('he or she is', () => {
  it.each([
    ['the one person named', 'Mara Lind', ['P‹Mara Lind› leads the union.', '“We wait,” *she* said.']],
    [
      'who spoke, not who is spoken of',
      'Nils Berg',
      ['P‹Nils Berg› said P‹Bo Olsen› was late.', '“We wait,” *he* said.'],
    ],
    ['the one whose name fits', 'Mara Lind', ['P‹Mara Lind› met P‹Bo Olsen› there.', '“We wait,” *she* said.']],
    ['the one before a chain', 'Bo Olsen', ['P‹Bo Olsen› came home.', 'He was tired.', '“We wait,” *he* said.']],
    ['no name in the quotation', 'Bo Olsen', ['P‹Bo Olsen› came home.', '“P‹Nils Berg› knows,” *he* said.']],
    ['a person of no known gender', 'Tunku Mohar', ['The plan failed, said P‹Tunku Mohar›.', '“We wait,” *he* said.']],
    ['the other of a pair', 'Bo Olsen', ['P‹Bo Olsen› said P‹Nils Berg› called *him* late.']],
    ['no owner', 'Bo Olsen', ['P‹Bo Olsen› read P‹Nils Berg›’s letter.', '“It is late,” *he* said.']],
    ['no campaign', 'Bo Olsen', ['P‹Bo Olsen› left the P‹Berg› campaign.', '“It is late,” *he* said.']],
    ['named after it', 'Bo Olsen', ['Before *he* left the town, P‹Bo Olsen› sold the boat.']],
    [
      'somebody new',
      'Bo Olsen',
      ['P‹Nils Berg› was there.', 'P‹Bo Olsen›, a baker from Ystad, said so too. “It was,” *he* said.'],
    ],
    [
      'the subject of the last sentence',
      'Nils Berg',
      ['P‹Bo Olsen› came. P‹Nils Berg› praised P‹Bo Olsen›. *He* added that he was late.'],
    ],
    ['who carries a title', 'Lind', ['Mr. P‹Lind› met P‹Mara Berg›.', '“We wait,” *he* said.']],
    [
      'not of two the one spoken of',
      'Bo Olsen',
      ['P‹Bo Olsen› and P‹Nils Berg› lead.', '“P‹Berg› is late,” *he* said.'],
    ],
    [
      'whom other pronouns told',
      'Kim Ro',
      ['P‹Kim Ro› said she would go.', 'P‹Bo Olsen› stays.', '“We wait,” *she* said.'],
    ],
    [
      'the subject of its paragraph, of whatever gender the name is',
      'Kim Ro',
      ['P‹Bo Olsen› said no. “No,” he said.', 'Captain P‹Kim Ro› shrugged. “Perhaps,” *he* said.'],
    ],
    [
      'who answers, not who was answered',
      'Nils Berg',
      ['P‹Nils Berg› said no.', '“Why?” P‹Bo Olsen› said.', '“Because,” *he* replied.'],
    ],
    [
      'who is asked, not whom it is about',
      'Nils Berg',
      ['P‹Nils Berg› spoke for P‹Olsen›. “No,” he said.', 'Asked why P‹Olsen› had not come himself, *he* said: “No.”'],
    ],
    [
      'who is asked, with whom it is about before the comma',
      'Bo Olsen',
      ['P‹Nils Berg› left.', 'Asked about P‹Berg›, P‹Bo Olsen› said, “No.”', '“Well, no,” *he* said.'],
    ],
    [
      'who says that somebody called, not who called',
      'Kim Ro',
      ['P‹Kim Ro› said the mayor, P‹Nils Berg›, was late.', 'P‹Ro› said P‹Berg› had not called. “Never,” *he* said.'],
    ],
    [
      'the husband who is named',
      'Paul',
      ['P‹Bo Olsen› left. P‹Ida Holm› disagrees. Her husband, P‹Paul›, drives a bus. “We are going,” *he* said.'],
    ],
    [
      'the grandson who is named, not the dead',
      'Nils',
      ['P‹Bo Olsen› died in 1950. P‹Olsen›’s grandson, P‹Nils›, now 84, is calm. “We saw it,” *he* says.'],
    ],
    [
      'the daughter who is named, and speaks',
      'Ana Lind',
      ['P‹Mara Lind› came home.', 'Her daughter, P‹Ana Lind›, said it was late. “We wait,” *she* said.'],
    ],
  ])('%s', (_, expected, drawn) => {
    expect(behind(...drawn)).toBe(expected)
  })
})

describe('he or she is nobody when', () => {
  it.each([
    ['nobody is named', ['The union waits.', '“We wait,” *he* said.']],
    ['the only name is of the other gender', ['Ms. P‹Mara Lind› leads the union.', '“We wait,” *he* said.']],
    [
      'everybody is far away',
      ['P‹Bo Olsen› came.', ...Array.from({ length: 17 }, () => 'It rained.'), '“We wait,” *he* said.'],
    ],
    ['somebody without a name spoke', ['P‹Bo Olsen› came.', 'A neighbour said it was late. “Very late,” *he* said.']],
    [
      'the only name is a daughter',
      ['P‹Bo Olsen›’s daughter, P‹Kim›, came.', 'It rained.', '“P‹Olsen› waits,” *he* said.'],
    ],
    ['two are as likely', ['P‹Bo Olsen› and P‹Nils Berg› came.', 'It rained. “We wait,” *he* said.']],
  ])('%s', (_, drawn) => {
    expect(behind(...drawn)).toBe('ambiguous')
  })
})

it('says how sure it is, and points at the fullest name before it', () => {
  const { text, source } = sourceIn('P‹Mara Lind› leads the union. P‹Lind› spoke.', '“We wait,” *she* said.')
  expect(source).toMatchObject({ entity: 0, antecedent: { start: 0, end: 9 } })
  expect(text.slice(0, 9)).toBe('Mara Lind')
  expect(source.entity === null ? 0 : source.confidence).toBeGreaterThan(0.9)
})

it('tells who else may be meant', () => {
  const { source } = sourceIn('P‹Bo Olsen› and P‹Nils Berg› came.', 'It rained. “We wait,” *he* said.')
  expect(source.rivals.map(({ entity }) => entity)).toHaveLength(1)
})

it.each([
  ['a title', 'Mrs. P‹Lind› came.', 7],
  ['a given name', 'P‹Bo Olsen› came.', -3],
  ['both', 'Mr. P‹Bo Olsen› came.', -10],
  ['a given name after an initial', 'P‹J. Mara Olsen› came.', 3],
  ['nothing from a surname', 'P‹Olsen› came.', 0],
  ['a role', 'The spokeswoman P‹Kim Ro› came.', 2],
])('gender is told by %s', (_, drawn, odds) => {
  const { text, names } = readDrawn(drawn)
  const clusters = clusterNames(text, names, given)
  expect(gendersOf(clusters, given, [], statedRoles(text, clusters))).toEqual([odds])
})
