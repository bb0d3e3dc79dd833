import type { DatabaseSync } from 'node:sqlite'
import type { ArticleRecord } from '#/schemas/record.ts'
import { talliesOf } from '../../tally.ts'
import { entities } from '../write/entities.ts'

/**
 * Schema 2 did not know which articles call an entity what: its type was that of the first article, its name the fullest
 * that there ever was. It found no input by its bytes, either.
 */
export function fromSecond(db: DatabaseSync): void {
  db.exec(`
    create table called (
      entity   integer not null references entity (number),
      type     text    not null,
      name     text    not null,
      articles integer not null,
      primary key (entity, type, name)
    ) strict, without rowid;
    create index input_by_digest on input (digest);
  `)
  const { name, settle } = entities(db)
  for (const { record } of db.prepare('select record from newest').iterate())
    name(talliesOf(JSON.parse(record as string) as ArticleRecord))
  for (const { number } of db.prepare('select number from entity').all()) settle(number as number)
}
