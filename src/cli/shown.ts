/** What would move a cursor, turn the direction of text or begin a line, in a name or a message. */
const controls = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** A text from outside as one line that does nothing to a terminal: `\u001b[31m` is written out. */
export const shown = (text: string): string =>
  text.replace(controls, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** `12,041` */
export const counted = (count: number): string => Math.round(count).toLocaleString('en')

/** `1 article`, `2 articles` */
export const several = (count: number, noun: string): string => `${counted(count)} ${noun}${count === 1 ? '' : 's'}`

/** `12.4 s`, `3 min`, `2.5 h` */
export function duration(seconds: number): string {
  if (seconds < 100) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`
  return seconds < 5_400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3_600).toFixed(1)} h`
}
