import type { Span } from '../text/spans.ts'
import type { SpeechModel } from './attribution/model.ts'
import type { GivenNames } from './coreference/gender.ts'
import type { Gazetteer } from './entities/links.ts'
import type { Cues } from './paragraph/cues.ts'
import type { RoleModel } from './roles/model.ts'
import type { StatementModel } from './statements/model.ts'
import type { TaggedName } from './tagger/tag.ts'

/** What the extractor knows before it reads: opened once, passed as an argument, so that extraction stays pure. */
export type Lexicon = {
  /** Verbs of speech. */
  cues: Cues
  /** What was learned about who speaks. */
  speech: SpeechModel
  /** Names that tell a woman from a man. */
  given: GivenNames
  /** Places and known names, for links. */
  gazetteer: Gazetteer
  /** What tells who speaks, the verb of speech and what is said. */
  roles: RoleModel
  /** What tells reported statements and who says them. */
  statements: StatementModel
  /** The names in stretches of a text, with their types; in order, never overlapping. */
  findNames: (text: string, stretches: readonly Span[]) => TaggedName[]
}
