import { expect, it } from 'vitest'
import { NetworkError, ProblemError, TimeoutError } from '#/src/sdk/errors.ts'
import { waitAfter } from '#/src/sdk/retry.ts'

const answered = (status: number, headers: Record<string, string> = {}): ProblemError =>
  new ProblemError(
    { type: 'about:blank', title: '', status, detail: '', requestId: '' },
    new Response(null, { status, headers }),
  )

it.each([
  ['the first time up to 250 ms', answered(503), 0, 0, 250],
  ['then up to 500', answered(429), 1, 0, 500],
  ['at most 8 s', answered(504), 20, 0, 8000],
  ['after no answer', new NetworkError(''), 2, 0, 1000],
  ['after none in time', new TimeoutError(''), 2, 0, 1000],
  ['not before it was told', answered(503, { 'retry-after': '7' }), 0, 7000, 7250],
  ['not after a date that is over', answered(503, { 'retry-after': 'Thu, 26 Nov 2020 05:00:00 GMT' }), 0, 0, 250],
  ['as if it was told nothing, when that cannot be read', answered(503, { 'retry-after': 'soon' }), 0, 0, 250],
])('waits %s', (_, error, attempt, least, most) => {
  expect([waitAfter(error, attempt, () => 0), waitAfter(error, attempt, () => 1)]).toEqual([least, most])
})

it('waits for the date that it was told', () => {
  const told = answered(503, { 'retry-after': new Date(Date.now() + 20_000).toUTCString() })
  expect(Math.abs(waitAfter(told, 0, () => 0)! - 20_000)).toBeLessThan(1_500)
})

it.each([
  ['what would fail again', answered(404)],
  ['what is a fault of the service', answered(500)],
  ['what comes back in more than a minute', answered(503, { 'retry-after': '61' })],
  ['what is no error of an answer', new Error('of a hook')],
])('does not wait for %s', (_, error) => {
  expect(waitAfter(error, 0)).toBe(null)
})
