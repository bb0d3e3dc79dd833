export type { Answer } from './answer.ts'
export {
  BadRequestError,
  NetworkError,
  NotFoundError,
  ProblemError,
  RateLimitedError,
  TimeoutError,
  VerbatimError,
} from './errors.ts'
export type * from './generated/operations.schemas.ts'
export type { Cache, Kept } from './kept.ts'
export type { List } from './list.ts'
export type { Call, Hooks, Options } from './options.ts'
export type { Retry } from './retry.ts'
export { Verbatim } from './verbatim.ts'
