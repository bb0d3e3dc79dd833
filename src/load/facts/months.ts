/** Months as languages of Europe write them: their first letters are enough. */
const starts: readonly (readonly string[])[] = [
  ['jan', 'jän', 'ene', 'gen', 'sty', 'янв', 'січ', 'led', 'oca'],
  ['feb', 'fév', 'fev', 'lut', 'фев', 'лют', 'úno', 'şub'],
  ['mar', 'mär', 'maa', 'mrt', 'мар', 'бер', 'bře'],
  ['apr', 'avr', 'abr', 'kwi', 'апр', 'кві', 'dub', 'nis'],
  ['may', 'mai', 'mei', 'maj', 'mag', 'мая', 'май', 'тра', 'kvě'],
  ['jun', 'juin', 'giu', 'cze', 'июн', 'чер', 'čer', 'haz'],
  ['jul', 'juil', 'lug', 'lip', 'июл', 'лип', 'tem'],
  ['aug', 'aoû', 'aou', 'ago', 'sie', 'авг', 'сер', 'srp', 'ağu'],
  ['sep', 'set', 'wrz', 'сен', 'вер', 'zář', 'eyl'],
  ['oct', 'okt', 'ott', 'out', 'paź', 'окт', 'жов', 'říj', 'eki'],
  ['nov', 'lis', 'ноя', 'лис', 'kas'],
  ['dec', 'dez', 'déc', 'dic', 'gru', 'дек', 'гру', 'pro', 'ara'],
]

const form =
  /(?<![\d.])(\d{1,2})(?:\.|er|º|°)?\s{0,2}(?:de\s|del\s)?(\p{L}{3,10})\.?,?\s{1,2}(?:de\s|del\s)?(\d{4})(?!\d)/gu

/** `28.09.19`: with stops the day comes first, and pages are not older than their century. */
const short = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{2})(?![\d.])/gu

/** The first day written as `31. Dezember 2019`, `3 de mayo de 2019`, `1er août 2019` or `28.09.19`; null when there is none. */
export function foreignDate(line: string): string | null {
  for (const [, day = '', name = '', year = ''] of line.slice(0, 400).matchAll(form)) {
    const lower = name.toLowerCase()
    const month = starts.findIndex((each) => each.some((start) => lower.startsWith(start))) + 1
    if (month === 0 || Number(day) < 1 || Number(day) > 31 || Number(year) < 1900 || Number(year) > 2199) continue
    try {
      return Temporal.PlainDate.from({ year: Number(year), month, day: Number(day) }, { overflow: 'reject' }).toString()
    } catch {}
  }
  for (const [, day, month, year] of line.slice(0, 400).matchAll(short)) {
    try {
      const date = { year: 2000 + Number(year), month: Number(month), day: Number(day) }
      if (date.year < 2070) return Temporal.PlainDate.from(date, { overflow: 'reject' }).toString()
    } catch {}
  }
  return null
}
