import { type Span, slice } from '#/src/text/spans.ts'
import type { SpeechParagraph } from '../paragraph/paragraph.ts'
import type { Cluster } from './cluster.ts'
import type { GivenNames } from './gender.ts'
import { gendersOf } from './genders.ts'
import { headsOf, type PlacedName, placedNames } from './heads.ts'
import { resolveReferences } from './pronouns.ts'
import { referencesOf } from './references.ts'
import { statedRoles } from './stated-roles.ts'

/** A pronoun or a description outside of quotations, and who it is: null where nobody named is meant, or who is not sure. */
export type Resolved = {
  span: Span
  form: 'pronoun' | 'nominal'
  entity: number | null
  /** How likely `entity` is, by the weights of its rules; and who else it may be. */
  share: number
  rival: number | null
}

/** What phrases are resolved with: the entities, their names in order, and what else stands for them, each by its start. */
export type Cast = {
  clusters: readonly Cluster[]
  names: readonly PlacedName[]
  pronouns: ReadonlyMap<number, Resolved>
  nominals: ReadonlyMap<number, Resolved>
}

/** Everybody and everything in the body, and what stands for them. */
export function castOf(
  text: string,
  paragraphs: readonly SpeechParagraph[],
  clusters: readonly Cluster[],
  given: GivenNames,
): Cast {
  const discourse = referencesOf(paragraphs, clusters)
  const stated = statedRoles(text, clusters)
  const genders = gendersOf(clusters, given, discourse.references, stated)
  const resolutions = resolveReferences(discourse, { genders, stated })
  const pronouns = new Map<number, Resolved>()
  const nominals = new Map<number, Resolved>()
  discourse.references.forEach(({ form, span }, at) => {
    const { person, share, rival } = resolutions[at]!
    if (form === 'name') return
    const places = form === 'pronoun' ? pronouns : nominals
    places.set(span.start, { span, form, entity: person, share, rival })
  })
  const names = placedNames(clusters)
  for (const it of bodiesBehindIt(text, paragraphs, names, clusters)) pronouns.set(it.span.start, it)
  return { clusters, names, pronouns, nominals }
}

/**
 * “the agency said. ‹It› added”: the organisation that spoke last, in the same sentence or the one before.
 */
function* bodiesBehindIt(
  text: string,
  paragraphs: readonly SpeechParagraph[],
  names: readonly PlacedName[],
  clusters: readonly Cluster[],
): Generator<Resolved> {
  let sentence = 0
  let last = { entity: -1, sentence: -2 }
  for (const { sentences } of paragraphs) {
    for (const { clauses } of sentences) {
      sentence++
      for (const { speaker } of clauses) {
        const span = speaker.mention
        const isIt = slice(text, span).toLowerCase() === 'it'
        const [head] = isIt ? [] : headsOf(text, span, names)
        const entity = isIt ? (sentence - last.sentence <= 1 ? last.entity : -1) : (head?.entity ?? -1)
        if (entity < 0 || clusters[entity]!.type !== 'organization') last = { entity: -1, sentence }
        else {
          last = { entity, sentence }
          if (isIt) yield { span, form: 'pronoun', entity, share: 0.8, rival: null }
        }
      }
    }
  }
}
