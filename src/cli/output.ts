import { once } from 'node:events'

/** One line of JSON on standard output, when its reader is ready for it. */
export async function printLine(line: object): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain')
}

/** `verbatim extract … | head -1`: a reader that has seen enough is no error. */
export function endQuietlyWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
}
