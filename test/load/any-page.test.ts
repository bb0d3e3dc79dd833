import fc from 'fast-check'
import { afterEach, expect, it, vi } from 'vitest'
import { load } from '#/src/load/load.ts'
import { LoadError } from '#/src/load/load-error.ts'

/** What pages are made of, and what they are not. */
const pieces = [
  '<p>',
  '</p>',
  '<div class="byline">',
  '</div>',
  '<h1>',
  '</h1>',
  '<a rel="author" href="/author/x">',
  '</a>',
  '<figure><img src="//a.example/b.jpg" alt="x"><figcaption>',
  '</figcaption></figure>',
  '<script type="application/ld+json">',
  '</script>',
  '{"@type":"NewsArticle","headline":"Harbour","author":{"name":["Ana Cruz"]},"image":[null]}',
  '{"@graph":[{"@id":"#a","author":{"@id":"#a"}}]}',
  '<meta property="og:title" content="Harbour">',
  '<meta name="author" content="Ana Cruz, dpa">',
  '<meta itemprop="datePublished" content="2024-02-30">',
  '<time datetime="2024-05-15T09:30">',
  '<table><tr><td>',
  '<br>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '</',
  '<a:b"c=d>',
  '&nbsp;',
  '&#0;',
  '&#xD800;',
  'By Ana Cruz and Bo Li, Reuters',
  'Photo: Ana Cruz',
  '15 May 2024 | Ana Cruz',
  'The harbour of Port Ella is open again, and ferries leave at noon, she said. ',
  '© 2024 Harbour News',
  '🙂',
  '\ue000\ue001',
  '\0',
]
const page = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'binary', maxLength: 6 })), {
    maxLength: 50,
  })
  .map((parts) => `<!doctype html>${parts.join('')}`)

afterEach(() => void vi.restoreAllMocks())

it('of any page comes an article or a reason, well-formed, with all places inside its text, and nothing is printed', async () => {
  const print = vi.spyOn(console, 'log')
  await fc.assert(
    fc.asyncProperty(page, async (html) => {
      for await (const each of answers(html)) {
        if (each instanceof LoadError) continue
        const { source: _, text, blocks, ...facts } = each
        expect(text.isWellFormed() && !text.includes('\0')).toBe(true)
        // JSON writes half of a pair as an escape.
        expect(JSON.stringify(facts)).not.toMatch(/\\ud[89a-f]/i)
        for (const fact of Object.values(facts)) {
          const at = 'at' in fact ? fact.at : null
          if (at) expect(text.slice(at.start, at.end).trim()).not.toBe('')
        }
        let end = 0
        for (const { span } of blocks) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          end = span.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }
    }),
    { numRuns: 300 },
  )
  expect(print).not.toHaveBeenCalled()
})

async function* answers(html: string) {
  try {
    yield* load({ path: 'a.html', bytes: Buffer.from(html) })
  } catch (error) {
    if (!(error instanceof LoadError)) throw error
    yield error
  }
}
