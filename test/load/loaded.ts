import type { Draft } from '#/src/load/draft.ts'
import { load } from '#/src/load/load.ts'
import { LoadError } from '#/src/load/load-error.ts'
import { loadText } from '#/src/load/text/text.ts'

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The one article of a plain text. */
export function loaded(text: string): Draft {
  const [draft] = loadText({ path: 'a.txt', bytes: bytesOf(text) })
  return draft as Draft
}

/** `EMPTY`, or whatever code the loader gives; `loaded` when it takes it. */
export async function codeOf(bytes: Uint8Array): Promise<string> {
  try {
    for await (const outcome of load({ path: 'a.txt', bytes })) if (outcome instanceof LoadError) return outcome.code
    return 'loaded'
  } catch (error) {
    if (error instanceof LoadError) return error.code
    throw error
  }
}

/** The one article of a page. */
export async function onePage(html: string | Uint8Array): Promise<Draft> {
  for await (const draft of load({ path: 'page.html', bytes: Buffer.from(html) })) return draft as Draft
  throw new Error('no article')
}
