import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { allLocales } from '@faker-js/faker'
import { fold } from '#/src/text/fold.ts'

const require = createRequire(import.meta.url)

/**
 * `npm run build:names`: given names that are borne by one gender, for data/lexicon/given-names.json.
 *
 * Names are folded, as they are compared: no accents. Each source is a vote: a language of `human-names`, a locale of faker. A name that both genders bear stays only when
 * four of five votes agree.
 */
const votes = new Map<string, { female: number; male: number }>()

function vote(gender: 'female' | 'male', names: Iterable<string>): void {
  for (const key of new Set([...names].map(fold))) {
    if (!/^\p{Script=Latin}{2,}$/u.test(key)) continue
    const count = votes.get(key) ?? { female: 0, male: 0 }
    count[gender]++
    votes.set(key, count)
  }
}

for (const gender of ['female', 'male'] as const) {
  for (const language of ['de', 'en', 'es', 'fr', 'it', 'nl']) {
    vote(gender, require(`human-names/data/${gender}-human-names-${language}.json`) as string[])
  }
  for (const { person } of Object.values(allLocales))
    vote(gender, (person?.first_name as Record<string, string[]> | undefined)?.[gender] ?? [])
}

const borneBy = (gender: 'female' | 'male'): string =>
  [...votes]
    .filter(([, count]) => count[gender] / (count.female + count.male) >= 0.8)
    .map(([name]) => name)
    .sort()
    .join(' ')

const file = new URL('../../../data/lexicon/given-names.json', import.meta.url)
writeFileSync(file, `${JSON.stringify({ female: borneBy('female'), male: borneBy('male') }, null, 2)}\n`)
