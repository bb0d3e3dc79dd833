import type { Span } from '#/src/text/spans.ts'

const url = /https?:\/\/[^\s<>"“”‘’()[\]{}]{4,2000}/iu
const label =
  /^(?:source|url|link|permalink|original(?:\s(?:article|story|url|source))?|read\s(?:it|the\s(?:original|full\s(?:article|story)))(?:\s(?:at|on|here))?|first\spublished\s(?:at|on)|published\sat|retrieved\sfrom|canonical|via)\s*:?\s*$/iu

/**
 * Where a line says that the article was published, an address of the web alone or with a label:
 *
 *     https://harbour.example/2024/05/reopens
 *     Source: https://harbour.example/2024/05/reopens
 */
export function addressIn(line: string): Span | null {
  if (line.length > 2100) return null
  const found = url.exec(line)
  if (!found) return null
  const words = found[0].replace(/[.,;:!?]+$/u, '')
  const before = line.slice(0, found.index).trim()
  const after = line.slice(found.index + words.length).replace(/[.\s]+/gu, '')
  const alone = after === '' && (before === '' || label.test(before))
  return alone && URL.canParse(words) ? { start: found.index, end: found.index + words.length } : null
}
