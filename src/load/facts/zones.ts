/** Abbreviations that mean one offset wherever they are printed. */
export const offsets: Readonly<Record<string, string>> = {
  Z: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  CET: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  MSK: '+03:00',
  WAT: '+01:00',
  SAST: '+02:00',
  EAT: '+03:00',
  PKT: '+05:00',
  WIB: '+07:00',
  ICT: '+07:00',
  SGT: '+08:00',
  HKT: '+08:00',
  MYT: '+08:00',
  PHT: '+08:00',
  JST: '+09:00',
  KST: '+09:00',
  AEST: '+10:00',
  AEDT: '+11:00',
  NZST: '+12:00',
  NZDT: '+13:00',
}

/** “9 a.m. ET” is an offset only together with its day: daylight saving time. */
const regions: Readonly<Record<string, string>> = {
  ET: 'America/New_York',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
}

/** These mean several (British or Bangladesh, Indian or Israeli time …), and tell nothing. */
const ambiguous = ['BST', 'IST', 'AST', 'GST']

/** What may stand behind a time of day. */
export const zone = String.raw`(?:(?:UTC|GMT)\s?[+-]\d{1,2}(?::?\d\d)?|[+-]\d\d:?\d\d|${[
  ...Object.keys(offsets),
  ...Object.keys(regions),
  ...ambiguous,
]
  .sort((a, b) => b.length - a.length)
  .join('|')})(?![\p{L}\d])`

/** The offset that a zone means on a day, `Z` or `+08:00`; null when it does not say. */
export function offsetOn(printed: string, day: Temporal.PlainDate): string | null {
  const name = printed.toUpperCase().replace(/\s/g, '')
  const region = regions[name]
  if (region) return day.toZonedDateTime({ timeZone: region, plainTime: '12:00' }).offset
  return offsets[name] ?? numeric(name.replace(/^(?:UTC|GMT)/, ''))
}

/** `+8`, `+0800`, `+08:00` → `+08:00`. */
function numeric(printed: string): string | null {
  const found = /^([+-])(\d{1,2}):?(\d\d)?$/.exec(printed)
  if (!found) return null
  const [, sign, hours = '', minutes = '00'] = found
  return Number(hours) <= 14 && Number(minutes) < 60 ? `${sign}${hours.padStart(2, '0')}:${minutes}` : null
}
