import { isHouse, isNobody, isPerson } from './byline.ts'

/** Whom a credit names: people, else what stands in their place: a house (an agency, a newsroom), or a name of one word. */
export type Names = { people: string[]; words: string[]; houses: string[] }

const by = '(?:by|von|vom|par|por|di|da|door|af|av|przez)'
const called =
  '(?:post(?:ed)?|written|published|submitted|contributed|compiled|story|analysis|opinion|review|article|text|words|interview|report(?:ed|ing)?|a?\\s?guest post|geschrieben|veröffentlicht|publiziert|eingestellt|erstellt|gepostet|verfasst|gespeichert|(?:(?:ein|blog|gast)[\\s-]?)?(?:beitrag|artikel)|publié|écrit|escrito|publicado|scritto|inserito|geplaatst)'
/**
 * A pattern that takes its letters in either case. V8 has inline modifiers for that, `(?i:…)`, but in a process that has
 * compiled many patterns before they match something else.
 */
const anyCase = (pattern: string): string =>
  pattern.replace(/\\.|\p{L}/gu, (part) => (part.length > 1 ? part : `[${part.toLowerCase()}${part.toUpperCase()}]`))
const words = String.raw`(?:post author\s+)?(?:${called}\s+)?${by}|(?:post\s)?authors?(?:\sname)?|autor(?:in|en|es)?|auteurs?|autore|interview|text|verfasser(?:in)?|redaktion|escribe`
const label = new RegExp(
  String.raw`^\W*(?:${anyCase(words)})(?:(?<!\p{Lu}{2})(?=\p{Lu})|\s*:\s*|(?<=${anyCase(`${by}|escribe`)})\s+)`,
  'u',
)

/** A credit without what it is called: “By Mara”, “Author: Mara”, and “AuthorMara” where a page leaves out the blank. */
export const unlabelled = (text: string): string => text.replace(label, '')

/** What parts two names. Between capitals a slash or a dash is one too: “mli/dpa”. */
const between = /\s*(?:[,;|/•·\n\t]|\s[-–—]\s|\s(?:and|und|et|y|e|och|og|en|i|with|mit|avec|con|AND|And)\s|&)\s*/u
/** Where a credit goes on to somebody’s other part in it. */
const others =
  /[;.,|]?\s*\b(?:edit(?:ed|ing)|produc(?:ed|tion)|photo(?:s|graph(?:s|y|ed))?|pictures|graphics?|video|illustrations?|illustrationen|fotos?|translat(?:ed|ion)|fact[- ]check(?:ed|ing))(?:\s(?:by|von)\b|\s*:)[\s\S]*$/iu
/** Where a credit goes on to its day: “Mara Lindqvist Updated 3:04 p.m.”, “Mara Lindqvist 15 May 2024 5 min read”. */
const stamp =
  /(?<=\p{L}{2})\s+(?:(?:(?:last|first)\s)?(?:updated?|published|posted|modified|aktualisiert|veröffentlicht|stand|publicado|actualizado|publié|mis à jour)\b|\d{1,2}[.:]\d\d\b|\d+\smin|\d{1,2}\.?\s\p{Lu}\p{L}+\s\d{4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}\.?\s\d{1,2}\b)[\s\S]*$/iu
/** “Mara Lindqvist Senior Political Correspondent”: a job that no comma parts from the name. */
const job =
  /(?<=\p{L}\s\S*\p{L}\S*)(?:\s(?:senior|chief|deputy|staff|political|sports?|business|health|science|tech(?:nology)?|world|national|international|foreign|economics?|education|environment|climate|culture|arts|news|special|associate|assistant|managing|executive|digital|breaking|investigative|crime|legal|defen[cs]e|diplomatic|royal|media|features?|city|local|transport|data|contributing|freelance|europe|asia|africa|middle east|north america|us|uk|white house))*\s(?:editor|reporter|correspondent|writer|columnist|producer|journalist|contributor)$/iu
const address = /\S+@\S+|https?:\/\/\S+|(?<!\S)@\w+/gu
const noise =
  /[<>{}[\]=#?!"“”]|\d{3}|\b(?:updated|published|posted|comments?|kommentare?|\w*admin(?:istrator)?|unknown|guest|anonymous|no author|follow|folgen|share|view|all|more|alle|mehr|click|here|profile|name|says?|said|sagt|schreibt|https?|www|january|february|march|april|june|july|august|september|october|november|december|veröffentlicht|publié|authors?|autor|text|editor|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|^(?:by|von|vom|par|por|about|publisher|webmaster|super user)$|^copyright\b|^(?:in|am|on|um|by|von|über|about|more from)\s|\s(?:am|on)$|…$/iu
const degree = /^(?:Ph\.?D|M\.?[ABD]|MPH|MSc|BSc|RD|RN|J\.?D|Esq|CPA|CFA|OBE|CBE|MP)\.?$/iu
/** “Mara Lindqvist in Port Ella”, “Mara Lindqvist for the Harbour News”: the name, and where it works. */
const place =
  /(?<=\p{L}\s\S*\p{L}\S*)\s(?:in|en|at|aus|of|from|for|für|For|im|para|pour|à|[Ss]pecial to|as told to)\s(?:the\s|The\s)?\p{Lu}.*$/u

/**
 * The names in a credit:
 *
 *     Von Mara Lindqvist und T. Oyelaran, dpa   → two people, a house
 *     Lindqvist, Mara                           → one person, as libraries write it
 *     Mara Lindqvist, PhD, Robert Cole, Jr.     → two people
 */
export function namesOf(credit: string): Names {
  const start = credit
    .replace(/[\u00ad\u200b]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 400)
  const cut = unlabelled(unlabelled(start))
    .replace(others, '')
    .replace(/\s(?:on|am|le|el|\|)\s.*\d{4}.*$/iu, '')
    .replace(stamp, '')
    .replace(address, ' ')
    .replace(/\([^)]{0,80}\)/gu, ' ')
    .replace(/^(\S+ \S+) \1$/u, '$1')
    .replace(/,\s+(?=(?:Jr|Sr|I{2,3}|IV)\b)/gu, ' ')
  const turned = /^([\p{Lu}][\p{L}’'-]+), (\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.)?)$/u.exec(cut.trim())
  const parts = turned && !isHouse(cut) ? [`${turned[2]} ${turned[1]}`] : cut.split(between)
  const names: Names = { people: [], words: [], houses: [] }
  for (const part of parts) {
    const name = unlabelled(part.replace(/^[\s.:*–—-]+|[\s:*–—-]+$/gu, ''))
      .replace(place, '')
      .replace(job, '')
      .trim()
    if (name.length < 2 || name.length > 60 || !/\p{L}/u.test(name) || noise.test(name) || degree.test(name)) continue
    if (isHouse(name) || isNobody(name) || /^\p{Lu}{2,5}$/u.test(name)) names.houses.push(name)
    else if (isPerson(name) || /^\p{Lo}{2,6}$/u.test(name)) names.people.push(name)
    else if (/^\S+(?:\s[\p{Lu}\d]\S*){0,3}$/u.test(name) && !/[.:]$/u.test(name)) names.words.push(name)
  }
  return names
}
