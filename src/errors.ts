import type { Fault } from '#/schemas/problem.ts'

/** Every type of problem that a client can meet: its title and its status. `/problems/{type}` explains each. */
export const problems = {
  'unknown-parameter': {
    status: 400,
    title: 'Unknown query parameter',
    about: 'A parameter is not one of this path. The answer names it, the nearest one, and all that there are.',
  },
  'invalid-parameter': {
    status: 400,
    title: 'Invalid parameter',
    about: 'A parameter has a value that it cannot have. The answer says what it can be.',
  },
  'invalid-cursor': {
    status: 400,
    title: 'Invalid cursor',
    about: 'The cursor was not made by this service, or for another query. Start again without it.',
  },
  'cursor-expired': {
    status: 400,
    title: 'Cursor expired',
    about: 'The list has changed since the cursor was made. Start again without it.',
  },
  'bad-request': {
    status: 400,
    title: 'Bad request',
    about: 'The request cannot be read as HTTP, or its path is not well formed.',
  },
  'article-not-found': {
    status: 404,
    title: 'Article not found',
    about: 'No article has this id. The nearest ids are suggested.',
  },
  'version-not-found': { status: 404, title: 'Version not found', about: 'The article has no such version.' },
  'quote-not-found': {
    status: 404,
    title: 'Quote not found',
    about: 'The article has no such quote. When an older version had it, lastSeen is its address there.',
  },
  'entity-not-found': {
    status: 404,
    title: 'Entity not found',
    about: 'The article names no such entity. The nearest ids are suggested.',
  },
  'speaker-not-found': { status: 404, title: 'Speaker not found', about: 'Nobody with this id speaks in the article.' },
  'problem-not-found': { status: 404, title: 'Problem not found', about: 'There is no problem of this type.' },
  'route-not-found': {
    status: 404,
    title: 'Route not found',
    about: 'There is nothing at this path. /openapi.json lists all paths.',
  },
  'method-not-allowed': { status: 405, title: 'Method not allowed', about: 'Everything is read with GET or HEAD.' },
  'not-acceptable': {
    status: 406,
    title: 'Not acceptable',
    about: 'The path has no representation that the request accepts. The answer lists those that it has.',
  },
  'uri-too-long': { status: 414, title: 'URI too long', about: 'The path and query are longer than 8,000 characters.' },
  'headers-too-large': { status: 431, title: 'Headers too large', about: 'The headers are larger than 16 kB.' },
  'request-timeout': { status: 408, title: 'Request timeout', about: 'The request did not arrive in time.' },
  'rate-limited': {
    status: 429,
    title: 'Too many requests',
    about: 'This address asks more often than it may. Try again after the time in Retry-After.',
  },
  overloaded: {
    status: 503,
    title: 'Overloaded',
    about: 'The service has more to do than it can. Try again after the time in Retry-After.',
  },
  'query-timeout': {
    status: 503,
    title: 'Query timeout',
    about: 'The answer took too long. Try again after the time in Retry-After.',
  },
  'not-ready': {
    status: 503,
    title: 'Not ready',
    about: 'The service is starting or ending, or cannot read its archive. Try again after the time in Retry-After.',
  },
  'store-corrupt': { status: 503, title: 'Store corrupt', about: 'The archive is damaged. Its keeper must mend it.' },
  internal: {
    status: 500,
    title: 'Internal error',
    about: 'A fault of the service. The log has more under the id of the request.',
  },
} as const

export type ProblemType = keyof typeof problems

/** What a problem says beside its type: members of the answer, and headers. */
export type ProblemFacts = {
  errors?: Fault[]
  suggestions?: string[]
  available?: string[]
  lastSeen?: string
  headers?: Record<string, string>
}

/** A problem that the caller can do something about. Anything else that is thrown is a bug, and stays a 500. */
export class ProblemError extends Error {
  readonly type: ProblemType
  readonly statusCode: number
  readonly facts: ProblemFacts

