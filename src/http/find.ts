import type { ArticleRecord } from '#/schemas/record.ts'
import { articleNotFound, versionNotFound } from '#/src/errors.ts'
import type { Head, Store } from '#/src/store/store.ts'
import { nearest } from './nearest.ts'

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
  throw articleNotFound(articleId, { suggestions: nearest(articleId, await store.ids(1000)) })
}

/** The record of a head; it may have gone between the two questions. */
export async function findRecord(store: Store, { id, version }: Head): Promise<ArticleRecord> {
  const record = await store.get(id, version)
  if (!record) throw articleNotFound(id)
  return record
}
