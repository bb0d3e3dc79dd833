import type { DatabaseSync } from 'node:sqlite'
import type { ArticleRecord } from '#/schemas/record.ts'
import { writer } from '../write/put.ts'

/**
 * Schema 1 had no tables that span articles, and records with fewer facts. Every newest record is written anew with what
 * it has; what it cannot say is `unsupported` until its input is read again. Versions, their dates and the generation
 * stay.
 */
export function fromFirst(db: DatabaseSync, tables: string): void {
  db.exec(`
    drop view newest;
    drop index article_by_title;
    drop index article_by_date;
    drop index version_by_bytes;
    alter table archive rename to old_archive;
    alter table article rename to old_article;
    alter table version rename to old_version;
    ${tables}
  `)
  const { restore } = writer(db)
  const newest = db.prepare(`
    select old_article.source, old_version.record from old_article
    join old_version on old_version.article = old_article.id and old_version.version = old_article.version`)
  for (const { source, record } of newest.iterate())
    restore(completed(JSON.parse(record as string) as FirstRecord), source as string)
  db.exec(`
    update version set number = -number;
    update version set (number, ingested_at) = (
      select number, ingested_at from old_version old where old.article = version.article and old.version = version.version);
    insert into version select * from old_version where (article, version) not in (select id, version from article);
    drop table old_version;
    drop table old_article;
    drop table old_archive;
  `)
}

/** What later records say beside it. */
const facts = ['standfirst', 'section', 'keywords', 'image', 'access'] as const

type FirstRecord = Omit<ArticleRecord, 'source' | 'article'> & {
  source: Omit<ArticleRecord['source'], 'warnings'>
  article: Omit<ArticleRecord['article'], (typeof facts)[number]>
}

function completed({ source, article, ...record }: FirstRecord): ArticleRecord {
  const nothing = Object.fromEntries(facts.map((fact) => [fact, null])) as Record<(typeof facts)[number], null>
  const unknown = Object.fromEntries(facts.map((fact) => [fact, { reason: 'unsupported' as const, found: [] }]))
  return {
    ...record,
    source: { ...source, warnings: [] },
    article: { ...article, ...nothing, unknown: { ...unknown, ...article.unknown } },
  }
}
