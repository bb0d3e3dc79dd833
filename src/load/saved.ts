import { hash } from 'node:crypto'
import type { Source } from '#/schemas/record.ts'
import type { Draft } from './draft.ts'

/** An article as somebody saved it. */
export type Saved = { path: string; bytes: Uint8Array }

/** One format: the saved bytes in, every article that they hold out; a `LoadError` when they hold none. */
export type Loader = (saved: Saved) => Draft[]

/** What a draft was made of. */
export const sourceOf = ({ path, bytes }: Saved, mediaType: string, charset: string): Source => ({
  path,
  mediaType,
  charset,
  sha256: hash('sha256', bytes),
})
