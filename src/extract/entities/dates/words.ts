const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const seasons = ['spring', 'summer', 'autumn', 'winter']
const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const ordinals = ['first', 'second', 'third', 'fourth']

/** Parts of expressions, in lower case. */
export const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
export const weekday =
  '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\\.?'
export const year = '(?:1[0-9]|20|21)\\d\\d'
export const day = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?'
export const season = '(?:spring|summer|autumn|fall|winter)'
export const count = `(?:an?|${numbers.join('|')}|\\d{1,3})`
export const unit = '(?:day|week|month|year|decade)'
export const dayPart = '(?:(?: early| late)? (?:morning|afternoon|evening|night|lunchtime|noon|midday|midnight))?'

/** A form is the whole of an expression. */
export const whole = (source: string): RegExp => new RegExp(`^(?:${source})$`, 'u')

export const monthNumber = (word: string): number => 1 + months.indexOf(word.slice(0, 3))
/** Monday is 1. */
export const weekdayNumber = (word: string): number => 1 + weekdays.indexOf(word.slice(0, 3))
/** Spring is 0. */
export const seasonNumber = (word: string): number => seasons.indexOf(word === 'fall' ? 'autumn' : word)
export const quarterNumber = (word: string): number => ordinals.indexOf(word) + 1 || Number.parseInt(word, 10)

/** “a”, “three”, “12”. */
export const countOf = (word: string): number => (/^an?$/.test(word) ? 1 : numbers.indexOf(word) + 1 || Number(word))

/** “The 5th of  January’s” as its forms are written: `5th of january`. */
export const normal = (printed: string): string =>
  printed
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[–—−]/gu, '-')
    .replace(/[’']s?$/u, '')
    .replace(/^(?:on |in )?(?:the )?/u, '')
    .replace(/^(?:early|late|mid|beginning of|start of|end of|middle of|around|about)[ -](?:the |in )?/u, '')
    .trim()
