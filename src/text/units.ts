/** What an offset can count. JavaScript counts UTF-16 code units, and so do we until somebody asks for another unit. */
export type Unit = 'utf16' | OtherUnit
type OtherUnit = 'codepoint' | 'utf8'

/** The offset of each UTF-16 unit of a text in another unit, and of its end. One pass. */
export function offsetsOf(text: string, unit: OtherUnit): Uint32Array {
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

/** A value with every range in it counted in another unit. */
export const inUnit = <T>(value: T, unit: Unit, text: string): T => countedIn(unit, text)(value)

/** The same for many values of one text. */
export function countedIn(unit: Unit, text: string): <T>(value: T) => T {
  if (unit === 'utf16') return (value) => value
  const offsets = offsetsOf(text, unit)
  const convert = (here: unknown): unknown => {
    if (Array.isArray(here)) return here.map(convert)
    if (typeof here !== 'object' || here === null) return here
    if (isRange(here)) return { start: offsets[here.start], end: offsets[here.end], unit }
    return Object.fromEntries(Object.entries(here).map(([name, member]) => [name, convert(member)]))
  }
  return <T>(value: T) => convert(value) as T
}

const isRange = (value: object): value is { start: number; end: number; unit: string } =>
  'start' in value && 'end' in value && 'unit' in value && value.unit === 'utf16'
