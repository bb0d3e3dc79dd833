import type {} from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import { overloaded, rateLimited } from '#/src/errors.ts'

/** What a service takes. Null: as much as comes. */
export type Limits = {
  /** How late the event loop may be, in milliseconds, before requests are turned away. */
  lateness: number | null
  /** Requests a minute from one address. */
  perMinute: number | null
}

/** The start itself makes the event loop late: so long after it nobody is turned away, in milliseconds. */
const start = 3_000

/**
 * Turns requests away when there are too many: all of them while the event loop is late, so that those that are in work
 * are answered in time; those of one address that asks more often than it may. What a proxy says of an address
 * (`X-Forwarded-For`) is not believed.
 */
export async function limit(app: FastifyInstance, { lateness, perMinute }: Limits): Promise<void> {
  if (lateness !== null) {
    let isStarting = true
    app.server.once('listening', () => setTimeout(() => (isStarting = false), start).unref())
    const pressureHandler = () => (isStarting ? undefined : Promise.reject(overloaded()))
    await app.register(underPressure, { maxEventLoopDelay: lateness, pressureHandler })
  }
  if (perMinute !== null) {
    const { default: rateLimit } = await import('@fastify/rate-limit')
    await app.register(rateLimit, {
      max: perMinute,
      timeWindow: 60_000,
      enableDraftSpec: true,
      errorResponseBuilder: (_, { max }) => rateLimited(max),
    })
  }
}

/** For routes that must answer whatever happens: whoever runs the service asks them how it is. */
export const unlimited = { rateLimit: false, pressureHandler: () => {} } as const
