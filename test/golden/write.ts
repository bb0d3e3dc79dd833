import { existsSync, writeFileSync } from 'node:fs'
import { drawn } from './drawn.ts'
import { expectedAt, goldenSlugs, readGolden } from './read.ts'

/**
 * `npm run golden`: writes expected.json for folders that have none, for a person to check line by line before it is
 * committed. With `--again SLUG` it writes one anew.
 */
const again = process.argv[process.argv.indexOf('--again') + 1]
for (const slug of goldenSlugs()) {
  if (existsSync(expectedAt(slug)) && slug !== again) continue
  writeFileSync(expectedAt(slug), `${JSON.stringify(drawn(await readGolden(slug)), null, 2)}\n`)
  console.log(`${slug}: written; check every line before you commit it`)
}
