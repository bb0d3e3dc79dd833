import type { Client } from './client.ts'
import type * as shapes from './generated/operations.schemas.ts'
import * as api from './generated/operations.ts'
import { type List, listOf } from './list.ts'
import type { Call } from './options.ts'
import type { Query } from './query.ts'

/** What all articles hold: the newest version of each is searched. */
export function archiveOf(client: Client) {
  return {
    /** What is said in all articles, the newest first; each quote names its article. */
    quotes: (query: Query<shapes.SearchQuotesParams> = {}, call?: Call): List<shapes.ArchiveQuoteList> =>
      listOf(client, call, (place, via) => api.searchQuotes({ ...query, ...place } as shapes.SearchQuotesParams, via)),

    /** Who speaks in all articles, and how much. */
    speakers: (query: Query<shapes.SearchSpeakersParams> = {}, call?: Call): List<shapes.ArchiveSpeakerList> =>
      listOf(client, call, (place, via) =>
        api.searchSpeakers({ ...query, ...place } as shapes.SearchSpeakersParams, via),
      ),

    /** The people, organisations, places and others that articles name. */
    entities: (query: Query<shapes.SearchEntitiesParams> = {}, call?: Call): List<shapes.ArchiveEntityList> =>
      listOf(client, call, (place, via) =>
        api.searchEntities({ ...query, ...place } as shapes.SearchEntitiesParams, via),
      ),
  }
}
