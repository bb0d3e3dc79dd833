import { hash } from 'node:crypto'
import type { Source, Warning } from '#/schemas/record.ts'
import type { Draft } from './draft.ts'
import type { LoadError } from './load-error.ts'

/** An article as somebody saved it. */
export type Saved = { path: string; bytes: Uint8Array }

/**
 * One format: the saved bytes in, every article that they hold out, each as soon as it is read; in place of one that
 * cannot be loaded the reason. Throws a `LoadError` when nothing can. A loader that can pass articles over without reading
 * them does so with the first `from`.
 */
export type Loader = (saved: Saved, from: number) => Iterable<Loaded> | AsyncIterable<Loaded>
export type Loaded = Draft | LoadError

/** What a draft was made of. */
export const sourceOf = (
  { path, bytes }: Saved,
  mediaType: string,
  charset: string,
  warnings: Warning[] = [],
): Source => ({ path, mediaType, charset, sha256: hash('sha256', bytes), warnings })
