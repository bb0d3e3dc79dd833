import { parseArgs } from 'node:util'
import { CannotRun } from '../cannot-run.ts'

export type Arguments = {
  values: Record<string, string | undefined>
  flags: ReadonlySet<string>
  paths: string[]
  help: boolean
}

/** What was typed behind a command: its options with their values, its flags without, and its paths. Behind `--` all are paths. */
export async function readArguments(
  args: string[],
  options: readonly string[],
  flags: readonly string[] = [],
): Promise<Arguments> {
  const { tokens, positionals } = parseArgs({
    args,
    options: {
      ...Object.fromEntries(options.map((name) => [name, { type: 'string' as const }])),
      ...Object.fromEntries(flags.map((name) => [name, { type: 'boolean' as const }])),
      ...helpOption,
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const values: Arguments['values'] = {}
  const given = new Set<string>()
  let help = false
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName, value } = token
    if (options.includes(name)) values[name] = valueBehind(token, values[name])
    else if (name !== 'help' && !flags.includes(name)) throw await unknownOption(rawName, [...options, ...flags])
    else if (value !== undefined) throw new CannotRun(`${rawName} takes no value`)
    else if (name === 'help') help = true
    else given.add(name)
  }
  return { values, flags: given, paths: positionals, help }
}

type Typed = { rawName: string; value?: string | undefined; inlineValue?: boolean | undefined }

/** What stands behind `--archive` is its value, unless it is an option itself: `--archive --json` has forgotten one. */
function valueBehind({ rawName, value, inlineValue }: Typed, before: string | undefined): string {
  if (!value || (value.startsWith('-') && !inlineValue)) throw new CannotRun(`${rawName} needs a value`)
  if (before !== undefined && before !== value)
    throw new CannotRun(`${rawName} is given twice: '${before}' and '${value}'`)
  return value
}

const helpOption = { help: { type: 'boolean' as const, short: 'h' } }

async function unknownOption(typed: string, options: readonly string[]): Promise<CannotRun> {
  const flags = options.map((name) => `--${name}`)
  return new CannotRun(`unknown option ${typed}${await suggestion(typed, flags)}`)
}

/** `: did you mean serve?` when one of the words is near enough to be meant, else nothing. */
export async function suggestion(typed: string, words: readonly string[]): Promise<string> {
  const { nearest } = await import('../http/ask/nearest.ts')
  const [word] = nearest(typed, words, 1)
  return word ? `: did you mean ${word}?` : ''
}
