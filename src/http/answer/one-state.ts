import type { Store } from '#/src/store/store.ts'

/** While articles are written a page may take some tries: its items, counts and tag are of one state of the archive. */
const mostTries = 5

/** Reads until nothing was written meanwhile; the last try counts as it is, since whoever asks waits. */
export async function ofOneState<Answer>(
  store: Store,
  read: (generation: string, isOfOne: () => Promise<boolean>) => Promise<Answer | null>,
): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    const generation = await store.generation()
    const found = await read(generation, async () => tries === mostTries || (await store.generation()) === generation)
    if (found !== null) return found
  }
}
