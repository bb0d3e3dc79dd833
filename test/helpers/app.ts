import { readFileSync } from 'node:fs'
import type { ArticleRecord } from '#/schemas/record.ts'
import type { Options, Services } from '#/src/app.ts'
import { extract, extractor } from '#/src/extract/extract.ts'
import { openLexicon } from '#/src/lexicon.ts'
import { withShortBlocks } from '#/src/load/long-blocks.ts'
import { loadText } from '#/src/load/text/text.ts'
import { assemble } from '#/src/record/record.ts'
import { type Opened, openService } from './service.ts'

/** The article that the service ships, and its path. */
export const articleFile = new URL('../../data/articles/benarnews-anwar-qatar.txt', import.meta.url)
export const id = 'malaysian-pm-anwar-meets-hamas-leaders-in-qatar-amid-us-concerns'
export const version = '432a4fde1cba'
export const A = `/v1/articles/${id}`

/** What the service makes of a text. */
export function recordOfText(text: string, path = 'text.txt'): ArticleRecord {
  const [loaded] = loadText({ path, bytes: Buffer.from(text) })
  const draft = withShortBlocks(loaded!)
  return assemble(draft, extract(draft, openLexicon()), extractor)
}

/** An article with everything that makes offsets differ: emoji, accents, both kinds of marks, two speakers. */
export const emojiText = [
  'Harbour 🚢 strike enters its second week',
  'By Ida Møller',
  'Dockers in Ystad 🇸🇪 walked out again on Monday, and Mara Lind says they will not be back before the spring comes.',
  '“We will not wait for ever 🙂,” Mara Lind, who leads the union, said on Monday. “Nobody will make us move.”',
  '“=SUM(1)” is all that the café’s board shows. The company offered [talks] and "a bold but very late plan," according to Bo Olsen.',
].join('\n\n')

export const shipped = recordOfText(readFileSync(articleFile, 'utf8'), 'benarnews-anwar-qatar.txt')
export const withEmoji = recordOfText(emojiText, 'harbour.txt')

/** The service in memory with some articles, the shipped one unless told otherwise. `await using app = await openApp()`. */
export const openApp = (
  records: readonly ArticleRecord[] = [shipped],
  options?: Options,
  services?: Partial<Services>,
): Promise<Opened> => openService(records, options, services)
