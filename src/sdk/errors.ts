import type { Problem } from './generated/operations.schemas.ts'

/** Everything that goes wrong between the client and the service. */
export class VerbatimError extends Error {
  override name = 'VerbatimError'
}

/** No answer came: the service cannot be reached, or the connection broke. `cause` has more. */
export class NetworkError extends VerbatimError {
  override name = 'NetworkError'
}

/** No answer came within the timeout of an attempt. */
export class TimeoutError extends VerbatimError {
  override name = 'TimeoutError'
}

/** The service, or something before it, answered with an error. */
export class ProblemError extends VerbatimError {
  override name = 'ProblemError'
  /** What went wrong (RFC 9457): which parameter, what is allowed, what is the nearest. */
  readonly problem: Problem
  /** Its status and headers; the body is read. */
  readonly response: Response

  constructor(problem: Problem, response: Response) {
    super(problem.detail ? `${problem.title}: ${problem.detail}` : problem.title)
    this.problem = problem
    this.response = response
  }

  get status(): number {
    return this.response.status
  }

  /** The last word of the type: `article-not-found`. */
  get code(): string {
    return this.problem.type.slice(this.problem.type.lastIndexOf('/') + 1)
  }
}

/** 400: a parameter is unknown or wrong. `problem.errors` names each. */
export class BadRequestError extends ProblemError {
  override name = 'BadRequestError'
}

/** 404: there is no such article, version, quote, entity or speaker. `problem.suggestions` has the nearest ids. */
export class NotFoundError extends ProblemError {
  override name = 'NotFoundError'
}

/** 429: more requests than one address may send. */
export class RateLimitedError extends ProblemError {
  override name = 'RateLimitedError'
}

const classes: Record<number, typeof ProblemError> = { 400: BadRequestError, 404: NotFoundError, 429: RateLimitedError }

/** The error of an answer. One without a Problem, such as that of a gateway, gets one that says only its status. */
export function problemOf(response: Response, body: string): ProblemError {
  const { status, statusText, headers } = response
  let problem = { type: 'about:blank', title: statusText || `Status ${status}`, status, detail: '', requestId: '' }
  if (headers.get('content-type')?.startsWith('application/problem+json')) {
    try {
      problem = { ...problem, ...JSON.parse(body) }
    } catch {
      // Cut off on its way: the status says enough.
    }
  }
  return new (classes[status] ?? ProblemError)(problem, response)
}
