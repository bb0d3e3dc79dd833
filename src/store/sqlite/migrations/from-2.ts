import type { DatabaseSync } from 'node:sqlite'
import type { ArticleRecord } from '#/schemas/record.ts'
import { pack } from '../packed.ts'
import { shownOf } from '../shown.ts'

/**
 * Schema 2 kept records as plain JSON, and each quote of a list in a row of its own. Both are packed; nothing else is
 * written anew. The room that this makes stays in the file, and is filled before it grows.
 */
export function fromSecond(db: DatabaseSync): void {
  db.exec(`
    drop view newest;
    drop index version_by_bytes;
    drop table wording;
    alter table version rename to old_version;
    create table version (
      number      integer primary key,
      article     text not null references article (id),
      version     text not null,
      sha256      text not null,
      bytes       text not null,
      extractor   text not null,
      ingested_at text not null,
      digest      text not null,
      record      blob not null,
      unique (article, version)
    ) strict;
    create table shown (
      article integer primary key,
      lines   blob not null
    ) strict;
  `)
  packAll(db)
  db.exec(`
    drop table old_version;
    create index version_by_bytes on version (bytes);
    create view newest as
      select article.id, article.source, article.place, article.quotes, version.*
      from article join version on version.article = article.id and version.version = article.version;
  `)
}

export const packedVersion = `
  insert into version select number, article, version, sha256, bytes, extractor, ingested_at, digest, :record
  from old_version where number = :number`

/** Row by row: what a function gives to one statement is kept in memory until the statement ends. */
function packAll(db: DatabaseSync): void {
  const version = db.prepare(packedVersion)
  const versions = db.prepare('select number, record from old_version order by number').iterate()
  for (const { number, record } of versions) version.run({ number: number!, record: pack(record as string) })
  const shown = db.prepare('insert into shown (article, lines) values (:place, :lines)')
  const newest = db.prepare(`
    select article.place, record from article
    join old_version on old_version.article = article.id and old_version.version = article.version
    order by article.place`)
  for (const { place, record } of newest.iterate())
    shown.run({ place: BigInt(place as number), lines: shownOf(JSON.parse(record as string) as ArticleRecord) })
}
