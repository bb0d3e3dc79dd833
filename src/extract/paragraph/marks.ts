/**
 * The marks that print uses around words that are somebody's.
 *
 * `opens` and `closes` say what a mark can be by its form alone; straight marks and doubled apostrophes can be both, and
 * their neighbours decide.
 */
export type Mark = { length: 1 | 2; opens: boolean; closes: boolean }

const mark = (opens: boolean, closes: boolean, length: 1 | 2 = 1): Mark => ({ length, opens, closes })

const doubles: Readonly<Record<string, Mark>> = {
  '“': mark(true, true), // opens in English, closes after „ in German; the neighbours tell
  '”': mark(false, true),
  '„': mark(true, false),
  '‟': mark(true, false),
  '«': mark(true, true),
  '»': mark(true, true),
  '「': mark(true, false),
  '」': mark(false, true),
  '『': mark(true, false),
  '』': mark(false, true),
  '"': mark(true, true),
  '＂': mark(true, true),
}

const doubled: Readonly<Record<string, Mark>> = {
  "''": mark(true, true, 2),
  '’’': mark(false, true, 2),
  '‘‘': mark(true, false, 2),
  '``': mark(true, false, 2),
}

/** The double mark that begins at an offset: “ " '' … */
export function doubleMarkAt(text: string, at: number): Mark | undefined {
  const character = text.charAt(at)
  return doubles[character] ?? (text.charAt(at + 1) === character ? doubled[character + character] : undefined)
}

const space = /\s/u
const opener = /[\s([{<—–―:;,/'‘"“-]/u
const wordly = /[\p{L}\p{N}]/u

/** Whether the neighbours of a mark let it open: “ at a word's start, as in `said: "No`, and not `6' 2"`. */
export const canOpen = (before: string, after: string): boolean =>
  after !== '' &&
  !space.test(after) &&
  (before === '' || opener.test(before) || !(wordly.test(before) || /[.,!?…)]/u.test(before)))

/** Whether the neighbours let it close: `No." ` or `No"—`, and not ` "No`. */
export const canClose = (before: string, after: string): boolean =>
  before !== '' && !space.test(before) && !/[([{]/u.test(before) && !(/[—–]/u.test(before) && wordly.test(after))

/** Whether an apostrophe may close a single quotation: `plan’,` but not `don’t`. */
export const apostropheCanClose = (before: string, after: string): boolean =>
  before !== '' && !space.test(before) && !wordly.test(after)
