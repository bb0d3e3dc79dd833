import type { QuoteChange } from '#/schemas/change.ts'
import type { Quote } from '#/schemas/quote.ts'
import type { ArticleRecord, QuoteRecord } from '#/schemas/record.ts'
import { searchWords } from '#/src/text/search.ts'
import { countedIn, type Unit } from '#/src/text/units.ts'
import { versionPath } from './paths.ts'
import { placeIn, presentQuote } from './quote.ts'

const pathOf = ({ article: { id, version } }: ArticleRecord): string => versionPath(id, version)

/** As much of the longer quote must stand in the other, in words, for it to be the same one in other words. */
const alike = 0.6
/** More pairs are not compared: then what was reworded is shown as removed and added. */
const mostPairs = 100_000

/**
 * How the quotes of a version differ from those of an older one: in the order of the newer text, then those that are
 * gone. Quotes are the same when their ids are, which come from their words. The offsets of each are those of its text.
 */
export function presentChanges(
  older: ArticleRecord | null,
  newer: ArticleRecord,
  unit: Unit = 'utf16',
): { items: QuoteChange[]; same: number } {
  const before = new Map((older?.quotes ?? []).map((quote) => [quote.id, quote]))
  const now = new Set(newer.quotes.map(({ id }) => id))
  const gone = [...before.values()].filter(({ id }) => !now.has(id))
  const reworded = pairs(
    gone,
    newer.quotes.filter(({ id }) => !before.has(id)),
  )
  const shownBefore = older ? shownIn(older, unit) : () => null
  const shownAfter = shownIn(newer, unit)

  const kept = newer.quotes.flatMap((quote): QuoteChange[] => {
    const old = before.get(quote.id) ?? reworded.get(quote)
    const fields = old ? fieldsThatDiffer(old, quote) : []
    if (old && fields.length === 0) return []
    const change = !old ? 'added' : old.id === quote.id ? 'changed' : 'reworded'
    return [{ change, fields, before: old ? shownBefore(old) : null, after: shownAfter(quote) }]
  })
  const paired = new Set(reworded.values())
  const removed = gone.filter((quote) => !paired.has(quote))
  return {
    items: [
      ...kept,
      ...removed.map(
        (quote): QuoteChange => ({ change: 'removed', fields: [], before: shownBefore(quote), after: null }),
      ),
    ],
    same: newer.quotes.length - kept.length,
  }
}

function shownIn(record: ArticleRecord, unit: Unit): (quote: QuoteRecord) => Quote {
  const [place, counted] = [placeIn(record, pathOf(record)), countedIn(unit, record.text)]
  return (quote) => counted(presentQuote(place, quote, []))
}

const compared: Readonly<Record<string, (quote: QuoteRecord) => string | null | undefined>> = {
  text: ({ id }) => id.replace(/-\d+$/u, ''),
  kind: ({ kind }) => kind,
  speaker: ({ speaker }) => speaker && (speaker.entityId ?? speaker.description ?? speaker.mention.text),
  cue: ({ cue }) => cue?.text,
  addressee: ({ addressee }) => addressee?.text,
}

const fieldsThatDiffer = (a: QuoteRecord, b: QuoteRecord): string[] =>
  Object.keys(compared).filter((field) => (compared[field]!(a) ?? null) !== (compared[field]!(b) ?? null))

/** Which of the old quotes each new one says in other words; each old one is taken once, the likest first. */
function pairs(old: readonly QuoteRecord[], added: readonly QuoteRecord[]): Map<QuoteRecord, QuoteRecord> {
  const found = new Map<QuoteRecord, QuoteRecord>()
  if (old.length * added.length > mostPairs) return found
  const words = new Map([...old, ...added].map((quote) => [quote, wordsOf(quote)]))
  const likely = old
    .flatMap((a) => added.map((b) => ({ a, b, share: shared(words.get(a)!, words.get(b)!) })))
    .filter(({ share }) => share >= alike)
    .sort((x, y) => y.share - x.share)
  const taken = new Set<QuoteRecord>()
  for (const { a, b } of likely) {
    if (taken.has(a) || found.has(b)) continue
    taken.add(a)
    found.set(b, a)
  }
  return found
}

function wordsOf({ text }: QuoteRecord): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { word } of searchWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** How many words two quotes have in common, by those of the longer one. */
function shared(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0)
  return common / Math.max(1, total(a), total(b))
}

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0)
