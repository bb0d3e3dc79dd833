import { filesUnder } from '../load/files.ts'
import { LoadError } from '../load/load-error.ts'
import { printed } from '../load/names.ts'
import { counted, duration } from './shown.ts'

/** How far a run has come: inputs that are done, articles that they gave, inputs or articles that were refused. */
export type Tally = { inputs: number; articles: number; refused: number }

/** Milliseconds between two drawings of a bar, and between two lines where no terminal is. */
const pauses = { bar: 100, lines: 10_000 }
/** Speed is that of the last milliseconds: inputs that were read before go by faster than those that are new. */
const window = 10_000

/** What a bar needs of a terminal. */
type Terminal = Pick<typeof process.stderr, 'isTTY' | 'columns'> & { write(text: string): unknown }

type Drawn = { isNone?: (path: string) => boolean; terminal?: Terminal }

/**
 * How far a long run has come: a bar on a terminal, else a line from time to time, or nothing. Draws nothing for one
 * file. The files are counted while the run goes on, so that it need not wait for it; those that `isNone` tells are no
 * inputs, so they are not counted.
 */
export function progressOf(
  paths: readonly string[],
  elsewhere: 'lines' | 'nothing',
  { isNone, terminal = process.stderr }: Drawn = {},
) {
  const isBar = Boolean(terminal.isTTY)
  let total = 0
  let isCounted = false
  let isOn = true
  if (isBar || elsewhere === 'lines') void count()
  const since: { at: number; tally: Tally }[] = [{ at: Date.now(), tally: { inputs: 0, articles: 0, refused: 0 } }]
  let drawn = Date.now()

  return {
    step(tally: Tally) {
      const now = Date.now()
      if (now - drawn < (isBar ? pauses.bar : pauses.lines) || total < 2) return
      if (!isBar && elsewhere === 'nothing') return
      drawn = now
      while (since.length > 1 && now - since[0]!.at > window) since.shift()
      const line = lineOf(tally, speedOf(since[0]!, { at: now, tally }))
      since.push({ at: now, tally: { ...tally } })
      terminal.write(isBar ? `\r\u001b[K${barOf(tally, line)}` : `${line}\n`)
    },
    /** Writes a line above the bar. */
    say(line: string) {
      terminal.write(isBar ? `\r\u001b[K${line}\n` : `${line}\n`)
      if (isBar) drawn = 0
    },
    end() {
      isOn = false
      if (isBar) terminal.write('\r\u001b[K')
    },
  }

  async function count(): Promise<void> {
    for await (const name of filesUnder(paths)) {
      if (!isOn) return
      if (name instanceof LoadError || !isNone?.(printed(name))) total++
    }
    isCounted = true
  }

  function lineOf({ inputs, refused }: Tally, { articles, perInput }: Speed): string {
    const parts = [`${counted(inputs)} of ${counted(Math.max(total, inputs))}${isCounted ? '' : ' or more'}`]
    if (refused > 0) parts.push(`${counted(refused)} rejected`)
    if (articles > 0) parts.push(`${articles < 10 ? articles.toFixed(1) : counted(articles)} articles/s`)
    if (isCounted && perInput > 0) parts.push(`${duration(perInput * (total - inputs))} left`)
    return parts.join(' · ')
  }

  function barOf({ inputs }: Tally, line: string): string {
    const width = Math.min(30, (terminal.columns || 80) - line.length - 2)
    if (width < 5) return line.slice(0, (terminal.columns || 80) - 1)
    const full = Math.min(width, Math.round((inputs / Math.max(total, 1)) * width))
    return `${'█'.repeat(full)}${'░'.repeat(width - full)} ${line}`
  }
}

/** Articles a second, and seconds for an input. */
type Speed = { articles: number; perInput: number }

function speedOf(from: { at: number; tally: Tally }, to: { at: number; tally: Tally }): Speed {
  const seconds = Math.max(1, to.at - from.at) / 1000
  const inputs = to.tally.inputs - from.tally.inputs
  return { articles: (to.tally.articles - from.tally.articles) / seconds, perInput: inputs > 0 ? seconds / inputs : 0 }
}
