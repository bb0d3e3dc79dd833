import type { Span } from '#/src/text/spans.ts'
import { weekday } from './clock.ts'
import { month } from './dates.ts'

const day = String.raw`(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b`
const number = '(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|\\d{1,3})'
const unit = '(?:minute|hour|day|week|month|year)s?'

/**
 * What a text says of days without naming one in full: first what leans on the day it was written, then days whose year
 * is missing. “May” and “March” alone are words: a month counts with its preposition.
 */
const leaning = new RegExp(
  [
    String.raw`\b(?:(?:[Ll]ast|[Nn]ext|[Tt]his)\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b`,
    String.raw`\b(?:[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast)\s(?:week|weekend|month|year|night|spring|summer|autumn|fall|winter|${month})`,
    String.raw`\b(?:[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight)\b`,
    String.raw`\b${number}\s${unit}\sago\b`,
    String.raw`\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ll]ate|[Ee]arly)\s${month}(?![.\s,]{0,4}\d)`,
  ].join('|'),
  'gu',
)
const yearless = new RegExp(
  String.raw`\b${month}\s${day}(?!,?\s\d{4}|[:.]\d|\s?[ap]\.?m)|(?<![\d.,])${day}\s${month}(?!\s{0,2},?\s\d{4})`,
  'gu',
)

/** A reader needs a few to date an article; a chronicle has hundreds. */
const most = 20

/** Each such expression once, in order, in the spans given. */
export function relativeDates(text: string, spans: readonly Span[]): Span[] {
  const seen = new Set<string>()
  const found: Span[] = []
  for (const form of [leaning, yearless]) {
    for (const span of spans) {
      for (const { 0: words, index } of text.slice(span.start, span.end).matchAll(form)) {
        const isNew = !seen.has(words.toLowerCase())
        seen.add(words.toLowerCase())
        if (isNew && found.length < most)
          found.push({ start: span.start + index, end: span.start + index + words.length })
      }
    }
  }
  return found
}

/** Whether a line gives a time by the clock of its reader: “18 minutes ago”, “Updated yesterday”. */
export const isAgo = (line: string): boolean =>
  new RegExp(
    String.raw`\b(?:${number}|\d{1,2})\s?(?:${unit}|min|mins|hrs?|[hmd])\.?\s(?:ago|read)\b|\byesterday\b|\btoday\b|\bjust now\b|^${weekday}$`,
    'iu',
  ).test(line)
