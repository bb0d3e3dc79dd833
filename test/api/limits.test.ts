import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { H, harbour } from '../helpers/harbour.ts'
import { openService } from '../helpers/service.ts'

it('an address that asks too often is told when to ask again', async () => {
  await using app = await openService([harbour], { limits: { lateness: null, perMinute: 3 } })
  const ask = (remoteAddress: string, headers = {}) => app.inject({ url: H, remoteAddress, headers })
  for (const left of ['2', '1', '0']) {
    const { statusCode, headers } = await ask('192.0.2.1')
    expect([statusCode, headers['ratelimit-remaining']]).toEqual([200, left])
  }
  const refused = await ask('192.0.2.1', { 'x-forwarded-for': '192.0.2.7' })
  expect([refused.statusCode, refused.json().type]).toEqual([429, '/problems/rate-limited'])
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect((await ask('192.0.2.2')).statusCode).toBe(200)
  expect((await app.inject({ url: '/healthz', remoteAddress: '192.0.2.1' })).statusCode).toBe(200)
})

it('without a limit nobody is counted', async () => {
  await using app = await openService([harbour])
  for (let n = 0; n < 50; n++) expect((await app.inject('/healthz')).statusCode).toBe(200)
  expect((await app.inject(H)).headers).not.toHaveProperty('ratelimit-limit')
})

it('an event loop that is late turns requests away, and is healthy all the same', async () => {
  await using app = await openService([harbour], { limits: { lateness: 20, perMinute: null } })
  await app.listen({ port: 0, host: '127.0.0.1' })
  await wait(3_100)
  for (const until = performance.now() + 2_500; performance.now() < until; )
    await new Promise(setImmediate).then(() => busy(300))
  const answer = await app.inject(H)
  expect([answer.statusCode, answer.json().type]).toEqual([503, '/problems/overloaded'])
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  expect((await app.inject('/healthz')).statusCode).toBe(200)
  expect((await app.inject('/readyz')).statusCode).toBe(200)
  await wait(2_500)
  expect((await app.inject(H)).statusCode).toBe(200)
})

function busy(milliseconds: number) {
  for (const until = performance.now() + milliseconds; performance.now() < until; );
}

it('an answer that takes too long is given up, with a time to try again', async () => {
  await using app = await openService([harbour], { server: { handlerTimeout: 50 as never } })
  app.store.head = () => new Promise(() => {})
  const answer = await app.inject(H)
  expect([answer.statusCode, answer.json().type]).toEqual([503, '/problems/query-timeout'])
  expect(answer.headers['retry-after']).toBe('2')
})
