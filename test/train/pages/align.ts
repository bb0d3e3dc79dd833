/** Words as the benchmark counts them. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? []

/**
 * Of each block, how many of its words the gold text holds, when both are laid side by side in order: the alignment that
 * matches most words, a word beside a matched word counting twice, so that stray “the”s of a menu match nothing.
 */
export function matched(blocks: readonly (readonly string[])[], gold: readonly string[]): number[] {
  const ids = new Map<string, number>()
  const id = (word: string): number => {
    const known = ids.get(word) ?? ids.size
    ids.set(word, known)
    return known
  }
  const right = Int32Array.from(gold, id)
  const left = Int32Array.from(blocks.flat(), (word) => ids.get(word) ?? -1)
  const width = right.length + 1
  if (left.length * width > 6e8) return blocks.map(() => 0)
  // 1: this pair matched; 2: came from above (the left word is skipped); 4: the match before it matched too.
  const trace = new Uint8Array((left.length + 1) * width)
  let best = new Int32Array(width)
  let ending = new Int32Array(width).fill(-1e9)
  for (let i = 1; i <= left.length; i++) {
    const nextBest = new Int32Array(width)
    const nextEnding = new Int32Array(width).fill(-1e9)
    const word = left[i - 1]!
    for (let j = 1; j < width; j++) {
      let mark = 0
      let value = nextBest[j - 1]!
      if (best[j]! > value) {
        value = best[j]!
        mark = 2
      }
      if (word === right[j - 1]) {
        const alone = best[j - 1]! + 1
        const run = ending[j - 1]! + 2
        const score = Math.max(run, alone)
        nextEnding[j] = score
        if (run >= alone) mark |= 4
        if (score >= value) {
          value = score
          mark |= 1
        }
      }
      nextBest[j] = value
      trace[i * width + j] = mark
    }
    best = nextBest
    ending = nextEnding
  }
  const hit = new Uint8Array(left.length)
  let [i, j, forced] = [left.length, right.length, false]
  while (i > 0 && j > 0) {
    const mark = trace[i * width + j]!
    if (forced || mark & 1) {
      hit[i - 1] = 1
      forced = (mark & 4) !== 0
      i--
      j--
    } else if (mark & 2) i--
    else j--
  }
  let next = 0
  return blocks.map((block) => block.reduce((sum) => sum + hit[next++]!, 0))
}

export type Score = { shared: number; gold: number; said: number; same: boolean }

/** Runs of four words that two texts share, as the benchmark counts them. */
export function shingles(gold: readonly string[], said: readonly string[]): Score {
  const [g, s] = [runs(gold), runs(said)]
  let shared = 0
  for (const [run, n] of s) shared += Math.min(n, g.get(run) ?? 0)
  const size = (list: readonly string[]): number => (list.length ? Math.max(1, list.length - 3) : 0)
  return { shared, gold: size(gold), said: size(said), same: gold.join(' ') === said.join(' ') }
}

function runs(list: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  if (!list.length) return counts
  for (let i = 0; i < Math.max(1, list.length - 3); i++) {
    const run = list.slice(i, i + 4).join(' ')
    counts.set(run, (counts.get(run) ?? 0) + 1)
  }
  return counts
}

export const f1 = ({ shared, gold, said }: Score): number => (gold + said ? (2 * shared) / (gold + said) : 1)

/**
 * Which blocks are the gold body: those most of whose words it holds. Short blocks that are in doubt are then turned
 * over one by one as long as the whole comes closer to gold.
 */
export function labelsOf(texts: readonly string[], body: string): Uint8Array {
  const gold = wordsOf(body)
  const blocks = texts.map(wordsOf)
  const hits = matched(blocks, gold)
  const labels = Uint8Array.from(blocks, (words, at) => (words.length && hits[at]! > words.length / 2 ? 1 : 0))
  const value = (): number => {
    const score = shingles(
      gold,
      blocks.flatMap((words, at) => (labels[at] ? words : [])),
    )
    return f1(score) + (score.same ? 1 : 0)
  }
  let best = value()
  const first = labels.indexOf(1)
  const last = labels.lastIndexOf(1)
  for (let round = 0; round < 2; round++) {
    for (const [at, words] of blocks.entries()) {
      const share = words.length ? hits[at]! / words.length : 0
      const doubtful =
        words.length > 0 && at >= first - 3 && at <= last + 3 && (words.length <= 8 || (share > 0.2 && share < 0.9))
      if (!doubtful) continue
      labels[at] = 1 - labels[at]!
      const now = value()
      if (now > best) best = now
      else labels[at] = 1 - labels[at]!
    }
  }
  return labels
}
