import type { DatabaseSync } from 'node:sqlite'
import type { ArticleRecord } from '#/schemas/record.ts'
import { contextOf } from '../../text/context.ts'
import { nameKey, searchWords } from '../../text/search.ts'
import { factsOf } from '../facts.ts'
import { identityOf } from '../identity.ts'
import { searchedBlocks } from '../searched.ts'
import { fullest, type Tally, talliesOf } from '../tally.ts'
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
  const named = entities(db)

  return {
    add(record: ArticleRecord, { place }: Placed) {
      const numbers = named.add(talliesOf(record))
      const { article, entities, quotes, text } = record
      const facts = factsOf(record)
      const known = new Map(entities.map((entity) => [entity.id, entity]))
      articleWords.run(BigInt(place), words(article.title ?? ''), words(bodyOf(record)), facts.article.join(' '))
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
        quoteWords.run(own, words(each.text), words(spoken), facts.quotes[at]!.join(' '))
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

const words = (text: string): string => [...searchWords(text)].map(({ word }) => word).join(' ')

const bodyOf = ({ blocks, text }: ArticleRecord): string =>
  searchedBlocks(blocks)
    .filter(({ kind }) => kind !== 'title')
    .map(({ range }) => text.slice(range.start, range.end))
    .join('\n')

/** The rows of entities, and what each article adds to them. */
function entities(db: DatabaseSync) {
  const known = db.prepare('select number, name from entity where key = ?')
  const insert = writing(
    db,
    `insert into entity (key, type, name, name_order, articles, mentions, spoken, said, quotes, words, verbatim)
     values (?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0)`,
  )
  const count = writing(
    db,
    `update entity set articles = articles + :one, mentions = mentions + :mentions, spoken = spoken + :spoken,
       said = said + :said,
       quotes = quotes + :quotes, words = words + :words, verbatim = verbatim + :verbatim where key = :key`,
  )
  const rename = writing(db, 'update entity set name = ?, name_order = ? where number = ?')
  const empty = db.prepare('delete from entity where key = ? and articles = 0 returning number')
  const insertWords = writing(db, 'insert into entity_words (rowid, name) values (?, ?)')
  const deleteWords = writing(db, 'delete from entity_words where rowid = ?')

  return {
    /** The number of each, by its key. */
    add(tallies: readonly Tally[]): Map<string, number> {
      return new Map(
        tallies.map((tally) => {
          const number = numberOf(tally)
          count.run(counts(tally, 1))
          return [tally.key, number]
        }),
      )
    },

    remove(tallies: readonly Tally[]) {
      for (const tally of tallies) {
        count.run(counts(tally, -1))
        const gone = empty.get(tally.key)
        if (gone) deleteWords.run(BigInt(gone.number as number))
      }
    },
  }

  function numberOf({ key, type, name }: Tally): number {
    const before = known.get(key) as { number: number; name: string } | undefined
    if (!before) {
      const number = Number(insert.run(key, type, name, nameKey(name)).lastInsertRowid)
      insertWords.run(BigInt(number), words(name))
      return number
    }
    const { number } = before
    if (fullest([before.name, name]) !== before.name) {
      rename.run(name, nameKey(name), number)
      deleteWords.run(BigInt(number))
      insertWords.run(BigInt(number), words(name))
    }
    return number
  }
}

const counts = ({ key, mentions, said, quotes, words: spoken, verbatim }: Tally, one: 1 | -1) => ({
  key,
  one,
  mentions: one * mentions,
  spoken: said > 0 ? one : 0,
  said: one * said,
  quotes: one * quotes,
  words: one * spoken,
  verbatim: one * verbatim,
})
