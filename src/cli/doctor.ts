import { usingArchive } from '../archive.ts'
import type { Refused } from '../store/inputs.ts'
import { check, type Holdings } from '../store/sqlite/check.ts'
import { openSqlite } from '../store/sqlite/sqlite.ts'
import { endQuietlyWithReader } from './output.ts'
import { counted, several, shown } from './shown.ts'

const remedy = `What to do: go back to the last backup (verbatim backup makes them), or read the articles again into a new archive:
  verbatim ingest --archive NEW PATH…`

/** Says how an archive is, and what to do. Gives the exit code: 0 when it is whole, 2 when it is not. */
export async function doctor(archive: string): Promise<number> {
  endQuietlyWithReader()
  return usingArchive(archive, async () => {
    let damages = 0
    for (const finding of check(archive)) {
      if ('bytes' in finding) {
        const { articles, versions, quotes, bytes } = finding
        say(
          `${shown(archive)}: ${several(articles, 'article')} in ${several(versions, 'version')}, ${several(quotes, 'quote')}, ${counted(bytes / 1e6)} MB${notTaken(finding)}`,
        )
        continue
      }
      const { about, wrong, kind } = finding
      if (wrong !== null && kind === 'damage') damages++
      say(
        wrong === null
          ? `  ok      ${about}`
          : `  ${kind === 'damage' ? 'WRONG ' : 'look  '}  ${about}: ${shown(wrong)}`,
      )
    }
    say(damages === 0 ? 'The archive is whole.' : `The archive is damaged. ${remedy}`)
    return damages === 0 ? 0 : 2
  })
}

/** `; 2 rejected, 1 skipped (verbatim doctor --rejected)` */
function notTaken({ refused, skipped }: Holdings): string {
  const parts = [
    ...(refused > 0 ? [`${counted(refused)} rejected`] : []),
    ...(skipped > 0 ? [`${counted(skipped)} skipped`] : []),
  ]
  return parts.length > 0 ? `; ${parts.join(', ')} (verbatim doctor --rejected)` : ''
}

const batch = 1_000

/** Lists what was refused, with code and reason. Gives the exit code. */
export async function rejected(archive: string): Promise<number> {
  endQuietlyWithReader()
  return usingArchive(archive, async () => {
    const store = openSqlite(archive, { mayCreate: false })
    try {
      let last: Refused | null = null
      do {
        const some: Refused[] = await store.refused(last, batch)
        for (const { path, code, detail, outcome } of some) say(shown(`${path}: ${outcome}: ${code}: ${detail}`))
        last = some.at(-1) ?? null
      } while (last)
    } finally {
      await store.close()
    }
    return 0
  })
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)
