import { expect, it } from 'vitest'
import { recordOfText } from '../helpers/app.ts'

const { entities } = recordOfText(
  [
    'Mayor Mara Lind closes the ferry to Denmark',
    'By Ida Holm',
    'Mara Lind closed the ferry on Monday. The mayor of Ystad had warned of it for years.',
    '“The hull is thin,” Mara Lind said.',
    'Bo Olsen, who sails for Denmark every day, learned it from Mara Lind.',
    '“Nobody asked us,” Bo Olsen said. Sweden has four such ferries, and Sweden pays for them.',
  ].join('\n\n'),
)
const of = (name: string) => entities.find((entity) => entity.name === name)!

it('who stands in the headline, first and most often is the subject', () => {
  expect(of('Mara Lind')).toMatchObject({ parts: ['speaker', 'subject'] })
  for (const { name, salience } of entities) expect(salience, name).toBeLessThanOrEqual(of('Mara Lind').salience)
})

it('who only speaks is a speaker, who does neither is mentioned', () => {
  expect(of('Bo Olsen').parts).toEqual(['speaker'])
  expect(of('Sweden').parts).toEqual(['mentioned'])
})

it('two mentions in one paragraph weigh as one', () => {
  expect(of('Sweden').salience).toBeCloseTo(0.6 / 3 + 0.4 / 4, 2)
})

it('salience is never below 0 or above 1', () => {
  for (const { salience } of entities) {
    expect(salience).toBeGreaterThanOrEqual(0)
    expect(salience).toBeLessThanOrEqual(1)
  }
})

it('the byline makes no entity', () => {
  expect(of('Ida Holm')).toBeUndefined()
})
