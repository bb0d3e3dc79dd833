/** A city or town that a name may mean. */
export type City = {
  /** GeoNames id. */
  id: number
  /** ISO 3166-1. */
  country: string
  /** Its state as in ISO 3166-2, where known: `TX`. */
  region: string
  /** Inhabitants in thousands. */
  thousands: number
  standing: 'town' | 'inTheNews' | 'capital' | 'part'
  /** Whether very many places have this name: San José, Santa Rosa. */
  isCommon: boolean
}

export type Cities = {
  /** The cities of that name, the largest first. */
  named: (key: string) => City[]
  /** Wikidata item and title in Wikipedia, of those that have them here. */
  item: (id: number) => readonly [string, string] | undefined
}

/** `data/lexicon/cities.json`: one entry a row in each column, sorted by key. */
export type CityColumns = {
  keys: string
  ids: readonly number[]
  thousands: readonly number[]
  countries: string
  regions: string
  flags: string
  items: Readonly<Record<string, readonly [string, string]>>
}

type Split = CityColumns & { rows: readonly string[]; states: readonly string[] }

const split = (columns: CityColumns): Split => ({
  ...columns,
  rows: columns.keys.split('\n'),
  states: columns.regions.split(','),
})

const standings = ['town', 'inTheNews', 'capital', 'part'] as const

/** The list is read when a city is first looked up: most articles of one country ask for none. */
export function readCities(read: () => CityColumns): Cities {
  let columns: Split | null = null
  const opened = (): Split => {
    columns ??= split(read())
    return columns
  }
  const named = (key: string): City[] => {
    const { rows, ids, thousands, countries, states, flags } = opened()
    const found: City[] = []
    for (let row = firstRow(rows, key); rows[row] === key; row++) {
      found.push({
        id: ids[row]!,
        country: countries.slice(2 * row, 2 * row + 2),
        region: states[row]!,
        thousands: thousands[row]!,
        standing: standings[Number(flags.charAt(row)) % 4]!,
        isCommon: Number(flags.charAt(row)) > 3,
      })
    }
    return found
  }
  return { named, item: (id) => opened().items[id] }
}

/** The first row that is not before the key. */
function firstRow(keys: readonly string[], key: string): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (keys[middle]! < key) low = middle + 1
    else high = middle
  }
  return low
}
