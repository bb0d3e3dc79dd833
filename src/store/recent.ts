/** What was read last, up to a total size; the longest unread goes first. */
export function recentlyRead<T>(capacity: number) {
  const kept = new Map<string, { value: T; size: number }>()
  let size = 0

  return {
    get(key: string): T | undefined {
      const found = kept.get(key)
      if (!found) return undefined
      kept.delete(key)
      kept.set(key, found)
      return found.value
    },

    keep(key: string, value: T, itsSize: number) {
      if (kept.has(key)) return
      kept.set(key, { value, size: itsSize })
      size += itsSize
      for (const [oldest, { size: freed }] of kept) {
        if (size <= capacity) break
        kept.delete(oldest)
        size -= freed
      }
    },
  }
}
