import { expect, it } from 'vitest'
import { openApp } from '../helpers/app.ts'

it('the process lives, and can take requests', async () => {
  await using app = await openApp()
  expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' })
  expect((await app.inject('/readyz')).json()).toEqual({ status: 'ready' })
})

it('while it ends it lives, and takes none', async () => {
  await using app = await openApp([], {}, { isReady: () => false })
  expect((await app.inject('/healthz')).statusCode).toBe(200)
  const answer = await app.inject('/readyz')
  expect([answer.statusCode, answer.json().type, answer.headers['retry-after']]).toEqual([
    503,
    '/problems/not-ready',
    '1',
  ])
})
