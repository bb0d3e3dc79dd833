import type { Via } from './ask.ts'
import type { Client } from './client.ts'
import { type List, listOf, type PageOf } from './list.ts'
import type { Call } from './options.ts'
import type { Query } from './query.ts'

/** A search across articles. */
export const searched =
  <Params, Page extends PageOf<unknown>>(
    client: Client,
    operation: (query?: Params, via?: Via) => Promise<Page>,
  ): ((query?: Query<Params>, call?: Call) => List<Page>) =>
  (query, call) =>
    listOf(client, call, (place, via) => operation({ ...query, ...place } as Params, via))
