import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesAt } from '#/src/files.ts'

const folder = mkdtempSync(join(tmpdir(), 'verbatim-files-'))
const at = (...names: string[]) => join(folder, ...names)

beforeAll(() => {
  mkdirSync(at('wire', 'asia'), { recursive: true })
  for (const name of ['b.txt', 'a.txt', 'Z.txt', '10.txt', '9.txt', '.hidden', 'asia/c.txt'])
    writeFileSync(at('wire', name), '')
  symlinkSync(at('wire'), at('wire', 'loop'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const pathsAt = (...paths: string[]) => [...filesAt(paths)].map(({ path }) => path.replace(`${folder}/`, ''))

describe('the files of a run', () => {
  it('come in the order of the arguments, each as often as it is named', () => {
    expect(pathsAt(at('wire/b.txt'), at('wire/a.txt'), at('wire/b.txt'))).toEqual([
      'wire/b.txt',
      'wire/a.txt',
      'wire/b.txt',
    ])
  })

  it('of a folder come sorted by code unit, without hidden ones; a link in it is not followed', () => {
    expect(pathsAt(at('wire'))).toEqual([
      'wire/10.txt',
      'wire/9.txt',
      'wire/Z.txt',
      'wire/a.txt',
      'wire/asia/c.txt',
      'wire/b.txt',
      'wire/loop',
    ])
  })

  it('are named even where there is none: whoever reads it says so', () => {
    expect(pathsAt(at('none.txt'), at('x'.repeat(300)))).toHaveLength(2)
  })
})
