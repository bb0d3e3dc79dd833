import type { DestinationStream, Logger, LoggerOptions } from 'pino'
import { pino, stdTimeFunctions } from 'pino'
import type { Config } from '../config.ts'

/** Controls that JSON leaves as they are: C1, line and paragraph separators, and those that turn the direction of text. */
const controls = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

const hex = (control: string) => control.charCodeAt(0).toString(16).padStart(4, '0')

/**
 * One JSON line an event on standard output; on a terminal, lines for people. Whatever a client or a file name holds,
 * an event stays one line and moves no cursor.
 */
export async function openLog({ logLevel }: Pick<Config, 'logLevel'>): Promise<Logger> {
  const onTerminal = process.stdout.isTTY
  // A printer for people decodes the line once more: there the backslash has to survive that.
  const backslash = onTerminal ? '\\\\' : '\\'
  const options: LoggerOptions = {
    level: logLevel,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    hooks: { streamWrite: (line) => line.replace(controls, (control) => `${backslash}u${hex(control)}`) },
  }
  return pino(options, onTerminal ? await terminal() : lines())
}

async function terminal(): Promise<DestinationStream> {
  const { default: pretty } = await import('pino-pretty')
  return pretty({ colorize: true, sync: true, translateTime: 'SYS:HH:MM:ss' })
}

/** A log that cannot be written (a full disk, a reader that went away) must not end the service. */
function lines(): DestinationStream {
  const destination = pino.destination({ dest: 1, sync: true })
  destination.on('error', () => {})
  return destination
}
