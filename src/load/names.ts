import { type LoadCode, LoadError, loadFaults } from './load-error.ts'

/** A file's name as the file system has it: bytes, since a name need not be Unicode. */
export type FileName = Buffer

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A name to print and to know the file by: itself when it is Unicode, else with its odd bytes as `\xff`. */
export function printed(name: FileName): string {
  try {
    return utf8.decode(name)
  } catch {
    return name
      .toString('latin1')
      .replace(/[^\x20-\x7e]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`)
  }
}

const slash = Buffer.from('/')

export const inFolder = (folder: FileName, name: FileName): FileName =>
  Buffer.concat(folder.at(-1) === slash[0] ? [folder, name] : [folder, slash, name])

/** Errors of the system that mean the same to who saved the file. */
const same: Readonly<Record<string, LoadCode>> = {
  EPERM: 'EACCES',
  ENOTDIR: 'ENOENT',
  ELOOP: 'SYMLINK',
  ENXIO: 'NOT_REGULAR',
  ENFILE: 'EMFILE',
}

const sentences: Partial<Record<LoadCode, string>> = {
  EACCES: 'Permission to read it is denied.',
  ENOENT: 'There is no such file.',
  ENAMETOOLONG: 'Its path is too long for this system.',
  SYMLINK: 'It is a symbolic link; links are not followed.',
  NOT_REGULAR: 'It is not a file.',
  EMFILE: 'Too many files are open.',
}

/** What the system said about a file, as a fault; anything but its errors is a bug and stays what it is. */
export function unreadable(error: unknown, name: FileName): unknown {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return error
  const code = codeOf(error.code)
  return new LoadError(code, sentences[code] ?? `It cannot be read (${error.code}).`, printed(name))
}

const codeOf = (code: string): LoadCode => same[code] ?? (isLoadCode(code) ? code : 'EIO')

const isLoadCode = (code: string): code is LoadCode => Object.hasOwn(loadFaults, code)
