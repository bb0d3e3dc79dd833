/** What an offset can count beside UTF-16 code units. */
export type Unit = 'codepoint' | 'utf8'

/** The offset of each UTF-16 unit of a text in another unit, and of its end. One pass. */
export function offsetsOf(text: string, unit: Unit): Uint32Array {
  const offsets = new Uint32Array(text.length + 1)
  let count = 0
  for (let i = 0; i < text.length; ) {
    const code = text.codePointAt(i)!
    const width = code > 0xffff ? 2 : 1
    offsets.fill(count, i, i + width)
    count += unit === 'codepoint' ? 1 : code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4
    i += width
  }
  offsets[text.length] = count
  return offsets
}
