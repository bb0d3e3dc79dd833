import { type Candidate, knownCandidate, landCandidate, townCandidate } from './candidates.ts'
import type { Geography } from './geography.ts'
import type { KnownNames } from './known.ts'
import { standsFor } from './metonymy.ts'
import type { Places } from './places.ts'
import { joinedWith, placedIn, saysRegion, saysTown, townsBefore, withoutKind } from './qualifiers.ts'
import type { Surroundings } from './surroundings.ts'

export type PlaceNames = { places: Places; known: KnownNames }

/** A neighbour in the news speaks a little for a country whose name is contested. */
const neighbours: Readonly<Record<string, readonly string[]>> = {
  GE: ['RU', 'AM', 'AZ', 'TR', 'UA'],
  JE: ['GB', 'GG', 'FR'],
  CD: ['RW', 'UG', 'BI'],
}

/** Everything that a place name may mean, with how well each fits the article, the best first. */
export function placeCandidates(
  keys: readonly string[],
  around: readonly Surroundings[],
  { places, known }: PlaceNames,
  geography: Geography,
): Candidate[] {
  const found = new Map<string, Candidate>()
  const add = (candidate: Candidate): void => {
    const other = found.get(candidate.target)
    if (!other || other.score < candidate.score) found.set(candidate.target, candidate)
  }
  for (const key of keys) {
    for (const { land, strength } of places.lands(key)) add(landCandidate(land, strength === 'weak'))
    for (const { known: one, sign } of known(key)) {
      if (one.type === 'place' && sign !== 'seat') add(knownCandidate(one, sign !== 'strong'))
    }
    const bare = withoutKind(key) ?? (around.some(saysRegion) ? key : null)
    if (bare)
      for (const region of places.regions(bare)) add(spelledOut(landCandidate({ kind: 'region', region }, false)))
    const isKnown = known(key).some(({ known: one, sign }) => one.type === 'place' && sign === 'strong')
    for (const city of isKnown ? [] : places.cities.named(key)) {
      // Singapore, Luxembourg: the country and its town are one in the news.
      if (!found.has(city.country)) add(townCandidate(city, places))
    }
  }
  return contested([...found.values()])
    .map((candidate) => ({ ...candidate, score: candidate.score + fitness(candidate, around, places, geography) }))
    .sort((a, b) => b.score - a.score)
}

const spelledOut = (region: Candidate): Candidate => ({ ...region, score: 9 })

/** “Georgia”: where two lands have one name, neither is meant before the rest of the article is read. */
function contested(candidates: Candidate[]): Candidate[] {
  const lands = candidates.filter(({ kind, score }) => kind !== 'town' && score < 9)
  const strong = lands.filter(({ isWeak }) => !isWeak)
  if (lands.length < 2 || strong.length === 0) return candidates
  const score = strong.length > 1 ? 4 : 4.5
  return candidates.map((candidate) => (strong.includes(candidate) ? { ...candidate, score } : candidate))
}

function fitness(candidate: Candidate, around: readonly Surroundings[], places: Places, geography: Geography): number {
  const { kind, country, region, city } = candidate
  const { support, share } = geography
  const near = (neighbours[country] ?? []).reduce((sum, code) => sum + support(code), 0)
  const isFamous = kind !== 'town' || city!.standing === 'capital' || city!.standing === 'inTheNews'
  const ofCountry = kind === 'region' && region.startsWith('US') ? 1.5 : 3
  const ofRegion = region ? 2 * support(region) : 0
  const spoken = ofCountry * support(country) + ofRegion + Math.min(1.5, 3 * near)
  const scale = isFamous ? 1 : 0.6
  return spoken * scale + home(candidate, share(country), isFamous) + told(candidate, around, places)
}

/** A town is rather one of the country that the article is about; one of very many namesakes is nothing else. */
function home({ city }: Candidate, share: number, isFamous: boolean): number {
  if (!city) return 0
  if (share > 0.8) return city.standing === 'town' || city.standing === 'inTheNews' ? 1.5 : 0
  return city.isCommon && share < 0.6 ? (isFamous ? -1.5 : -3) : 0
}

/** What the words right beside the name tell: “Athens, Ga.”, “the city of Georgetown”. */
function told(candidate: Candidate, around: readonly Surroundings[], places: Places): number {
  const { kind, country, region } = candidate
  const isTown = around.some(saysTown)
  if (kind === 'town') {
    const isPlaced = around.some((each) => placedIn(each).some((key) => isIn(key, country, region, places)))
    return (isPlaced ? 8 : 0) + (isTown ? 2 : 0)
  }
  const hasTown = around.some((each) =>
    townsBefore(each).some((key) =>
      places.cities.named(key).some((city) => {
        return kind === 'region' ? `${city.country}-${city.region}` === region : city.country === country
      }),
    ),
  )
  const hasPeer = around.some(
    (each) => !saysRegion(each) && joinedWith(each).some((key) => isPeer(candidate, key, places)),
  )
  return (hasTown ? 3 : 0) + (hasPeer ? 3.5 : 0) - (isTown ? 4.5 : 0)
}

/** “Georgia and Alabama”, “Georgia and Armenia”: what stands in one list is of one kind. */
const isPeer = ({ kind, country, target }: Candidate, key: string, places: Places): boolean =>
  places.lands(key).some(({ land, strength }) => {
    if (land.kind !== kind || strength === 'weak') return false
    return land.kind === 'country' ? land.country.code !== target : land.region.code.startsWith(`${country}-`)
  })

/** Whether a name is that of the country or the region. */
const isIn = (key: string, country: string, region: string, places: Places): boolean =>
  places.lands(key).some(({ land }) => land.kind === 'country' && land.country.code === country) ||
  (region !== '' && places.regions(key).some(({ code }) => code === region))

export type Choice = { candidate: Candidate; margin: number } | { reason: 'ambiguous' | 'low-confidence' }

const least = 2
const lead = 1.2

/** The best candidate, where it is good enough and clearly better than the next. */
export function choose([best, next]: readonly Candidate[]): Choice | null {
  if (!best) return null
  const margin = best.score - (next?.score ?? Number.NEGATIVE_INFINITY)
  const isNested = next?.country === best.country && (next.kind === 'region' || best.kind === 'region')
  if (margin < (isNested ? lead / 2 : lead)) return { reason: 'ambiguous' }
  if (best.score < least) return { reason: best.isWeak ? 'ambiguous' : 'low-confidence' }
  return { candidate: best, margin }
}

/** Whether a town’s name stands for its rulers in this article, or may: then it is not linked to the town as a fact. */
export function mayBePower({ city }: Candidate, around: readonly Surroundings[]): boolean {
  if (!city) return false
  const stands = around.map(standsFor)
  const count = (what: string): number => stands.filter((one) => one === what).length
  const power = count('power')
  const place = count('place')
  if (power > 0) return place <= 2 * power
  return city.standing === 'capital' && place === 0
}
