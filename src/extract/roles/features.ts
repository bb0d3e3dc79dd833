import { mix } from '#/src/models/hashing.ts'
import { form, type RoleColumns } from './columns.ts'

/** Up to 3 exactly, then in steps: how far is said the more roughly the farther it is. */
const near = (distance: number): number =>
  distance <= 3 ? distance : distance <= 6 ? 4 : distance <= 12 ? 5 : distance <= 25 ? 6 : 7

/** From where words say something by themselves. */
export const roleOffsets = [-3, -2, -1, 0, 1, 2, 3]

/** Writes what the word in a row says to the row that it stands `offset` from; returns how many. */
export function roleWordFeatures(columns: RoleColumns, row: number, offset: number, out: Int32Array): number {
  const w = columns.word[row]!
  const c = columns.coarse[row]!
  const how = columns.form[row]! * 8 + columns.name[row]!
  let n = 0
  if (offset === 0) {
    out[n++] = mix(1, 1)
    out[n++] = mix(w, 2)
    out[n++] = mix(columns.gram[row]!, 15)
    out[n++] = mix(columns.suffix3[row]!, 26)
    out[n++] = mix(columns.suffix2[row]!, 29)
    out[n++] = mix(c, 30)
    out[n++] = mix(columns.fine[row]!, 38)
    out[n++] = mix(how, 41)
    out[n++] = mix(columns.cue[row]!, 46)
    if (columns.form[row] === form.quotation) out[n++] = mix(columns.suffix2[row]!, 90)
  } else if (offset === -1 || offset === 1) {
    const after = offset > 0 ? 1 : 0
    out[n++] = mix(w, 3 + after)
    out[n++] = mix(columns.gram[row]!, 16 + after)
    out[n++] = mix(columns.suffix3[row]!, 27 + after)
    out[n++] = mix(c, 31 + after)
    out[n++] = mix(columns.fine[row]!, 39 + after)
    out[n++] = mix(how, 42 + after)
    out[n++] = mix(columns.cue[row]!, 47 + after)
  } else if (offset === -2 || offset === 2) {
    const after = offset > 0 ? 1 : 0
    out[n++] = mix(w, 5 + after)
    out[n++] = mix(c, 33 + after)
  } else out[n++] = mix(w, offset > 0 ? 8 : 7)
  return n
}

/** Writes the features of one row that are of more than one word; returns how many. */
export function roleContextFeatures(columns: RoleColumns, row: number, out: Int32Array): number {
  const { word, coarse, gram, cue, name } = columns
  const [w2, w1, w, v1, v2] = [word[row - 2]!, word[row - 1]!, word[row]!, word[row + 1]!, word[row + 2]!]
  const [g2, g1, g, h1, h2] = [gram[row - 2]!, gram[row - 1]!, gram[row]!, gram[row + 1]!, gram[row + 2]!]
  const [c1, c, d1] = [coarse[row - 1]!, coarse[row]!, coarse[row + 1]!]
  const how = columns.form[row]! * 8 + name[row]!
  let n = 0
  out[n++] = mix(mix(w1, w), 9)
  out[n++] = mix(mix(w, v1), 10)
  out[n++] = mix(mix(w2, w1), 11)
  out[n++] = mix(mix(v1, v2), 12)
  out[n++] = mix(mix(w1, v1), 13)
  out[n++] = mix(mix(w1, mix(w, v1)), 14)
  out[n++] = mix(mix(g1, g), 18)
  out[n++] = mix(mix(g, h1), 19)
  out[n++] = mix(mix(g2, mix(g1, g)), 20)
  out[n++] = mix(mix(g1, mix(g, h1)), 21)
  out[n++] = mix(mix(g, mix(h1, h2)), 22)
  out[n++] = mix(mix(g2, g1), 23)
  out[n++] = mix(mix(h1, h2), 24)
  out[n++] = mix(mix(mix(g2, g1), mix(h1, h2)), 25)
  out[n++] = mix(mix(c1, c), 35)
  out[n++] = mix(mix(c, d1), 36)
  out[n++] = mix(mix(c1, mix(c, d1)), 37)
  out[n++] = mix(mix(how, columns.form[row - 1]! * 8 + name[row - 1]!), 44)
  out[n++] = mix(mix(how, columns.form[row + 1]! * 8 + name[row + 1]!), 45)
  const q = cue[row]!
  const [q1, r1] = [cue[row - 1]!, cue[row + 1]!]
  out[n++] = mix(q1 * 256 + q * 16 + r1, 49)
  out[n++] = mix(cue[row - 2]! * 16 + cue[row + 2]!, 50)
  out[n++] = mix(mix(q, g1), 51)
  out[n++] = mix(mix(q, h1), 52)
  out[n++] = mix(mix(q1, g), 53)
  out[n++] = mix(mix(r1, g), 54)
  return sentenceFeatures(columns, row, out, n)
}

