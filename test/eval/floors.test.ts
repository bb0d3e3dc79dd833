import { expect, it } from 'vitest'
import { compare, type Floors, figuresOf, pinned } from './floors.ts'

const report = {
  measures: {
    quotes: { columns: { check: { found: 90, wrong: 5 } }, runs: { wire: { answered: 84 } } },
    text: { columns: { ours: { copied: 0.9123 } }, runs: {} },
  },
}
const floors: Floors = {
  corpora: '',
  atLeast: { 'quotes check found': 89.5, 'text ours copied': 0.92, 'quotes wire answered': 84 },
  atMost: { 'quotes check wrong': 5 },
}

it('a figure holds when it is not worse than its floor, and one that is missing does not', () => {
  const rows = compare(figuresOf(report), { ...floors, atMost: { 'quotes check wrong': 4.9, 'quotes check lost': 1 } })
  expect(rows.map(({ name, held }) => `${name} ${held}`)).toEqual([
    'quotes check found true',
    'text ours copied false',
    'quotes wire answered true',
    'quotes check wrong false',
    'quotes check lost false',
  ])
})

it('floors rise to just below what is reached', () => {
  const { atLeast, atMost } = pinned(figuresOf(report), floors, false)
  expect(atLeast).toEqual({ 'quotes check found': 89.7, 'text ours copied': 0.92, 'quotes wire answered': 84 })
  expect(atMost).toEqual({ 'quotes check wrong': 5 })
})

it('floors sink only when that is asked for', () => {
  const { atLeast, atMost } = pinned(figuresOf(report), floors, true)
  expect(atLeast['text ours copied']).toBe(0.909)
  expect(atMost['quotes check wrong']).toBe(5.3)
})
