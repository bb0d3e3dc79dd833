import { unpack } from '../packed.ts'
import type { Ask } from './statements.ts'

/** The lines of an article (`../shown.ts`), by its place. Quotes of one article stand together: the last one is kept. */
export function shownFrom(ask: Ask): (article: number) => string[] {
  let last: { article: number; lines: string[] } | undefined
  return (article) => {
    if (last?.article !== article) {
      const [row] = ask<{ lines: Uint8Array }>('select lines from shown where article = :article', { article })
      last = { article, lines: unpack(row!.lines).split('\n') }
    }
    return last.lines
  }
}
