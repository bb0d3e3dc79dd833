import { expect, it } from 'vitest'
import { openService } from '../helpers/service.ts'

it('the process lives, and can take requests', async () => {
  await using app = await openService([])
  expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' })
  expect((await app.inject('/readyz')).json()).toEqual({ status: 'ready' })
})

it('while it ends it lives, and takes none', async () => {
  await using app = await openService([], {}, { isReady: () => false })
  expect((await app.inject('/healthz')).statusCode).toBe(200)
  const answer = await app.inject('/readyz')
  expect([answer.statusCode, answer.json().type, answer.headers['retry-after']]).toEqual([
    503,
    '/problems/not-ready',
    '1',
  ])
})
