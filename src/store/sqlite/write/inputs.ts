import type { DatabaseSync } from 'node:sqlite'
import type { FinishedInput, Refusal, Refused } from '../../inputs.ts'

/** Inputs of an archive; all but `finished` and `refused` write, inside of a transaction of their caller. */
export function inputs(db: DatabaseSync) {
  const digest = db.prepare('select digest from input where path = ? and reader = ?')
  const remember = db.prepare(`
    insert into input (path, digest, reader) values (?, ?, ?)
    on conflict (path) do update set digest = excluded.digest, reader = excluded.reader`)
  const own = db.prepare('select code, detail, outcome from refused where path = ? order by code, detail')
  const before = db.prepare('select digest from input where path = ? and digest <> ?')
  const copies = db.prepare('delete from input where digest = ? and path <> ?')
  const unread = db.prepare(`update input set reader = '' where path = ?`)
  const mended = db.prepare('delete from refused where path = ?')
  const add = db.prepare(
    'insert or replace into refused (path, code, detail, outcome, refused_at) values (?, ?, ?, ?, ?)',
  )
  const some = db.prepare(`
    select path, code, detail, outcome, refused_at as refusedAt from refused
    where (path, code, detail) > (?, ?, ?) order by path, code, detail limit ?`)

  const refuse = (path: string, { code, detail, outcome }: Refusal): void =>
    void add.run(path, code, detail, outcome, new Date().toISOString())

  return {
    finished(path: string, reader: string): { digest: string; refusals: Refusal[] } | null {
      const known = digest.get(path, reader)
      return known ? { digest: known.digest as string, refusals: own.all(path) as Refusal[] } : null
    },

    finish({ path, digest, reader, refusals }: FinishedInput): void {
      // The same bytes under another name gave no article of their own: now they may, so they are read again.
      const changed = before.get(path, digest ?? '')
      if (changed) copies.run(changed.digest as string, path)
      // What it held stays known: one that could not be read may have changed, and so may its copies count the next time.
      if (digest === null) unread.run(path)
      else remember.run(path, digest, reader)
      mended.run(path)
      for (const refusal of refusals) refuse(path, refusal)
    },

    refuse,

    // What it held stays known: another file of its name may take its place, and then its copies are read again.
    forget(path: string): void {
      unread.run(path)
      mended.run(path)
    },

    refused: (after: Pick<Refused, 'path' | 'code' | 'detail'> | null, limit: number): Refused[] =>
      some.all(after?.path ?? '', after?.code ?? '', after?.detail ?? '', limit) as Refused[],
  }
}
