import { segmentsOf } from './segments.ts'
import { parsePage } from './tree.ts'

/** Text that may hold markup or character references, as a reader sees it; line breaks between blocks stay. */
export function plain(value: string): string {
  if (!/[&<]/u.test(value)) return value.toWellFormed().trim()
  const { root } = parsePage(value, '')
  return segmentsOf(root)
    .map(({ text }) => text)
    .join('\n')
}
