import { pipeline, Readable } from 'node:stream'
import { constants, createGunzip } from 'node:zlib'
import { LoadError } from './load-error.ts'

export type Bytes = Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/** Takes a stream apart, from its beginning to its end; unpacks it where it is packed. Holds no more than is asked for. */
export function streamOf(pieces: Bytes, file: string) {
  const source = unpacked(pieces, file)
  let held: Buffer = Buffer.alloc(0)
  let place = 0

  async function more(): Promise<boolean> {
    const { value, done } = await source.next()
    if (!done) held = held.length === 0 ? value : Buffer.concat([held, value])
    return !done
  }

  function drop(length: number): Buffer {
    const taken = held.subarray(0, length)
    held = held.subarray(length)
    place += taken.length
    return taken
  }

  return {
    /** How many bytes have been taken. */
    place: () => place,

    /** Goes on to a mark, and says whether there is one. */
    async find(mark: string): Promise<boolean> {
      for (;;) {
        const at = held.indexOf(mark)
        drop(at >= 0 ? at : Math.max(0, held.length - mark.length + 1))
        if (at >= 0) return true
        if (!(await more())) return false
      }
    },

    /** All before a mark, which is passed over; null when it does not come soon enough. */
    async until(mark: string, most: number): Promise<Buffer | null> {
      for (;;) {
        const at = held.indexOf(mark)
        if (at > most || (at < 0 && held.length > most)) return null
        if (at >= 0) {
          const taken = drop(at)
          drop(mark.length)
          return taken
        }
        if (!(await more())) return null
      }
    },

    /** The next bytes; fewer where the stream ends. */
    async take(length: number): Promise<Buffer> {
      const taken = [drop(length)]
      for (let missing = length - taken[0]!.length; missing > 0 && (await more()); missing -= taken.at(-1)!.length)
        taken.push(drop(missing))
      return taken.length === 1 ? taken[0]! : Buffer.concat(taken)
    },

    /** Passes bytes over; gives how many there were. */
    async skip(length: number): Promise<number> {
      let passed = drop(length).length
      while (passed < length && (await more())) passed += drop(length - passed).length
      return passed
    },
  }
}

/** A packed stream may break off: what was written before that is whole. */
async function* unpacked(pieces: Bytes, file: string): AsyncGenerator<Buffer> {
  const source = asBuffers(pieces)
  const first = await source.next()
  if (first.done) return
  if (first.value[0] !== 0x1f) {
    yield first.value
    yield* source
    return
  }
  const unpacking = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH })
  // What fails in it is thrown where it is read.
  pipeline(Readable.from(resumed(first.value, source)), unpacking, () => {})
  try {
    yield* unpacking as AsyncIterable<Buffer>
  } catch (error) {
    const isPacked = error instanceof Error && 'code' in error && /^Z_/u.test(String(error.code))
    throw isPacked ? new LoadError('ILL_FORMED', 'Its compressed data is damaged.', file) : error
  }
}

async function* asBuffers(pieces: Bytes): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
}

async function* resumed(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first
  yield* rest
}
