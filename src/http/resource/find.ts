import type { ArticleRecord } from '#/schemas/record.ts'
import { articleNotFound, type ProblemError, versionNotFound } from '#/src/errors.ts'
import { articlePath } from '#/src/present/paths.ts'
import type { Head, Store } from '#/src/store/store.ts'
import type { Link } from '../answer/link-header.ts'
import { nearest } from '../ask/nearest.ts'

export type Where = { articleId: string; version?: string }

/**
 * What a path names, as far as a tag needs it.
 *
 * @throws article-not-found with the nearest ids, version-not-found
 */
export async function findHead(store: Store, { articleId, version }: Where): Promise<Head> {
  const head = await store.head(articleId, version)
  if (head) return head
  if (version !== undefined && (await store.head(articleId))) throw versionNotFound(version)
  throw await noArticle(store, articleId)
}

/** Those that begin alike stand together; a mistake in the first letters of an id is found in a small archive alone. */
const compared = 500

export async function noArticle(store: Store, articleId: string): Promise<ProblemError> {
  return articleNotFound(articleId, { suggestions: nearest(articleId, await store.ids(compared, articleId)) })
}

/** The record of a head; it may have gone between the two questions. */
export async function findRecord(store: Store, { id, version }: Head): Promise<ArticleRecord> {
  const record = await store.get(id, version)
  if (!record) throw articleNotFound(id)
  return record
}

/** Under what terms an article may be used: its licence, or where its copyright notice stands. */
export const rightsOf = ({ article: { id, rights } }: ArticleRecord): Link[] =>
  rights.license !== null && /^https?:/u.test(rights.license)
    ? [{ href: rights.license, rel: 'license' }]
    : [{ href: `${articlePath(id)}/metadata`, rel: 'copyright' }]
