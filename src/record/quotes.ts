import type { Evidence, Party, QuoteSpeaker } from '#/schemas/quote.ts'
import type { ArticleRecord, EntityRecord, QuoteRecord } from '#/schemas/record.ts'
import type { Unknowns } from '#/schemas/unknown.ts'
import type { Words } from '#/schemas/words.ts'
import type { ExtractedQuote, Extraction, PartyMention } from '#/src/extract/extraction.ts'
import { contains, type Span, slice } from '#/src/text/spans.ts'
import { wordSpans } from '#/src/text/words.ts'
import { because, passage, rangeOf } from './facts.ts'
import { numbered, quoteId } from './ids.ts'

/** Quotes with ids, numbers, words, and the entities that they name. */
export function quoteRecords(
  text: string,
  { quotes }: Extraction,
  entities: readonly EntityRecord[],
  rights: QuoteRecord['rights'],
  extractor: string,
): ArticleRecord['quotes'] {
  const ids = idsOf(text, quotes)
  const party = ({ span, entity }: PartyMention): Party => ({
    ...passage(text, span),
    entityId: entity === null ? null : entities[entity]!.id,
  })
  let ordinal = 0
  return quotes.map((quote, index): QuoteRecord => {
    const speaker = speakerOf(text, quote, entities)
    const cue = quote.cue.start === null ? null : passage(text, quote.cue)
    return {
      id: ids[index]!,
      ordinal: quote.kind === 'indirect' ? null : ++ordinal,
      kind: quote.kind,
      ...passage(text, quote.span),
      segments: quote.segments.map(rangeOf),
      paragraph: quote.paragraph,
      words: wordsOf(text, quote),
      interpolations: quote.interpolations.map((span) => passage(text, span)),
      elisions: quote.elisions.map((span) => passage(text, span)),
      speaker,
      cue,
      addressee: quote.addressee && party(quote.addressee),
      via: quote.via.map(party),
      continues: quote.continues === null ? null : ids[quote.continues]!,
      attribution: {
        method: quote.method,
        confidence: quote.confidence,
        extractor,
        evidence: quote.evidence.map(
          (each): Evidence =>
            each.type === 'previous-quote'
              ? { type: each.type, quoteId: ids[each.quote]! }
              : { type: each.type, ...passage(text, each.span) },
        ),
        alternatives: quote.alternatives.map(({ mention, entity, confidence }) => ({
          entityId: entity === null ? null : entities[entity]!.id,
          name: entity === null ? null : entities[entity]!.name,
          mention: passage(text, mention),
          confidence,
        })),
      },
      rights,
      unknown: unknownOf(quote),
    }
  })
}

/** What is in marks in the body is numbered first: neither the headline nor a report of the same words takes its id. */
function idsOf(text: string, quotes: readonly ExtractedQuote[]): string[] {
  const later = ({ kind, paragraph }: ExtractedQuote): number => (kind === 'indirect' ? 2 : paragraph === 0 ? 1 : 0)
  const order = [...quotes.keys()].sort((a, b) => later(quotes[a]!) - later(quotes[b]!) || a - b)
  const ids: string[] = []
  numbered(order.map((at) => quoteId(withoutMarks(slice(text, quotes[at]!.span))))).forEach((id, i) => {
    ids[order[i]!] = id
  })
  return ids
}

function speakerOf(text: string, { speaker }: ExtractedQuote, entities: readonly EntityRecord[]): QuoteSpeaker | null {
  if (!speaker.mention) return null
  const entity = speaker.entity === null ? null : entities[speaker.entity]!
  const mention = passage(text, speaker.mention)
  const unnamed = !entity && speaker.reason === 'unnamed-speaker'
  return {
    entityId: entity?.id ?? null,
    name: entity?.name ?? null,
    description: unnamed ? mention.text : null,
    mention,
    role: speaker.role ? passage(text, speaker.role) : (entity?.role ?? entity?.title ?? null),
  }
}

function unknownOf({ speaker, cue }: ExtractedQuote): Unknowns {
  const unknown: Unknowns = {}
  if (!speaker.mention) unknown.speaker = because(speaker.reason)
  else if (speaker.entity === null) unknown['speaker.entityId'] = because(speaker.reason ?? 'unnamed-speaker')
  if (cue.start === null) unknown.cue = because(cue.reason)
  return unknown
}

/** The words in marks; those in an editor's brackets were not said. */
function wordsOf(text: string, { span, interpolations }: ExtractedQuote): Words {
  const all = [...wordSpans(text, span)]
  const interpolated = all.filter((word) => interpolations.some((note: Span) => contains(note, word))).length
  return { total: all.length, verbatim: all.length - interpolated, interpolated }
}

const withoutMarks = (quote: string): string =>
  quote.replace(/^(?:''|``|‘‘|[“”„‟«»「」『』"＂'‘])|(?:''|’’|[“”„‟«»「」『』"＂'’])$/gu, '')
