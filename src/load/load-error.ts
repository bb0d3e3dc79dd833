/** What becomes of an input that is not loaded: passed over, refused for what it holds, or not read at all. */
export type Outcome = 'skipped' | 'rejected' | 'failed'

/** Every reason why an input is not loaded, and what becomes of it. An open list: each format adds its own. */
export const loadFaults = {
  EMPTY: 'rejected',
  TOO_LARGE: 'rejected',
  TOO_DEEP: 'rejected',
  TOO_COSTLY: 'rejected',
  XML_DTD: 'rejected',
  XML_SYNTAX: 'rejected',
  JSON_SYNTAX: 'rejected',
  SCHEMA: 'rejected',
  UNKNOWN_FORMAT: 'rejected',
  NO_ARTICLE: 'rejected',
  ENCODING: 'rejected',
  CONTROL_CHARS: 'rejected',
  ILL_FORMED: 'rejected',
  UNSUPPORTED_FORMAT: 'rejected',
  NOT_TEXT: 'skipped',
  NOT_REGULAR: 'skipped',
  SYMLINK: 'skipped',
  UNSTABLE: 'failed',
  EACCES: 'failed',
  ENOENT: 'failed',
  ENAMETOOLONG: 'failed',
  EMFILE: 'failed',
  EIO: 'failed',
} as const satisfies Record<string, Outcome>
export type LoadCode = keyof typeof loadFaults

/** One input that could not be loaded; the others still are. `detail` is a sentence for who saved it. */
export class LoadError extends Error {
  override readonly name = 'LoadError'
  readonly code: LoadCode
  readonly detail: string
  readonly file: string

  constructor(code: LoadCode, detail: string, file: string) {
    super(`${file}: ${detail}`)
    this.code = code
    this.detail = detail
    this.file = file
  }

  get outcome(): Outcome {
    return loadFaults[this.code]
  }
}
