import type { DatabaseSync } from 'node:sqlite'
import type { ArticleRecord } from '#/schemas/record.ts'
import { contextOf } from '../../../text/context.ts'
import { nameKey } from '../../../text/search.ts'
import { factsOf } from '../../facts.ts'
import { identityOf } from '../../identity.ts'
import { searchedBlocks } from '../../searched.ts'
import { talliesOf } from '../../tally.ts'
import { entities as entityRows } from './entities.ts'
import { writing } from './transaction.ts'

/** Where an article stands: its place, and how many places its quotes take from there on. */
export type Placed = { place: number; quotes: number }

/** Keeps what spans articles in step with the newest record of each. Works inside of a transaction of its caller. */
export function across(db: DatabaseSync) {
  const quote = writing(
    db,
    'insert into quote (place, article, id, kind, speaker, words, verbatim, confidence) values (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const wording = writing(db, 'insert into wording (place, item) values (?, ?)')
  const quoteWords = writing(db, 'insert into quote_words (rowid, said, speaker, facts) values (?, ?, ?, ?)')
  const articleWords = writing(db, 'insert into article_words (rowid, title, body, facts) values (?, ?, ?, ?)')
  const without = ['quote where place', 'wording where place', 'quote_words where rowid'].map((rows) =>
    writing(db, `delete from ${rows} between ? and ?`),
  )
  const withoutArticle = writing(db, 'delete from article_words where rowid = ?')
  const grow = writing(db, 'update archive set articles = articles + ?, quotes = quotes + ?')
  const named = entityRows(db)

  return {
    add(record: ArticleRecord, { place }: Placed) {
      const numbers = named.add(talliesOf(record))
      const { article, entities, quotes, text } = record
      const facts = factsOf(record)
      const known = new Map(entities.map((entity) => [entity.id, entity]))
      articleWords.run(BigInt(place), nameKey(article.title ?? ''), nameKey(bodyOf(record)), facts.article.join(' '))
      for (const [at, each] of quotes.entries()) {
        const speaker = known.get(each.speaker?.entityId ?? '')
        // The last quote comes first, so that the newest article's quotes are read in their order.
        const own = BigInt(place + quotes.length - 1 - at)
        const number = speaker ? numbers.get(identityOf(speaker))! : null
        quote.run(
          own,
          BigInt(place),
          each.id,
          each.kind,
          number,
          each.words.total,
          each.words.verbatim,
          each.attribution.confidence ?? 0,
        )
        wording.run(own, JSON.stringify({ ...each, context: contextOf(text, each.range) }))
        const spoken = `${each.speaker?.name ?? ''} ${each.speaker?.mention.text ?? ''}`
        quoteWords.run(own, nameKey(each.text), nameKey(spoken), facts.quotes[at]!.join(' '))
      }
      grow.run(1, quotes.length)
    },

    remove(record: ArticleRecord, { place, quotes }: Placed) {
      for (const rows of without) rows.run(BigInt(place), BigInt(place + quotes - 1))
      withoutArticle.run(BigInt(place))
      named.remove(talliesOf(record))
      grow.run(-1, -quotes)
    },
  }
}

const bodyOf = ({ blocks, text }: ArticleRecord): string =>
  searchedBlocks(blocks)
    .filter(({ kind }) => kind !== 'title')
    .map(({ range }) => text.slice(range.start, range.end))
    .join('\n')
