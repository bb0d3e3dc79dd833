import type { Line } from './lines.ts'

/** What a line looks like, whatever it says. */
export type Shape = {
  words: number
  /** It ends as a sentence does: with a stop, a question, a closing quotation mark. */
  stops: boolean
  /** A line of running text: several words that end as a sentence, or so many that they must be one. */
  isProse: boolean
}

const stop = /[.!?…][\s"'”’»)\]*]{0,4}$|[”"’»。！？」』]$|\s(?:#\w{1,40}|(?:https?:\/\/|pic\.)\S{1,80})$/u
const cutOff = /(?:\.\.\.|…)$/u
const cjk = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u

export function shapeOf({ text }: Line): Shape {
  const words = countWords(text)
  const tail = text.slice(-100)
  // “The ferry that brings the islands their …” is a teaser, cut off to fit; a long paragraph may end so.
  const stops = stop.test(tail) && !(cutOff.test(tail) && words < 45)
  return { words, stops, isProse: (stops && words >= 9) || words >= 28 }
}

/** Words by white space; Chinese and Japanese have none, and two of their characters make a word. */
function countWords(text: string): number {
  let words = 0
  let inWord = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isSpace = code <= 32 || code === 160
    if (!isSpace && !inWord) words++
    inWord = !isSpace
  }
  return cjk.test(text.slice(0, 200)) ? Math.max(words, text.length >> 1) : words
}
