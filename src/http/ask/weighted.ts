/** One thing that a header asks for: its name, its parameters, and how much it is wanted, from 0 (not at all) to 1. */
export type Wanted = { name: string; parameters: ReadonlyMap<string, string>; q: number }

/** Longer lists are read as far as this. */
const longest = 4096

/**
 * A list of wishes, of `Accept` or `Accept-Encoding` (RFC 9110 §12.4.2): `text/csv;q=0.5, application/json`. What is not
 * well formed is no wish.
 */
export function weighted(header: string): Wanted[] {
  return split(header.slice(0, longest), ',').flatMap((entry) => {
    const [name = '', ...rest] = split(entry, ';')
    const parameters = new Map(
      rest.map((pair): [string, string] => {
        const equals = pair.indexOf('=')
        return [pair.slice(0, equals).trim().toLowerCase(), unquoted(pair.slice(equals + 1).trim())]
      }),
    )
    const q = parameters.get('q') ?? '1'
    const wellFormed = name !== '' && /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/u.test(q)
    return wellFormed ? [{ name: name.toLowerCase(), parameters, q: Number(q) }] : []
  })
}

/** Cut at a mark, but not inside of quotation marks. */
const split = (words: string, mark: ',' | ';'): string[] =>
  (words.match(mark === ',' ? /(?:[^,"]|"[^"]*"?)+/gu : /(?:[^;"]|"[^"]*"?)+/gu) ?? []).map((part) => part.trim())

const unquoted = (value: string): string => value.replace(/^"|"$/gu, '')
