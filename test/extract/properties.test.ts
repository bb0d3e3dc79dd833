import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extract } from '#/src/extract/extract.ts'
import { openLexicon } from '#/src/lexicon.ts'
import type { Span } from '#/src/text/spans.ts'

/** Words that the rules and models look at, in no order that anybody would print. */
const words = (
  "“ ” \" ‘ ’ '' , . : ; — ? ! - ( ) [ ] … said told says according to asked accused of that who he she they we I it his the a " +
  'mayor union spokesman officials Mara Lind Mr. Ms. Tan Harbour Council Oslo Norway Norwegian on Monday May 3 2021 will was not ' +
  'reporters in an interview with and but after by statement called plan nobody “We “No yes” Lind’s @lind https://t.co ¶'
).split(' ')

const article = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...words) }, { weight: 1, arbitrary: fc.string() }), {
    maxLength: 120,
  })
  .map((tokens) => tokens.join(' ').replaceAll('¶', '\n\n'))

function read(text: string) {
  const blocks = [...text.matchAll(/[^\n]+/gu)].map(({ 0: line, index }, i) => ({
    kind: i === 0 ? 'title' : 'paragraph',
    span: { start: index, end: index + line.length },
  }))
  return {
    blocks,
    ...extract({ text, blocks, publishedAt: { value: null } } as Parameters<typeof extract>[0], openLexicon()),
  }
}

describe('whatever the words, in whatever order,', () => {
  it('every quotation lies in one paragraph, every span has words, and none of one kind overlap', () => {
    fc.assert(
      fc.property(article, (text) => {
        const { blocks, quotes, entities } = read(text)
        for (const { span, segments, speaker, cue, addressee, via } of quotes) {
          const parties = [addressee, ...via].flatMap((party) => (party ? [party.span] : []))
          const spans: Span[] = [...segments, ...parties, ...(speaker.mention ? [speaker.mention] : [])]
          if (cue.start !== null) spans.push(cue)
          for (const { start, end } of [span, ...spans]) expect(text.slice(start, end).trim()).not.toBe('')
          expect(blocks.some((block) => block.span.start <= span.start && span.end <= block.span.end)).toBe(true)
        }
        const marked = quotes.filter(({ kind }) => kind !== 'indirect').map(({ span }) => span)
        for (let i = 1; i < marked.length; i++) expect(marked[i]!.start).toBeGreaterThanOrEqual(marked[i - 1]!.end)
        for (const { mentions } of entities) {
          for (let i = 1; i < mentions.length; i++)
            expect(mentions[i]!.span.start).toBeGreaterThanOrEqual(mentions[i - 1]!.span.end)
        }
      }),
      { numRuns: 400 },
    )
  })
})
