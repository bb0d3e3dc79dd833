import { bestLabels } from '#/src/models/best-labels.ts'
import { marginals } from '#/src/models/marginals.ts'
import { type Rows, scoreRows } from '#/src/models/word-scores.ts'
import type { SpeechParagraph } from '../paragraph/paragraph.ts'
import { gap, type RoleColumns, roleColumns } from './columns.ts'
import { roleContextFeatures, roleOffsets, roleWordFeatures } from './features.ts'
import type { RoleModel } from './model.ts'
import { beginOf, insideOf, outside, roleChain, roleLabels } from './roles.ts'

/** The roles of a paragraph, item by item of its skeleton. */
export type Roles = {
  /** The probability of each label, `roleLabels` an item. */
  readonly sure: Float32Array
  /** The likeliest labels when `outside` is held back by `bias`. */
  readonly labelsAt: (bias: number) => Uint8Array
  readonly columns: RoleColumns
}

/** How likely it is that an item has a role. */
export const roleShare = ({ sure }: Roles, item: number, role: number): number =>
  sure[item * roleLabels + beginOf(role)]! + sure[item * roleLabels + insideOf(role)]!

/** A paragraph without marks and without a word that is ever a cue holds no speech: it is not read. */
export const mayHoldSpeech = ({ cue }: RoleColumns, { quotes }: SpeechParagraph): boolean =>
  quotes.length > 0 || cue.some((often) => often > 0)

/** Columns as the chain reads them. */
export const rowsOf = (columns: RoleColumns): Rows => ({
  word: columns.word,
  kind: columns.kind,
  offsets: roleOffsets,
  ofWord: (row, offset, out) => roleWordFeatures(columns, row, offset, out),
  around: (row, out) => roleContextFeatures(columns, row, out),
})

/** Who speaks, the verbs and what is said in one paragraph; null where there is no sign of speech. */
export function readRoles(
  text: string,
  paragraph: SpeechParagraph,
  { known, weights, words }: RoleModel,
): Roles | null {
  const columns = roleColumns(text, paragraph, known)
  if (!mayHoldSpeech(columns, paragraph)) return null
  const rows = paragraph.items.length
  const scores = new Float32Array(rows * roleLabels)
  scoreRows(weights, words, rowsOf(columns), [gap, gap + rows], scores, 0)
  return {
    columns,
    sure: marginals(roleChain, scores, rows, weights.transitions),
    labelsAt: (bias) => {
      const held = scores.slice()
      for (let i = 0; i < rows; i++) held[i * roleLabels + outside]! -= bias
      return bestLabels(roleChain, held, rows, weights.transitions)
    },
  }
}
