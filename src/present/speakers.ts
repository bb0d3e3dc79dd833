import type { ArticleRecord, QuoteRecord } from '#/schemas/record.ts'
import type { Speaker, SpeakerBasis } from '#/schemas/speaker.ts'
import type { Words } from '#/schemas/words.ts'

const counted = ['direct', 'mixed'] as const

const isCounted = ({ kind }: QuoteRecord): boolean => counted.some((each) => each === kind)

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000)

/**
 * Who speaks, in the order of the article, and how much: the words of direct and mixed quotes. Who is only reported
 * has no words. Sources without a name stand in the basis. `base` is the path of the article, or of a version.
 */
export function presentSpeakers(record: ArticleRecord, base: string): { speakers: Speaker[]; basis: SpeakerBasis } {
  const { article, quotes } = record
  const said = quotes.filter((quote) => isCounted(quote) && quote.speaker !== null)
  const bodyWords = article.counts.words
  const quotedWords = said.reduce((sum, { words }) => sum + words.total, 0)
  const spoken = Map.groupBy(
    quotes.filter(({ speaker }) => speaker?.entityId),
    ({ speaker }) => speaker!.entityId!,
  )
  const speakers = [...spoken].map(([entityId, own]): Speaker => {
    const words = wordsOf(own.filter(isCounted))
    const id = encodeURIComponent(entityId)
    return {
      entityId,
      name: own[0]!.speaker!.name!,
      quotes: own.filter(isCounted).length,
      words,
      shareOfBody: share(words.total, bodyWords),
      shareOfQuoted: share(words.total, quotedWords),
      links: {
        self: `${base}/speakers/${id}`,
        entity: `${base}/entities/${id}`,
        quotes: `${base}/quotes?speaker=${id}`,
      },
    }
  })
  return {
    speakers,
    basis: { kinds: [...counted], bodyWords, quotedWords, ...without(quotes), wordRule: article.wordRule },
  }
}

function wordsOf(quotes: readonly QuoteRecord[]): Words {
  const sum = { total: 0, verbatim: 0, interpolated: 0 }
  for (const { words } of quotes) {
    sum.total += words.total
    sum.verbatim += words.verbatim
    sum.interpolated += words.interpolated
  }
  return sum
}

/** What is in marks and has no speaker, and who speaks without a name. */
function without(quotes: readonly QuoteRecord[]): Pick<SpeakerBasis, 'unattributed' | 'unnamed'> {
  const nobodys = quotes.filter(({ kind, speaker }) => kind !== 'indirect' && speaker === null)
  const unnamed = quotes.filter(
    (quote) => isCounted(quote) && quote.speaker !== null && quote.speaker.entityId === null,
  )
  const described = Map.groupBy(unnamed, ({ speaker }) => (speaker!.description ?? speaker!.mention.text).toLowerCase())
  return {
    unattributed: { quotes: nobodys.length, words: wordsOf(nobodys).total },
    unnamed: [...described.values()].map((own) => ({
      description: own[0]!.speaker!.description ?? own[0]!.speaker!.mention.text,
      quotes: own.length,
      words: wordsOf(own),
    })),
  }
}
