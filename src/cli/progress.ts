import { readdirSync } from 'node:fs'

const width = 30
/** Milliseconds between two drawings. */
const pause = 100

/** How far a long run has come, on one line of a terminal. Draws nothing where no person looks, or for one file. */
export function progressOf(paths: readonly string[], terminal: NodeJS.WriteStream = process.stderr) {
  const total = terminal.isTTY ? paths.map(filesAt).reduce((sum, count) => sum + count, 0) : 0
  const watched = total > 1
  let done = 0
  let drawn = 0
  return {
    step() {
      done++
      if (!watched || Date.now() - drawn < pause) return
      drawn = Date.now()
      const full = Math.min(width, Math.round((done / total) * width))
      terminal.write(`\r${'█'.repeat(full)}${'░'.repeat(width - full)} ${done} of ${total}`)
    },
    end() {
      if (watched) terminal.write('\r\u001b[K')
    },
  }
}

/** One for a file, and for what cannot be looked at: it gets its line too. */
function filesAt(path: string): number {
  try {
    const entries = readdirSync(path, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.')).length
  } catch {
    return 1
  }
}