  constructor(type: ProblemType, detail: string, facts: ProblemFacts = {}) {
    super(detail)
    this.type = type
    this.statusCode = problems[type].status
    this.facts = facts
  }
}

/** All faults of a query at once; an unknown parameter gives the problem its type. */
export const wrongParameters = (operation: string, errors: Fault[]): ProblemError => {
  const unknown = errors.find(({ detail }) => detail === 'unknown')
  const first = unknown ?? errors[0]!
  return unknown
    ? new ProblemError('unknown-parameter', `'${first.parameter}' is not a parameter of ${operation}.`, { errors })
    : new ProblemError('invalid-parameter', `'${first.parameter}' of ${operation}: ${first.detail}.`, { errors })
}

export const invalidCursor = (): ProblemError =>
  new ProblemError('invalid-cursor', 'The cursor was not made for this query. Start again without it.')

export const cursorExpired = (): ProblemError =>
  new ProblemError('cursor-expired', 'The list has changed since the cursor was made. Start again without it.')

export const badRequest = (detail: string): ProblemError => new ProblemError('bad-request', detail)

/** `type` says what was asked for; `suggestions` are the nearest ids that exist. */
const notFound =
  (type: ProblemType, what: (id: string) => string) =>
  (id: string, facts: Pick<ProblemFacts, 'suggestions' | 'lastSeen'> = {}): ProblemError =>
    new ProblemError(type, what(JSON.stringify(id.slice(0, 200))), facts)

export const articleNotFound = notFound('article-not-found', (id) => `No article has the id ${id}.`)
export const versionNotFound = notFound('version-not-found', (id) => `The article has no version ${id}.`)
export const quoteNotFound = notFound('quote-not-found', (id) => `The article has no quote ${id}.`)
export const entityNotFound = notFound('entity-not-found', (id) => `The article names no entity ${id}.`)
export const speakerNotFound = notFound('speaker-not-found', (id) => `Nobody with the id ${id} speaks in the article.`)
export const problemNotFound = notFound('problem-not-found', (type) => `There is no problem of the type ${type}.`)
export const routeNotFound = (): ProblemError =>
  new ProblemError('route-not-found', 'There is nothing at this path. /openapi.json lists all paths.')

export const methodNotAllowed = (method: string): ProblemError =>
  new ProblemError('method-not-allowed', `${method} is not a method of this path.`, {
    headers: { allow: 'GET, HEAD, OPTIONS' },
  })

export const notAcceptable = (available: string[]): ProblemError =>
  new ProblemError('not-acceptable', `This path has ${available.join(', ')}.`, { available })

/** The limiter has set Retry-After. */
export const rateLimited = (max: number): ProblemError =>
  new ProblemError('rate-limited', `This address may ask ${max} times a minute.`)

export const overloaded = (): ProblemError =>
  new ProblemError('overloaded', 'The service has more to do than it can.', { headers: { 'retry-after': '2' } })

export const exportsBusy = (): ProblemError =>
  new ProblemError('overloaded', 'As many exports are being sent as can be at once. Try again when one has ended.', {
    headers: { 'retry-after': '10' },
  })

export const notReady = (): ProblemError =>
  new ProblemError('not-ready', 'The service is starting or ending.', { headers: { 'retry-after': '1' } })

export const queryTimeout = (): ProblemError =>
  new ProblemError('query-timeout', 'The answer took too long. A narrower question is answered sooner.', {
    headers: { 'retry-after': '2' },
  })

export const storeReplaced = (): ProblemError =>
  new ProblemError(
    'not-ready',
    'The archive is not what it was when it was opened: the service must be started again.',
    {
      headers: { 'retry-after': '60' },
    },
  )

/** The disk, or another program, keeps the archive from being read: it may be over soon. */
export const storeUnreadable = (): ProblemError =>
  new ProblemError('not-ready', 'The archive cannot be read now.', { headers: { 'retry-after': '10' } })

export const storeCorrupt = (): ProblemError =>
  new ProblemError('store-corrupt', 'The archive is damaged.', { headers: { 'retry-after': '60' } })
