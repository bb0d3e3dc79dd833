import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** A folder in which a user has installed the client from its tarball. It goes away with the process. */
export function installed(): string {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-sdk-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const npm = (...args: string[]): string => execFileSync('npm', args, { cwd: folder, encoding: 'utf8' })
  execFileSync('npm', ['run', 'sdk:build'], { cwd: root })
  const [{ filename }] = JSON.parse(npm('pack', '--json', join(root, 'dist')))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }\n')
  npm('install', '--offline', '--no-audit', '--no-fund', `./${filename}`)
  return folder
}
