/** In milliseconds: whoever takes a piece of some 60 kB no sooner has a kilobyte a second at most. */
const patience = 60_000

/**
 * Gives pieces on, and calls `end` once one is not taken in time: an export holds a place that others wait for, and the
 * archive as it was when it began.
 */
export async function* takenInTime<Piece>(
  pieces: AsyncIterable<Piece>,
  end: () => void,
  within: number = patience,
): AsyncGenerator<Piece> {
  for await (const piece of pieces) {
    const timer = setTimeout(end, within)
    try {
      yield piece
    } finally {
      clearTimeout(timer)
    }
  }
}
