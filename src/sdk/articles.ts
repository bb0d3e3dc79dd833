import { type Answer, answer } from './answer.ts'
import type { Via } from './ask.ts'
import type { Client } from './client.ts'
import type * as shapes from './generated/operations.schemas.ts'
import * as api from './generated/operations.ts'
import { type List, listOf, type PageOf } from './list.ts'
import type { Call } from './options.ts'
import { ofVersion } from './paths.ts'
import type { Of } from './query.ts'
import { searched } from './searched.ts'

/** What one article holds. The id of the article comes first, how the call is made comes last. */
export function articlesOf(client: Client) {
  const one = <T>(call: Call | undefined, version: string | undefined, operation: (via: Via) => Promise<T>) =>
    answer<T>(client, call, operation, ofVersion(version))

  const listed =
    <Params, Page extends PageOf<unknown>>(operation: (id: string, query?: Params, via?: Via) => Promise<Page>) =>
    (id: string, { version, ...query }: Of<Params> = {} as Of<Params>, call?: Call): List<Page> =>
      listOf(client, call, (place, via) => operation(id, { ...query, ...place } as Params, via), ofVersion(version))

  return {
    /** All articles, or those that a search finds. */
    list: searched(client, api.listArticles),

    /** The article as it is now, without its text. */
    get: (id: string, query: shapes.GetArticleParams = {}, call?: Call): Answer<shapes.Article> =>
      one(call, undefined, (via) => api.getArticle(id, query, via)),

    /** The text that all offsets index: `text.slice(range.start, range.end)`. */
    text: (id: string, { version }: Of = {}, call?: Call): Answer<string> =>
      one(call, version, (via) => api.getArticleText(id, via)),

    /** What is known about the article, and where each value comes from. */
    metadata: (
      id: string,
      { version, ...query }: Of<shapes.GetArticleMetadataParams> = {},
      call?: Call,
    ): Answer<shapes.Metadata> => one(call, version, (via) => api.getArticleMetadata(id, query, via)),

    /** The headline, paragraphs and notes that the text is made of. */
    blocks: listed(api.listBlocks),

    /** What is said and by whom. */
    quotes: listed(api.listQuotes),

    /** Who speaks, and how much. */
    speakers: listed(api.listSpeakers),

    /** The people, organisations, places and others that the article names. */
    entities: listed(api.listEntities),

    /** One quote. */
    quote: (
      id: string,
      quoteId: string,
      { version, ...query }: Of<shapes.GetQuoteParams> = {},
      call?: Call,
    ): Answer<shapes.Quote> =>
      one(call, version, (via) => api.getQuote(id, quoteId, query as shapes.GetQuoteParams, via)),

    /** A quote as a citation, in CSL-JSON. */
    citation: (id: string, quoteId: string, { version }: Of = {}, call?: Call): Answer<shapes.CslItem> =>
      one(call, version, (via) => api.getQuoteCsl(id, quoteId, via)),

    /** One who speaks. */
    speaker: (id: string, entityId: string, { version }: Of = {}, call?: Call): Answer<shapes.Speaker> =>
      one(call, version, (via) => api.getSpeaker(id, entityId, via)),

    /** One of the people, organisations, places and others. */
    entity: (
      id: string,
      entityId: string,
      { version, ...query }: Of<shapes.GetEntityParams> = {},
      call?: Call,
    ): Answer<shapes.Entity> => one(call, version, (via) => api.getEntity(id, entityId, query, via)),

    /** The article as it was and is, the newest first. */
    versions: (id: string, call?: Call): Answer<shapes.VersionList> =>
      one(call, undefined, (via) => api.listVersions(id, via)),

    /** One version: what made it, and when. Its words never change. */
    version: (id: string, version: string, call?: Call): Answer<shapes.Version> =>
      one(call, undefined, (via) => api.getVersion(id, version, via)),

    /** How the quotes of a version differ from those of the one before, or of the one named by `since`. */
    changes: (
      id: string,
      version: string,
      query: shapes.ListVersionChangesParams = {},
      call?: Call,
    ): Answer<shapes.QuoteChangeList> => one(call, undefined, (via) => api.listVersionChanges(id, version, query, via)),
  }
}
