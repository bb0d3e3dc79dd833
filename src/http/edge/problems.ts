import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '#/schemas/problem.ts'
import {
  badRequest,
  exportsBusy,
  notReady,
  ProblemError,
  problems,
  queryTimeout,
  routeNotFound,
  storeCorrupt,
  storeReplaced,
  storeUnreadable,
} from '#/src/errors.ts'
import { problemPage } from '#/src/present/html/problem.ts'
import { StoreError, type StoreErrorCode } from '#/src/store/store-error.ts'
import { prefersPages, sendPage } from '../answer/pages.ts'

const longestInstance = 256

/** An error as a client sees it (RFC 9457). What is no problem of ours stays a 500 that says nothing. */
export function toProblem(error: ProblemError, requestId: string, instance?: string): Problem {
  const { status, title } = problems[error.type]
  const { headers: _, ...facts } = error.facts
  return {
    type: `/problems/${error.type}`,
    title,
    status,
    detail: error.message,
    ...(instance !== undefined && { instance: instance.slice(0, longestInstance) }),
    ...facts,
    requestId,
  }
}

/** Answers every error, whatever part of the server it comes from, in one form. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => answer(known(error, request), request, reply))
  app.setNotFoundHandler((request, reply) => answer(routeNotFound(), request, reply))
}

/** Errors of the router itself, which never reach the error handler: bad escapes and ids that are too long. */
export function frameworkProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const tooLong = error.code === 'FST_ERR_MAX_PARAM_LENGTH' || error.statusCode === 414
  return answer(tooLong ? routeNotFound() : badRequest('The path is not well formed.'), request, reply, false)
}

function known(error: FastifyError | ProblemError, request: FastifyRequest): ProblemError {
  if (error instanceof ProblemError) return error
  if (error.code === 'FST_ERR_HANDLER_TIMEOUT') return queryTimeout()
  const problem = problemOfStore(error, request)
  if (problem) return problem
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return badRequest('The request cannot be read.')
  request.log.error({ err: error }, 'bug')
  return new ProblemError('internal', 'A fault of the service. The log has more under the id of the request.')
}

function problemOfStore(error: Error, { log, server }: FastifyRequest): ProblemError | undefined {
  if (!(error instanceof StoreError)) return undefined
  const problem = ofStore[error.code]
  if (problem === storeUnreadable) log.error({ err: error }, 'unreadable')
  if (problem === storeCorrupt) {
    log.fatal({ err: error }, 'damaged')
    server.archiveState.fault ??= 'damaged'
  }
  return problem?.()
}

/** What is no bug of ours; any other code is one where somebody only reads. */
const ofStore: Partial<Record<StoreErrorCode, () => ProblemError>> = {
  TIMEOUT: queryTimeout,
  OVERLOADED: exportsBusy,
  REPLACED: storeReplaced,
  STORE_CORRUPT: storeCorrupt,
  BUSY: storeUnreadable,
  CANNOT_OPEN: storeUnreadable,
  DISK_ERROR: storeUnreadable,
  CLOSED: notReady,
}

function answer(
  error: ProblemError,
  request: FastifyRequest,
  reply: FastifyReply,
  wellFormed = error.type !== 'bad-request' && error.type !== 'uri-too-long',
): FastifyReply {
  const problem = toProblem(error, request.id, wellFormed ? request.url : undefined)
  for (const name of ['etag', 'link', 'vary', 'repr-digest', 'content-location']) reply.removeHeader(name)
  reply.code(problem.status).headers({ ...error.facts.headers, 'cache-control': 'no-store' })
  return prefersPages(request)
    ? sendPage(reply, problemPage(problem))
    : reply.header('content-type', 'application/problem+json').send(Buffer.from(JSON.stringify(problem)))
}
