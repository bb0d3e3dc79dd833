import { z } from 'zod'
import { articlePath, versionPath } from '#/src/present/paths.ts'
import type { Head } from '#/src/store/store.ts'
import type { Asked, Terms } from '../answer/answer.ts'
import type { Link } from '../answer/link-header.ts'
import type { Where } from './find.ts'

/**
 * Where a resource of an article is asked for: of the article as it is now, or of one version of it. Every resource
 * exists in both, with the same handlers.
 */
export type Scope = {
  prefix: string
  /** getArticleText → getVersionText, listQuotes → listVersionQuotes. */
  named: (operation: string) => string
  params: Record<string, z.ZodString>
  /** How long a cache may keep an answer. */
  cacheControl: string
}

const articleId = z.string().meta({
  description: 'The id of the article.',
  examples: ['malaysian-pm-anwar-meets-hamas-leaders-in-qatar-amid-us-concerns'],
})
const version = z.string().meta({ description: 'The version: 12 hex digits.', examples: ['432a4fde1cba'] })

export const live = 'public, max-age=60, stale-while-revalidate=600'

export const current: Scope = {
  prefix: '/v1/articles/:articleId',
  named: (operation) => operation,
  params: { articleId },
  cacheControl: live,
}

/** A better extractor may change a speaker in a version, never the words: a day, not for ever. */
export const versioned: Scope = {
  prefix: '/v1/articles/:articleId/versions/:version',
  named: (operation) => operation.replace(/^(get|list)(?:Article)?/u, '$1Version'),
  params: { articleId, version },
  cacheControl: 'public, max-age=86400',
}

/** The path of what a request is about. */
export const basePath = ({ articleId: id, version: digits }: Where): string =>
  digits === undefined ? articlePath(id) : versionPath(id, digits)

/** What decides the bytes of an answer about an article, and where it is cited, whatever the request calls it. */
export function termsOf(scope: Scope, where: Where, head: Head, ask: Asked<unknown>, links: readonly Link[]): Terms {
  const version = versionPath(head.id, head.version)
  return {
    parts: [head.version, head.digest],
    cacheControl: scope.cacheControl,
    links: [
      ...links,
      { href: version + ask.plain.slice(basePath(where).length), rel: 'cite-as' },
      { href: `${articlePath(head.id)}/versions`, rel: 'version-history' },
    ],
  }
}
