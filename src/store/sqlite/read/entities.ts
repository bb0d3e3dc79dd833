import type { Term } from '../../../text/search.ts'
import { isLinked, meantBy } from '../../identity.ts'
import type { EntityHit, Filter, Found, Query, SpeakerHit } from '../../store.ts'
import { inTime } from './deadline.ts'
import { type Order, pageOf, type Rows, totalOf } from './pages.ts'
import { matching, selected } from './selection.ts'
import type { Ask, Params } from './statements.ts'

type Row = { number: number; entity: string; type: string; name: string; articles: number }

/** Entities across articles. */
export function listEntities(
  ask: Ask,
  { filter, sort, after, limit }: Query<'entities'>,
  isCounted: boolean,
): Found<EntityHit> {
  const selection = named(filter, filter.entity)
  const from = `entity own${selection.join}`
  const columns = 'own.key as entity, own.type, own.name, own.articles, own.mentions, own.said'
  const order: Order =
    sort === 'name'
      ? { keys: ['own.name_order', 'own.key'], falls: false }
      : { keys: ['own.articles', 'own.key'], falls: true }
  const page = pageOf<Row & Pick<EntityHit, 'mentions' | 'said'>>(ask, { ...selection, from }, columns, order, {
    after,
    limit,
  })
  return foundOf(ask, { ...selection, from }, page, after, isCounted, ({ mentions, said, ...row }) => ({
    ...identified(row),
    mentions,
    said,
  }))
}

type Spoken = Row & { quotes: number; words: number; verbatim: number }

const ofArchive = 'own.spoken as articles, own.quotes, own.words, own.verbatim'
const ofSelection = 'sum.articles, sum.quotes, sum.words, sum.verbatim'

/**
 * Who speaks. Over the whole archive the sums are kept; of some articles or kinds of quotes they are made of the quotes
 * that are selected.
 */
export function listSpeakers(
  ask: Ask,
  { filter, sort, after, limit }: Query<'speakers'>,
  isCounted: boolean,
): Found<SpeakerHit> {
  const { publisher, language, from, to, kind } = filter
  const isWhole = !publisher && !language && !kind && from === undefined && to === undefined
  const names = named(filter, filter.speaker)
  const quotes = selected('quotes', { publisher, language, kind, from, to }, true)
  const selection = isWhole
    ? { from: `entity own${names.join}`, where: `own.said > 0 and ${names.where}`, params: names.params }
    : {
        from: `${sums(quotes)} sum join entity own on own.number = sum.number${names.join}`,
        where: names.where,
        params: { ...quotes.params, ...names.params },
      }
  const words = isWhole ? 'own.words' : 'sum.words'
  const order: Order =
    sort === 'name' ? { keys: ['own.name_order', 'own.key'], falls: false } : { keys: [words, 'own.key'], falls: true }
  const columns = `own.key as entity, own.type, own.name, ${isWhole ? ofArchive : ofSelection}`
  const page = pageOf<Spoken>(ask, selection, columns, order, { after, limit })
  return foundOf(ask, selection, page, after, isCounted, ({ quotes, words, verbatim, ...row }) => ({
    ...identified(row),
    quotes,
    words: { total: words, verbatim, interpolated: words - verbatim },
  }))
}

const sums = ({ from, where }: { from: string; where: string }): string => `(
  select own.speaker as number, count(distinct own.article) as articles, count(*) filter (where ${isCounted}) as quotes,
    coalesce(sum(own.words) filter (where ${isCounted}), 0) as words,
    coalesce(sum(own.verbatim) filter (where ${isCounted}), 0) as verbatim
  from ${from} where ${where} and own.speaker is not null group by own.speaker)`
const isCounted = `own.kind in ('direct', 'mixed')`

/** What selects entities by themselves: words of their names, types, ids and whole names. */
function named({ terms = [], type }: Filter, called: readonly string[] | undefined) {
  const params: Params = {}
  const where = [inTime('own.number')]
  if (terms.length > 0) {
    where.push('entity_words match :named')
    params.named = matching('name', terms as readonly Term[]).join(' AND ')
  }
  if (type) {
    where.push('own.type in (select value from json_each(:types))')
    params.types = JSON.stringify(type)
  }
  if (called) {
    where.push(
      '(own.key in (select value from json_each(:called)) or own.name_order in (select value from json_each(:called)))',
    )
    params.called = JSON.stringify(called.flatMap(meantBy))
  }
  return {
    join: terms.length > 0 ? ' join entity_words on entity_words.rowid = own.number' : '',
    where: where.join(' and '),
    params,
  }
}

const identified = ({ entity, type, name, articles }: Row) => ({
  key: entity,
  type,
  name,
  isLinked: isLinked(entity),
  articles,
})

function foundOf<R extends Row, Hit>(
  ask: Ask,
  selection: { from: string; where: string; params: Params },
  { rows, more }: Rows<R>,
  after: unknown,
  isCounted: boolean,
  hit: (row: R) => Hit,
): Found<Hit> {
  return {
    items: rows.map(hit),
    total: !isCounted ? null : after === null && !more ? rows.length : totalOf(ask, selection),
    next: more ? rows.at(-1)!.key : null,
  }
}
