import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listedKeys } from '#/src/extract/entities/keys.ts'

/** The rows of a hand-made table, each cell by its column. */
export function table<Column extends string>(name: string, columns: readonly Column[]): Record<Column, string>[] {
  const path = join(import.meta.dirname, name)
  const [head, ...lines] = readFileSync(path, 'utf8').replace(/\n$/u, '').split('\n')
  if (head !== columns.join('\t')) throw new Error(`${name}: the columns are ${head}`)
  return lines.map((line) => {
    const cells = line.split('\t')
    if (cells.length !== columns.length) throw new Error(`${name}: ${cells.length} cells in ${line}`)
    return Object.fromEntries(columns.map((column, i) => [column, cells[i]!])) as Record<Column, string>
  })
}

export const listOf = (cell: string): string[] => cell.split(';').filter((item) => item !== '')

/** `?` needs support in the article, `~` is the short form of a longer name, `^` may mean whoever sits there. */
export const mark = (name: string): string => /^[?~^]/u.exec(name)?.[0] ?? ''

/** Names as the keys that they are looked up by, each with its mark, without repeats. */
export function keysFor(names: readonly string[], strongest: '' | '?' = ''): string[] {
  const keys = new Map<string, string>()
  for (const name of names) {
    const sign = mark(name)
    for (const key of listedKeys(name.slice(sign.length))) if (!keys.has(key)) keys.set(key, sign || strongest)
  }
  return [...keys].map(([key, sign]) => sign + key)
}

export const knownColumns = ['name', 'aliases', 'type', 'wikidata', 'wikipedia', 'note', 'words'] as const
export const countryColumns = [
  'code',
  'name',
  'aliases',
  'demonyms',
  'wikidata',
  'geonames',
  'wikipedia',
  'capital',
] as const
export const regionColumns = ['code', 'name', 'aliases', 'demonyms', 'wikidata'] as const
export const cityColumns = ['name', 'country', 'aliases', 'wikidata', 'wikipedia'] as const

export type Row<Columns extends readonly string[]> = Record<Columns[number], string>
