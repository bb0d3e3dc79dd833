import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ArticleRecord } from '#/schemas/record.ts'
import { extract, extractor } from '#/src/extract/extract.ts'
import { openLexicon } from '#/src/lexicon.ts'
import { load } from '#/src/load/load.ts'
import { assemble } from '#/src/record/record.ts'

const folder = import.meta.dirname

/** Every folder here with a `source.*`. */
const slugs = (): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)

export const expectedAt = (slug: string): string => join(folder, slug, 'expected.json')

export const expectedOf = <Told>(slug: string): Told => JSON.parse(readFileSync(expectedAt(slug), 'utf8')) as Told

/** Told by a reader, without numbers (`reading.ts`). */
const isReading = (slug: string): boolean => existsSync(expectedAt(slug)) && 'says' in expectedOf<object>(slug)

export const readingSlugs = (): string[] => slugs().filter(isReading)

/** Held to the character (`drawn.ts`). */
export const goldenSlugs = (): string[] => slugs().filter((slug) => !isReading(slug))

/** What the service makes of the source of a folder. */
export async function readGolden(slug: string): Promise<ArticleRecord> {
  const name = readdirSync(join(folder, slug)).find((file) => file.startsWith('source.'))!
  for await (const draft of load({ path: name, bytes: readFileSync(join(folder, slug, name)) })) {
    if (draft instanceof Error) throw draft
    return assemble(draft, extract(draft, openLexicon()), extractor)
  }
  throw new Error(`${slug} holds no article`)
}
