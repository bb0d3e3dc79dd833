import { bestLabels, marginals } from '#/src/models/chain.ts'
import { writeScores } from '#/src/models/weights.ts'
import type { SpeechParagraph } from '../attribution/attribute.ts'
import { gap, type RoleColumns, roleColumns } from './columns.ts'
import { mostRoleFeatures, roleFeatures } from './features.ts'
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

/** Who speaks, the verbs and what is said in one paragraph; null where there is no sign of speech. */
export function readRoles(text: string, paragraph: SpeechParagraph, { known, weights }: RoleModel): Roles | null {
  const columns = roleColumns(text, paragraph, known)
  if (!mayHoldSpeech(columns, paragraph)) return null
  const rows = paragraph.items.length
  const scores = new Float32Array(rows * roleLabels)
  const out = new Int32Array(mostRoleFeatures)
  for (let i = 0; i < rows; i++)
    writeScores(weights, out, roleFeatures(columns, i + gap, out), scores, i * roleLabels, roleLabels)
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
