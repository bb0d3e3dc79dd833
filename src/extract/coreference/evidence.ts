import type { Reference } from './references.ts'

/** One whom a pronoun may mean. A stranger, who is only described, has a number below 0. */
export type Candidate = {
  id: number
  /** Log-odds of a woman against a man. */
  gender: number
  last: Reference
  /** The most that it does in the sentence of its last mention, and whether it comes first there. */
  place: Reference['place']
  isFirst: boolean
  /** A stranger with “the”: perhaps somebody named, after all. */
  isDefinite: boolean
  mentions: number
}

/** What has been read so far. */
export type Scene = {
  /** Who spoke last. */
  speaker: { id: number; paragraph: number } | null
  /** Whom the last pronoun of each gender meant. */
  chain: { 1: number | null; [-1]: number | null }
}

/** What speaks for a candidate or against, each from 0 to about 3. */
export type Evidence = {
  /** How far back the last mention is. */
  sameSentence: number
  sentencesBack: number
  paragraphsBack: number
  /** What the last mention did. */
  speaks: number
  first: number
  owns: number
  wasPronoun: number
  /** A person who was named for the first time just now, and speaks or comes first. */
  fresh: number
  /** Named last, before in the paragraph of the pronoun, and what that sentence is about. */
  opens: number
  /** “‹…›,” Lind said. ¶ “…,” ‹he› [replied]: somebody else. */
  repliedTo: number
  /** Whom the last pronoun of this gender meant; who spoke last, and near, where the pronoun speaks too. */
  chain: number
  lastSpeaker: number
  speaksOn: number
  mentions: number
  /** Above 0 where the gender fits. */
  gender: number
  /** Only described: with “a”, or with “the”. */
  stranger: number
  described: number
  /** Named in the words that the pronoun says. */
  quoted: number
  /** “Lind told ‹him›” is not Lind. */
  itself: number
  /** Named only after the pronoun, in its sentence. */
  comesAfter: number
  /** Has roles, but not that of the description. */
  otherRole: number
}

/** A pronoun, or a description that stands for somebody as a pronoun does. */
type Pronoun = Reference & { form: 'pronoun' | 'nominal' }

/** `isNearest`: nobody was mentioned after the candidate. */
export function evidenceOf(
  pronoun: Pronoun,
  { id, gender, last, place, isFirst, isDefinite, mentions }: Candidate,
  scene: Scene,
  quoted: ReadonlySet<number>,
  isNearest: boolean,
): Evidence {
  const back = pronoun.sentence - last.sentence
  const leads = place === 'speaks' || place === 'first'
  const isSpeaker = scene.speaker?.id === id
  return {
    sameSentence: Number(back === 0),
    sentencesBack: Math.log2(1 + back),
    paragraphsBack: Math.min(3, pronoun.paragraph - last.paragraph),
    speaks: Number(place === 'speaks'),
    first: Number(place !== 'speaks' && isFirst),
    owns: Number(place === 'owns'),
    wasPronoun: Number(last.form === 'pronoun'),
    fresh: Number(mentions === 1 && back <= 1 && leads),
    opens: Number(isNearest && last.form === 'name' && pronoun.paragraph === last.paragraph && back > 0 && leads),
    repliedTo: Number(isSpeaker && pronoun.replies && pronoun.paragraph === scene.speaker!.paragraph + 1),
    chain: Number(pronoun.gender !== 0 && scene.chain[pronoun.gender] === id),
    lastSpeaker: Number(isSpeaker),
    speaksOn: Number(isSpeaker && pronoun.place === 'speaks' && pronoun.paragraph - scene.speaker!.paragraph <= 1),
    mentions: Math.log(1 + mentions),
    gender: Math.max(-4, Math.min(3, gender * pronoun.gender)),
    stranger: Number(id < 0 && !isDefinite),
    described: Number(isDefinite),
    quoted: Number(quoted.has(id)),
    itself: Number(isNearest && pronoun.form === 'pronoun' && pronoun.isObject && back === 0 && leads),
    comesAfter: 0,
    otherRole: 0,
  }
}

/** Of a person who is named only later in the sentence: “After ‹he› left, Bo Olsen said …”. */
export const comesAfter = (pronoun: Pronoun, gender: number): Evidence => ({
  ...nothing,
  sameSentence: 1,
  gender: Math.max(-4, Math.min(3, gender * pronoun.gender)),
  comesAfter: 1,
})

const nothing: Evidence = {
  ...{ sameSentence: 0, sentencesBack: 0, paragraphsBack: 0, speaks: 0, first: 0, owns: 0, wasPronoun: 0, fresh: 0 },
  ...{ chain: 0, lastSpeaker: 0, speaksOn: 0, mentions: 0, gender: 0, stranger: 0, described: 0, quoted: 0, itself: 0 },
  ...{ comesAfter: 0, otherRole: 0, opens: 0, repliedTo: 0 },
}
