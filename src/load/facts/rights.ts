import type { Span } from '#/src/text/spans.ts'

/** A copyright notice: where it stands, and whose copyright it says it is. */
export type Notice = { at: Span; holder: Span | null }

const sign = String.raw`(?:(?:©|ⓒ|\([cC]\)|&copy;|\b[Cc]opyright|\bCOPYRIGHT|\bCopr\.)[\s:@]{0,3}){1,3}`
const years = String.raw`(?:\d{4}(?:\s?[-–—/,]\s?(?:\d{2,4}|present))?[\s,.]{0,3})?`

/** The words of a holder's name, up to what ends it. “Office officials said” is none: it goes on in lower case. */
const holderWord = String.raw`(?:[\p{Lu}\d][\p{L}\p{M}\d'’&.+!/-]{0,60}|of|the|and|for|de|&)`
const suffix = String.raw`(?:,?\s(?:Inc|Ltd|LLC|L\.L\.C|LLP|LP|Co|Corp|Pty|Plc|PLC|GmbH|AG|S\.A|Sdn\sBhd)\b\.?)`
const holder = String.raw`(?:[Bb]y\s)?(?![Aa]ll\s[Rr]ights|ALL\sRIGHTS)(?<holder>${holderWord}(?:\s${holderWord}){0,9}?${suffix}{0,2})`
const ending = String.raw`(?=\s*(?:$|[.,;|(<)\]–—\n]|\s-\s|[Aa]ll\s[Rr]ights|ALL\sRIGHTS|\sand/or\b))`

/** What may follow in the same notice: “All rights reserved.” “Used with the permission of Harbour News.” */
const reserved = String.raw`\s*[.,;|]?\s*(?:[Aa]ll\s[Rr]ights\s[Rr]eserved|ALL\sRIGHTS\sRESERVED)\b\.?`
const permission = String.raw`\s*[.,;|]?\s*(?:[Uu]sed|[Rr]eprinted|[Rr]eproduced|[Rr]epublished|[Pp]ublished)\s(?:here\s)?(?:with|by)\s(?:the\s)?(?:(?:kind|express|written)\s)?permission\b(?:\s(?:of|from)\s${holderWord}(?:\s${holderWord}){0,9})?\.?`

const form = new RegExp(
  String.raw`(?<!\p{L})${sign}${years}(?:${holder}${ending})?(?:${reserved}|${permission})*`,
  'gu',
)

/** The copyright notices of a note, in order; a sign without year, holder or reservation is none. */
export function noticesIn(text: string, { start, end }: Span): Notice[] {
  const notices: Notice[] = []
  for (const match of text.slice(start, end).matchAll(form)) {
    const words = match[0].replace(/[,;|\s]+$/u, '')
    const named = match.groups?.holder
    if (!named && !/\d{4}|rights reserved|permission/iu.test(words)) continue
    const at = { start: start + match.index, end: start + match.index + words.length }
    notices.push({ at, holder: named ? placeOf(text, named, at) : null })
  }
  return notices
}

/** The holder's name without a year, and without the stop that ends the sentence; “Inc.” keeps its own. */
function placeOf(text: string, named: string, { start, end }: Span): Span {
  const from = text.indexOf(named, start)
  const name = /(?:Inc|Ltd|Co|Corp|L\.L\.C|S\.A)\.$/u.test(named) ? named : named.replace(/(?:,?\s\d{4})?[.,\s]*$/u, '')
  return { start: from, end: Math.min(end, from + name.length) }
}

/** Words that stand in every sentence that `termsForm` finds: to look for them first costs little. */
const termsCue =
  /\bbe\s(?:re)?(?:published|printed|produced|broadcast|written|distributed|used|posted)\b|Creative Commons|CC[\s-]BY/u

/** A sentence on what may be done with the text: what it allows or forbids. */
const termsForm =
  /(?:[^.!?\n]{0,200}\b(?:may|must|can)\s(?:not\s)?(?:freely\s)?be\s(?:re)?(?:published|printed|produced|broadcast|written|distributed|used|posted)\b|[^.!?\n]{0,120}\b(?:is|are)\s(?:available|licen[cs]ed|published|released|republished)\sunder\s(?:an?\s|the\s)?(?:Creative Commons|CC[\s-]BY))[^.!?\n]{0,300}[.!?]?/u

export function termsIn(text: string, { start, end }: Span): Span | null {
  const note = text.slice(start, Math.min(end, start + 4000))
  const found = termsCue.test(note) ? termsForm.exec(note) : null
  if (!found) return null
  const words = found[0].trim()
  const from = start + found.index + found[0].indexOf(words)
  return { start: from, end: from + words.length }
}

const licenceUrl = /https?:\/\/creativecommons\.org\/(?:licenses|publicdomain)\/[a-z-]{2,12}\/\d\.\d(?:\/[a-z]{2})?\/?/u
const licenceName = /\bCC[\s-]BY((?:-(?:SA|NC|ND)){0,2})[\s-](\d\.\d)\b|\bCC0\s(1\.0)\b/u

/** The URL of a Creative Commons licence, printed in a note or meant by its short name. */
export function licenceIn(text: string, { start, end }: Span): { url: string; at: Span; printed: boolean } | null {
  const note = text.slice(start, Math.min(end, start + 4000))
  const found = licenceUrl.exec(note) ?? licenceName.exec(note)
  if (!found) return null
  const at = { start: start + found.index, end: start + found.index + found[0].length }
  if (found[0].startsWith('http')) return { url: found[0], at, printed: true }
  const [, conditions = '', version, zero] = found
  const path = zero ? `publicdomain/zero/${zero}` : `licenses/by${conditions.toLowerCase()}/${version}`
  return { url: `https://creativecommons.org/${path}/`, at, printed: false }
}
