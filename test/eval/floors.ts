/** What `run.mjs --json` writes, as far as it is read here. */
export type Report = {
  measures: Record<
    string,
    {
      columns: Record<string, Record<string, number>>
      runs: Record<string, { answered: number }>
    }
  >
}

/** The figures that must not get worse, by names such as `quotes check regionJoint`. */
export type Floors = {
  /** SHA-256 of the corpora that they were measured on: other corpora have other figures. */
  corpora: string
  atLeast: Record<string, number>
  /** Of these, lower is better. */
  atMost: Record<string, number>
}

export type Row = { name: string; figure: number | undefined; floor: number; held: boolean }

/** Every figure of a report by its name, and how many documents of each corpus were answered. */
export function figuresOf({ measures }: Report): Map<string, number> {
  const figures = new Map<string, number>()
  for (const [measure, { columns, runs }] of Object.entries(measures)) {
    for (const [column, values] of Object.entries(columns))
      for (const [key, value] of Object.entries(values)) figures.set(`${measure} ${column} ${key}`, value)
    for (const [corpus, { answered }] of Object.entries(runs)) figures.set(`${measure} ${corpus} answered`, answered)
  }
  return figures
}

/** Each floor with the figure of today. A figure that is missing is not held. */
export function compare(figures: ReadonlyMap<string, number>, { atLeast, atMost }: Floors): Row[] {
  const rows = (floors: Record<string, number>, holds: (figure: number, floor: number) => boolean): Row[] =>
    Object.entries(floors).map(([name, floor]) => {
      const figure = figures.get(name)
      return { name, figure, floor, held: figure !== undefined && holds(figure, floor) }
    })
  return [...rows(atLeast, (figure, floor) => figure >= floor), ...rows(atMost, (figure, floor) => figure <= floor)]
}

/** How far a figure may move when nothing got worse: one of 52 pronouns is two points, of the 15 in GUM seven, one document of 840 is nothing. */
export function noiseOf(name: string): number {
  if (name.endsWith('answered')) return 0
  if (name === 'speakers ours gumPronounName') return 7
  if (name.startsWith('speakers')) return 2
  return /^(?:pages|text)/.test(name) ? 0.003 : 0.3
}

/** Floors just below what is reached. A floor sinks only where `lower` says so. */
export function pinned(figures: ReadonlyMap<string, number>, floors: Floors, lower: boolean): Floors {
  const pin = (old: Record<string, number>, sign: 1 | -1): Record<string, number> =>
    Object.fromEntries(
      Object.entries(old).map(([name, floor]) => {
        const figure = figures.get(name)
        if (figure === undefined) return [name, floor]
        const next = Math.max(0, rounded(figure - sign * noiseOf(name), sign))
        return [name, lower || (next - floor) * sign > 0 ? next : floor]
      }),
    )
  return { ...floors, atLeast: pin(floors.atLeast, 1), atMost: pin(floors.atMost, -1) }
}

/** To a thousandth, towards the safe side. */
const rounded = (figure: number, sign: 1 | -1): number => (sign * Math.floor(sign * figure * 1000)) / 1000
