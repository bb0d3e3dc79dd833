import type { DatabaseSync } from 'node:sqlite'
import { nameKey } from '../../../text/search.ts'
import { type Call, shownAs, type Tally } from '../../tally.ts'
import { writing } from './transaction.ts'

/** The rows of entities across articles, and what each article adds to them. Inside of a transaction of its caller. */
export function entities(db: DatabaseSync) {
  const known = db.prepare('select number from entity where key = ?')
  const insert = writing(
    db,
    `insert into entity (key, type, name, name_order, articles, mentions, spoken, said, quotes, words, verbatim)
     values (?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0)`,
  )
  const count = writing(
    db,
    `update entity set articles = articles + :one, mentions = mentions + :mentions, spoken = spoken + :spoken,
       said = said + :said,
       quotes = quotes + :quotes, words = words + :words, verbatim = verbatim + :verbatim where number = :number`,
  )
  const remove = writing(db, 'delete from entity where number = ?')
  const insertWords = writing(db, 'insert into entity_words (rowid, name) values (?, ?)')
  const deleteWords = writing(db, 'delete from entity_words where rowid = ?')
  const called = writing(
    db,
    `insert into called (entity, type, name, articles) values (:number, :type, :name, :one)
     on conflict do update set articles = articles + :one`,
  )
  const uncalled = writing(db, 'delete from called where entity = ? and articles = 0')
  const calls = db.prepare('select type, name, articles from called where entity = ?')
  const shown = db.prepare('select type, name from entity where number = ?')
  const show = writing(db, 'update entity set type = ?, name = ?, name_order = ? where number = ?')

  return {
    /** The number of each, by its key. */
    add(tallies: readonly Tally[]): Map<string, number> {
      return new Map(
        tallies.map((tally) => {
          const number = numberOf(tally) ?? inserted(tally)
          count.run(counts(tally, number, 1))
          call(tally, number, 1)
          settle(number)
          return [tally.key, number]
        }),
      )
    },

    remove(tallies: readonly Tally[]) {
      for (const tally of tallies) {
        const number = numberOf(tally)!
        count.run(counts(tally, number, -1))
        call(tally, number, -1)
        uncalled.run(number)
        settle(number)
      }
    },

    /** What an article calls entities that are counted already, and are not shown by it yet. */
    name(tallies: readonly Tally[]) {
      for (const tally of tallies) call(tally, numberOf(tally)!, 1)
    },

    settle,
  }

  function numberOf({ key }: Tally): number | undefined {
    return known.get(key)?.number as number | undefined
  }

  function inserted({ key, type, name }: Tally): number {
    const number = Number(insert.run(key, type, name, nameKey(name)).lastInsertRowid)
    insertWords.run(BigInt(number), nameKey(name))
    return number
  }

  function call({ type, name }: Tally, number: number, one: 1 | -1) {
    called.run({ number, type, name, one })
  }

  /** Shows an entity as those articles call it that are there now, whatever came before; without any it is gone. */
  function settle(number: number) {
    const now = shownAs(calls.all(number) as Call[])
    const before = shown.get(number) as Pick<Call, 'type' | 'name'>
    if (now?.name === before.name && now.type === before.type) return
    if (now?.name !== before.name) deleteWords.run(BigInt(number))
    if (!now) return void remove.run(number)
    show.run(now.type, now.name, nameKey(now.name), number)
    if (now.name !== before.name) insertWords.run(BigInt(number), nameKey(now.name))
  }
}

const counts = ({ mentions, said, quotes, words, verbatim }: Tally, number: number, one: 1 | -1) => ({
  number,
  one,
  mentions: one * mentions,
  spoken: said > 0 ? one : 0,
  said: one * said,
  quotes: one * quotes,
  words: one * words,
  verbatim: one * verbatim,
})