/** What a row knows of its sentence: where the nearest cue is, and what stands between. */
function sentenceFeatures(columns: RoleColumns, row: number, out: Int32Array, from: number): number {
  const { word, gram, commas, cue } = columns
  const first = columns.first[row]!
  const last = columns.last[row]!
  const g = gram[row]!
  let n = from
  const before = columns.cueBefore[row]!
  const after = columns.cueAfter[row]!
  const quoteBefore = columns.quoteBefore[row]!
  const quoteAfter = columns.quoteAfter[row]!
  const that = columns.thatBefore[row]!
  const beforeWord = before < 0 ? 0 : word[before]!
  const afterWord = after < 0 ? 0 : word[after]!
  const betweenBefore =
    before < 0
      ? 63
      : Math.min(3, commas[row]! - commas[before]!) + (quoteBefore > before ? 4 : 0) + (that > before ? 8 : 0)
  const betweenAfter =
    after < 0 ? 63 : Math.min(3, commas[after]! - commas[row]!) + (quoteAfter >= 0 && quoteAfter < after ? 4 : 0)
  const farBefore = before < 0 ? 9 : near(row - before)
  const farAfter = after < 0 ? 9 : near(after - row)
  out[n++] = mix(beforeWord, 60)
  out[n++] = mix(afterWord, 61)
  out[n++] = mix(mix(beforeWord, farBefore), 62)
  out[n++] = mix(mix(afterWord, farAfter), 63)
  out[n++] = mix(farBefore * 64 + betweenBefore, 64)
  out[n++] = mix(farAfter * 64 + betweenAfter, 65)
  out[n++] = mix(mix(farBefore * 64 + betweenBefore, farAfter * 64 + betweenAfter), 66)
  out[n++] = mix(mix(beforeWord, betweenBefore), 67)
  out[n++] = mix(mix(afterWord, betweenAfter), 68)
  out[n++] = mix(mix(beforeWord, g), 69)
  out[n++] = mix(mix(afterWord, g), 70)
  out[n++] = mix((before < 0 ? 0 : cue[before]!) * 16 + (after < 0 ? 0 : cue[after]!), 71)
  out[n++] = mix(mix(betweenBefore, g), 72)
  out[n++] = mix(mix(betweenAfter, g), 73)
  out[n++] = mix(before < 0 ? 0 : mix(word[before + 1]!, farBefore), 74)
  out[n++] = mix(after < 0 ? 0 : mix(word[after - 1]!, farAfter), 75)
  out[n++] = mix(before < 0 ? 0 : mix(word[before - 1]!, beforeWord), 76)
  out[n++] = mix(after < 0 ? 0 : mix(word[after + 1]!, afterWord), 77)
  const farQuotes = (quoteBefore < 0 ? 9 : near(row - quoteBefore)) * 16 + (quoteAfter < 0 ? 9 : near(quoteAfter - row))
  out[n++] = mix(farQuotes, 78)
  out[n++] = mix(mix(farQuotes, g), 79)
  out[n++] = mix(near(row - first) * 8 + near(last - 1 - row), 80)
  out[n++] = mix(word[first]!, 81)
  out[n++] = mix(word[last - 1]!, 82)
  out[n++] = mix(mix(gram[first]!, gram[first + 1]!), 83)
  const flags =
    columns.neighbours[row]! * 4 + (before < 0 && after < 0 ? 0 : 1) + (quoteBefore < 0 && quoteAfter < 0 ? 0 : 2)
  out[n++] = mix(flags, 84)
  out[n++] = mix(mix(flags, g), 85)
  if (that >= 0) {
    out[n++] = mix(near(row - that), 86)
    out[n++] = mix(word[that - 1]!, 87)
  }
  if (columns.form[row] === form.quotation) {
    out[n++] = mix(mix(columns.suffix2[row]!, flags), 91)
    out[n++] = mix(mix(columns.suffix2[row]!, gram[row + 1]!), 92)
    out[n++] = mix(mix(columns.suffix3[row]!, gram[row - 1]!), 93)
  }
  return n
}
