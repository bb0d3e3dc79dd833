import { type Answer, answer } from './answer.ts'
import type { Via } from './ask.ts'
import type { Client } from './client.ts'
import type { Call } from './options.ts'
import { asCsv } from './paths.ts'

export type PageOf<Item> = { items: Item[]; next: string | null }

/** A list: its items one after the other, over all pages; or its pages. Nothing is asked for before that. */
export type List<Page extends PageOf<unknown>> = AsyncIterable<Page['items'][number]> & {
  /** One page, the first or that of a cursor, with the total and what else stands beside the items. */
  page(cursor?: string): Answer<Page>
  /** Page by page, to the end. */
  pages(): AsyncIterable<Page>
  /** All items of all pages. */
  toArray(): Promise<Page['items']>
  /** As CSV, of `limit` rows at most: one page, or all of a list over articles that has no limit. `fields` are the columns that are wanted: `'id,speaker.name,text'`. */
  csv(fields?: string): Answer<string>
}

/** A list that is read page by page. */
export function listOf<Page extends PageOf<unknown>>(
  client: Client,
  call: Call | undefined,
  operation: (place: { cursor?: string }, via: Via) => Promise<Page>,
  at = (path: string): string => path,
): List<Page> {
  type Item = Page['items'][number]
  const page = (cursor?: string): Answer<Page> =>
    answer(client, call, (via) => operation(cursor ? { cursor } : {}, via), at)
  async function* pages(): AsyncGenerator<Page> {
    let read = await page()
    yield read
    while (read.next !== null) {
      read = await page(read.next)
      yield read
    }
  }
  async function* items(): AsyncGenerator<Item> {
    for await (const { items } of pages()) yield* items as Awaited<Item>[]
  }
  return {
    page,
    pages,
    [Symbol.asyncIterator]: items,
    toArray: async () => {
      const all: Item[] = []
      for await (const item of items()) all.push(item)
      return all
    },
    csv: (fields) =>
      answer(
        client,
        call,
        (via) => operation({}, via),
        (path) => asCsv(at(path), fields),
      ),
  }
}
