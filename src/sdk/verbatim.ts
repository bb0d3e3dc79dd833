import { type Answer, answer } from './answer.ts'
import { archiveOf } from './archive.ts'
import { articlesOf } from './articles.ts'
import { type Client, openClient } from './client.ts'
import * as api from './generated/operations.ts'
import type { Call, Options } from './options.ts'
import { searched } from './searched.ts'

/**
 * A client of one service.
 *
 * ```ts
 * const verbatim = new Verbatim({ baseUrl: 'http://127.0.0.1:3000' })
 * for await (const quote of verbatim.articles.quotes(id, { speaker: 'anwar-ibrahim' })) console.log(quote.text)
 * ```
 */
export class Verbatim {
  /** The articles, and what each of them holds. */
  readonly articles: ReturnType<typeof articlesOf>
  /** What is said in all articles. */
  readonly quotes
  /** Who speaks in all articles. */
  readonly speakers
  /** Whom and what all articles name. */
  readonly entities
  /** What all articles hold together. */
  readonly archive: ReturnType<typeof archiveOf>
  readonly #client: Client

  constructor(options: Options) {
    this.#client = openClient(options)
    this.articles = articlesOf(this.#client)
    this.quotes = { search: searched(this.#client, api.searchQuotes) }
    this.speakers = { search: searched(this.#client, api.searchSpeakers) }
    this.entities = { search: searched(this.#client, api.searchEntities) }
    this.archive = archiveOf(this.#client)
  }

  /** Anything else that the service has, by its path: JSON as a value, all else as text. */
  get<T = unknown>(path: string, call?: Call): Answer<T> {
    return answer(this.#client, call, (via) => via.ask!<T>(path))
  }
}
