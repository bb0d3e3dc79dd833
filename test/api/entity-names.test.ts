import { expect, it } from 'vitest'
import { A, openApp, recordOfText } from '../helpers/app.ts'

it.each([
  ['US', 'united-states'],
  ['u.s.', 'united-states'],
  ['United%20States', 'united-states'],
  ['united-states', 'united-states'],
  ['treasury%20department', 'us-treasury'],
  ['ANWAR', 'anwar-ibrahim'],
])('an entity is found by its id and by any of its names: %s', async (name, expected) => {
  await using shipped = await openApp([
    recordOfText(
      'Ferry\n\nThe US said so. The United States agreed, and so did the U.S. and the U.S. Treasury. Anwar Ibrahim did not. The Treasury Department waited, and Anwar left.',
      'ferry.txt',
    ),
  ])
  const [{ id }] = (await shipped.inject('/v1/articles')).json().items
  const { items } = (await shipped.inject(`/v1/articles/${id}/entities?entity=${name}`)).json()
  expect(items.map((entity: { id: string }) => entity.id)).toEqual([expected])
})

it('the dates of an article without a day say why they have no value', async () => {
  await using shipped = await openApp()
  const { items } = (await shipped.inject(`${A}/entities?type=date`)).json()
  expect(items.length).toBeGreaterThan(0)
  for (const { date, unknown } of items) expect([date, unknown.date.reason]).toEqual([null, 'no-absolute-date'])
})
