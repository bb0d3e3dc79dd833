import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { apiCatalog } from '#/routes/api-catalog.ts'
import { archiveEntities } from '#/routes/archive-entities.ts'
import { archiveQuotes } from '#/routes/archive-quotes.ts'
import { archiveSpeakers } from '#/routes/archive-speakers.ts'
import { article, articles } from '#/routes/articles.ts'
import { blocks } from '#/routes/blocks.ts'
import { docs } from '#/routes/docs.ts'
import { entities } from '#/routes/entities.ts'
import { health } from '#/routes/health.ts'
import { metadata } from '#/routes/metadata.ts'
import { problems } from '#/routes/problems.ts'
import { quotes } from '#/routes/quotes.ts'
import { speakers } from '#/routes/speakers.ts'
import { text } from '#/routes/text.ts'
import { versions } from '#/routes/versions.ts'
import { answerAgain, type Given } from './http/answer/again.ts'
import type { Ready } from './http/answer/ready.ts'
import type { ArchiveState } from './http/answer/services.ts'
import { type Limits, limit } from './http/edge/limits.ts'
import { nameAnswers, readOnly } from './http/edge/methods.ts'
import { answerProblems, frameworkProblem } from './http/edge/problems.ts'
import { type ServerOptions, serverOptions } from './http/edge/server-options.ts'
import { answerSocket, refuseTunnels } from './http/edge/sockets.ts'
import { answerFromOneArchive } from './http/edge/whole.ts'
import { openapi } from './http/openapi/openapi.ts'
import { current, versioned } from './http/resource/scope.ts'
import { recentlyRead } from './store/recent.ts'
import type { Store } from './store/store.ts'

/** What the routes stand on. */
export type Services = { store: Store; isReady?: () => boolean; archiveState?: ArchiveState }

export type Options = {
  logger?: FastifyBaseLogger
  publicUrl?: string | null
  limits?: Limits
  /** Other limits of the server than its own, for tests of them. */
  server?: Partial<ServerOptions>
}

/** How much memory answers may take that are kept ready. */
const readyBytes = 32 * 1024 * 1024

/** The service: the table of contents of the API. It opens no port. */
export async function buildApp(
  { store, isReady = () => true, archiveState = { fault: null } }: Services,
  { logger, publicUrl, limits, server }: Options = {},
): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    ...serverOptions,
    ...server,
    ...(logger ? { loggerInstance: logger } : { logger: false }),
    frameworkErrors: frameworkProblem,
    clientErrorHandler: (error, socket) => answerSocket(error, socket, app.log),
  })
  refuseTunnels(app.server, app.log)
  app.decorate('store', store)
  app.decorate('isReady', isReady)
  app.decorate('archiveState', archiveState)
  app.decorate('publicUrl', publicUrl ?? '')
  app.decorate('readyAnswers', recentlyRead<Ready>(readyBytes))
  app.decorate('given', recentlyRead<Given>(readyBytes))
  app.removeAllContentTypeParsers()
  nameAnswers(app)
  answerProblems(app)

  await app.register(helmet, {
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
  })
  await app.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD', 'OPTIONS'],
    exposedHeaders: [
      'ETag',
      'Link',
      'Repr-Digest',
      'Retry-After',
      'X-Request-Id',
      'RateLimit-Remaining',
      'RateLimit-Reset',
    ],
    strictPreflight: false,
  })
  readOnly(app)
  answerFromOneArchive(app)
  if (limits) await limit(app, limits)
  // Where requests are counted, each must be seen.
  if (!limits?.perMinute) answerAgain(app)
  await app.register(openapi)

  app.register(articles)
  app.register(archiveQuotes)
  app.register(archiveSpeakers)
  app.register(archiveEntities)
  app.register(versions)
  app.register((routes) => article(routes, current), { prefix: current.prefix })
  for (const scope of [current, versioned]) {
    for (const resource of [text, metadata, blocks, quotes, speakers, entities]) {
      app.register((routes) => resource(routes, scope), { prefix: scope.prefix })
    }
  }
  app.register(health)
  app.register(problems)
  app.register(apiCatalog)
  app.register(docs)
  return app
}
