import type { Trees } from '#/src/models/trees.ts'

/** What tells a reported statement from other words near a verb of speech, and who says it from others in the sentence. */
export type StatementModel = { readonly detector: Trees; readonly speaker: Trees }
