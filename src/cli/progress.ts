const width = 30
/** Milliseconds between two drawings. */
const pause = 100

/** How far a long run has come, on one line of a terminal. Draws nothing where no person looks, or for one file. */
export function progressOf(total: number, terminal: NodeJS.WriteStream = process.stderr) {
  const watched = terminal.isTTY && total > 1
  let done = 0
  let drawn = 0
  return {
    step() {
      done++
      if (!watched || Date.now() - drawn < pause) return
      drawn = Date.now()
      const full = Math.round((done / total) * width)
      terminal.write(`\r${'█'.repeat(full)}${'░'.repeat(width - full)} ${done}/${total}`)
    },
    end() {
      if (watched) terminal.write('\r\u001b[K')
    },
  }
}
