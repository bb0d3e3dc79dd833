import { z } from 'zod'
import { ArticleRecord } from '#/schemas/record.ts'
import { extract, extractor } from './extract/extract.ts'
import { openLexicon } from './lexicon.ts'
import { loadApart } from './load/apart.ts'
import { readAll } from './load/files.ts'
import { LoadError } from './load/load-error.ts'
import { assemble } from './record/record.ts'
import type { Store, Stored } from './store/store.ts'

/** An input that gave no article, and why. */
export type Rejected = { source: { path: string }; error: { code: string; detail: string } }

export const isRejected = <Taken>(outcome: Taken | Rejected): outcome is Rejected =>
  typeof outcome === 'object' && outcome !== null && 'error' in outcome

/** Every article of the files that the paths name, each as soon as it is ready. Nothing is dropped in silence. */
export async function* readArticles(
  paths: Iterable<string>,
  format?: string,
): AsyncGenerator<ArticleRecord | Rejected> {
  const lexicon = openLexicon()
  for await (const file of readAll(paths)) {
    try {
      if ('error' in file) throw file.error
      for await (const draft of loadApart(file, format)) {
        if (draft instanceof LoadError) yield { source: { path: file.path }, error: reasonOf(draft) }
        else yield assemble(draft, extract(draft, lexicon), extractor)
      }
    } catch (error) {
      yield { source: { path: file.path }, error: reasonOf(error) }
    }
  }
}

/** Stores every article of the files that the paths name. The rejected ones do not keep the others out. */
export async function* ingest(store: Store, paths: Iterable<string>): AsyncGenerator<Stored | Rejected> {
  for await (const outcome of readArticles(paths)) {
    const checked = isRejected(outcome) ? outcome : valid(outcome)
    yield isRejected(checked) ? checked : await store.put(checked)
  }
}

/** What does not fit its schema is never stored, so answers made of what is stored need no more checks. */
function valid(record: ArticleRecord): ArticleRecord | Rejected {
  const { success, data, error } = ArticleRecord.safeParse(record)
  return success ? data : { source: record.source, error: { code: 'INTERNAL', detail: z.prettifyError(error) } }
}

/** Anything but a fault of the input is a fault of ours: it costs this article, and no other. */
const reasonOf = (error: unknown): Rejected['error'] =>
  error instanceof LoadError
    ? { code: error.code, detail: error.detail }
    : { code: 'INTERNAL', detail: error instanceof Error ? error.message : String(error) }
