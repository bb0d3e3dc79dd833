/** The longest list of authors and the longest name that are believed. */
const most = 50
const longest = 200

const label =
  /^\W{0,3}(?:(?:(?:story|stories|words|text|report|reporting|reported|written|posted|published|submitted|compiled|article|analysis|opinion|review|interview|news)\s+)?by\b[\s:]+|authors?\s*:\s*)/iu
const bracketed = /[([][^()[\]]{1,80}[)\]]/gu
const address = /\S+@\S+|(?<!\S)@\w+|https?:\/\/\S+/gu

/** Here a credit goes on to somebody else's part: “Reporting by A; Editing by B”. */
const others =
  /[;.,]?\s*\b(?:edit(?:ed|ing)|(?:additional|further|with)\s+report(?:ing|ed)|produc(?:ed|tion)|photo(?:s|graph(?:s|y|ed))?|graphics?|video|illustrations?|translat(?:ed|ion)|fact[- ]check(?:ed|ing))\s+by\b[\s\S]*$/iu

const between = /\s*(?:[,;/|&\n\r\t]|\s{2}|\s[-–—•·]\s|\s(?:and|with|for|AND|WITH|FOR)\s)\s*/u

/** Lower-case words that belong to a name. */
const particles = '(?:al|ap|bin|binti|ibn|da|das|de|del|della|den|der|di|do|dos|du|e|el|la|le|ten|ter|van|von|y|zu)'
const word = String.raw`(?:(?:d|l|al|el)[’'-])?\p{Lu}[\p{L}\p{M}’'.-]*`
const name = new RegExp(String.raw`^${word}(?:\s(?:${particles}\s){0,2}${word}){1,5}$`, 'u')

/** Words of a newsroom, an agency or a job: they stand beside an author's name, not in it. */
const house =
  /\b(?:News|Newsroom|Newsdesk|Press|Times|Post|Herald|Tribune|Courier|Chronicle|Observer|Sentinel|Bulletin|Dispatch|Examiner|Inquirer|Argus|Journal|Gazette|Guardian|Telegraph|Daily|Weekly|Magazine|Media|Radio|Television|TV|Network|Agency|Agencies|Bureau|Services?|Desk|Business|Sports?|Online|Digital|Staff|Team|Board|Writers?|Reporters?|Editors?|Editorial|Correspondents?|Columnists?|Contributors?|Producers?|Analysts?|Photographers?|Chief|Special|Senior|Reuters|Xinhua|Bloomberg|dpa|Inc|Ltd|LLC|University|Institute|Foundation)\b/iu
const initials = /^\p{Lu}{2,5}$/u

/** “By Staff”, “By our own correspondent”: a byline that names nobody. */
const nobody =
  /^(?:(?:our|own|special|staff|editorial|news|web|wire|online)\s?)*(?:staff|team|desk|board|writers?|reporters?|editors?|correspondents?|reports?|services?|agencies)$/iu

/**
 * The authors that a byline names, or null when the line is none:
 *
 *     By Mara Lindqvist and Tomas Oyelaran      ← two
 *     By A. B. Castell, Harbour News (AP)       ← one, and where she works
 *     By The Associated Press                   ← nobody else is named: the agency
 *     By the time the ferry came, it was dark.  ← none
 */
export function authorsIn(line: string): string[] | null {
  const start = line.length > 400 ? null : label.exec(line)
  return start && namesIn(line.slice(start[0].length))
}

/** The names in what stands behind “By”; null when anything else stands there. */
export function namesIn(credit: string): string[] | null {
  const parts = credit
    .replace(others, '')
    .replaceAll(bracketed, ' | ')
    .replaceAll(address, ' | ')
    .split(between)
    .map(bare)
    .filter(Boolean)
  const people = parts.filter(isPerson)
  const houses = parts.filter((part) => part.length <= 80 && (house.test(part) || initials.test(part)))
  const dates = parts.filter((part) => /\d/u.test(part) && part.length <= 40)
  const unread = parts.length - people.length - houses.filter((part) => !/\d/u.test(part)).length - dates.length
  if (unread > 0 || people.length + houses.length === 0) return null
  const named = people.length ? people : houses.filter((part) => !nobody.test(part))
  return [...new Set(named.map(withoutStop))].slice(0, most)
}

/** A part without the place that it was written from, and without marks and little words at its ends. */
const bare = (part: string): string =>
  part
    .replace(/\s+in\s+\p{Lu}[\p{L} .-]{0,40}$/u, '')
    .replace(/^[\s.:*^=-]+|[\s:*^=)\]-]+$/gu, '')
    .replace(/^(?:by|the)\s+/iu, '')

/** A newsroom, an agency, a job: what stands beside an author, or in the place of one. */
export const isHouse = (part: string): boolean => house.test(part)
export const isNobody = (part: string): boolean => nobody.test(part)

/** Two to six words with capitals; one alone could be anything. */
export const isPerson = (part: string): boolean =>
  part.length <= longest &&
  name.test(part) &&
  !house.test(part) &&
  !/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/u.test(part)

/** “Tomas Oyelaran.” ends with a stop, “Tomas Oyelaran Jr.” with a part of the name. */
const withoutStop = (named: string): string =>
  /\b(?:Jr|Sr|\p{Lu})\.$/u.test(named) ? named : named.replace(/\.$/u, '')
