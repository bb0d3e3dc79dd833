/**
 * What follows a verb of speech: `say` takes the statement, `tell` takes whom it is said to, `call` takes whom it is
 * said of. The difference decides whether the name after the verb can be the speaker.
 */
export type CueKind = 'say' | 'tell' | 'call'

/** Verb forms in lower case; forms of several words are joined by spaces ("shot back"). */
export type Cues = { kinds: ReadonlyMap<string, ReadonlySet<CueKind>>; phrases: ReadonlySet<string> }

/** The form of data/lexicon/cues.json: base forms per kind, and the forms that the rules below do not make. */
export type CueFile = Record<CueKind, string> & { irregular: Record<string, string> }

export function readCues(file: CueFile): Cues {
  const kinds = new Map<string, Set<CueKind>>()
  const phrases = new Set<string>()
  for (const kind of ['say', 'tell', 'call'] as const) {
    for (const base of file[kind].split(' ')) {
      const forms = file.irregular[base]?.split(' ') ?? regularForms(base)
      for (const form of forms) {
        const words = form.replaceAll('-', ' ')
        if (words !== form) phrases.add(words.slice(0, words.indexOf(' ')))
        kinds.set(words, (kinds.get(words) ?? new Set()).add(kind))
      }
    }
  }
  return { kinds, phrases }
}

/** say → says, argue → argued, reply → replies, admit → (irregular: doubled consonants are listed). */
function regularForms(base: string): string[] {
  const stem = base.replace(/e$/u, '')
  if (/[^aeiou]y$/u.test(base)) return [base, `${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`]
  const s = /(?:s|sh|ch|x|z)$/u.test(base) ? `${base}es` : `${base}s`
  return [base, s, `${stem}ed`, `${/ee$/u.test(base) ? base : stem}ing`]
}
