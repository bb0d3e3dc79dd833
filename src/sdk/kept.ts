/** An answer as it came, with its tag. */
export type Kept = { etag: string; type: string; body: string }

/** Where answers are kept. A `Map` is one that forgets nothing. */
export type Cache = {
  get(key: string): Kept | undefined | Promise<Kept | undefined>
  set(key: string, kept: Kept): unknown
}

/** Keeps the answers that were asked for last. */
export function recent(most: number): Cache {
  const all = new Map<string, Kept>()
  const set = (key: string, kept: Kept): void => {
    all.delete(key)
    all.set(key, kept)
    if (all.size > most) all.delete(all.keys().next().value!)
  }
  const get = (key: string): Kept | undefined => {
    const kept = all.get(key)
    if (kept) set(key, kept)
    return kept
  }
  return { get, set }
}
