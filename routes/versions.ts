import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { QuoteChangeList } from '#/schemas/change.ts'
import { Version, VersionList } from '#/schemas/version.ts'
import { answer, asked } from '#/src/http/answer/answer.ts'
import { selfOf } from '#/src/http/answer/page.ts'
import type { Head, Store } from '#/src/http/answer/services.ts'
import { offsets } from '#/src/http/ask/parameters.ts'
import { forms } from '#/src/http/ask/representations.ts'
import { findHead, findRecord, noArticle, type Where } from '#/src/http/resource/find.ts'
import { operation } from '#/src/http/resource/operation.ts'
import { current, live, versioned } from '#/src/http/resource/scope.ts'
import { presentChanges } from '#/src/present/changes.ts'
import { articlePath, versionPath } from '#/src/present/paths.ts'
import { presentVersion } from '#/src/present/version.ts'

const query = z.strictObject({})

/** `…/versions` and `…/versions/{version}`: the texts that the article had. Their tags hold the time of loading, too. */
export async function versions(app: FastifyInstance): Promise<void> {
  const list = {
    operationId: 'listVersions',
    tag: 'versions',
    summary: 'The versions',
    description: 'Every version of the text, the newest first.',
  }
  app.get(
    `${current.prefix}/versions`,
    { schema: operation(list, { params: current.params, query }, forms.json, VersionList) },
    async (request, reply) => {
      const ask = asked(request, { operationId: list.operationId, query, available: [forms.json] })
      const { articleId } = request.params as Where
      const heads = await app.store.versions(articleId)
      if (heads.length === 0) throw await noArticle(app.store, articleId)
      const parts = heads.flatMap(({ version, extractor, ingestedAt }) => [version, extractor, ingestedAt])
      const links = [{ href: articlePath(articleId), rel: 'latest-version' }]
      return answer(request, reply, ask, { parts, cacheControl: live, links }, () => ({
        body: JSON.stringify({
          items: heads.map(presentVersion),
          total: heads.length,
          next: null,
          self: selfOf(ask),
        }),
      }))
    },
  )

  const one = {
    operationId: 'getVersion',
    tag: 'versions',
    summary: 'One version',
    description: 'One version of the text: its digest, and the extractor that read it.',
  }
  app.get(
    versioned.prefix,
    { schema: operation(one, { params: versioned.params, query }, forms.json, Version) },
    async (request, reply) => {
      const ask = asked(request, { operationId: one.operationId, query, available: [forms.json] })
      const head = await findHead(app.store, request.params as Where)
      const base = articlePath(head.id)
      const links = [
        { href: base, rel: 'latest-version' },
        { href: `${base}/versions`, rel: 'version-history' },
      ]
      const parts = [head.version, head.extractor, head.ingestedAt]
      const { cacheControl } = versioned
      return answer(request, reply, ask, { parts, cacheControl, links }, () => ({
        body: JSON.stringify(presentVersion(head)),
      }))
    },
  )

  changes(app)
}

const since = z
  .string()
  .max(64)
  .optional()
  .meta({
    description: 'The version to compare with; the one before it where none is named.',
    examples: ['432a4fde1cba'],
  })

/** `…/versions/{version}/changes`: which quotes are not what they were. */
function changes(app: FastifyInstance): void {
  const about = {
    operationId: 'listVersionChanges',
    tag: 'versions',
    summary: 'What changed in the quotes',
    description: 'How the quotes of a version differ from those of an older one: added, removed, reworded, changed.',
  }
  const query = z.strictObject({ since, offsets })
  app.get(
    `${versioned.prefix}/changes`,
    { schema: operation(about, { params: versioned.params, query }, forms.json, QuoteChangeList) },
    async (request, reply) => {
      const ask = asked(request, { operationId: about.operationId, query, available: [forms.json] })
      const where = request.params as Where
      const head = await findHead(app.store, where)
      const older = await olderThan(app.store, head, ask.query.since)
      const base = articlePath(head.id)
      const links = [
        { href: versionPath(head.id, head.version), rel: 'collection' },
        { href: `${base}/versions`, rel: 'version-history' },
        ...(older ? [{ href: versionPath(head.id, older.version), rel: 'predecessor-version' }] : []),
      ]
      const parts = [head.version, head.digest, older?.version ?? '', older?.digest ?? '']
      const { cacheControl } = versioned
      return answer(request, reply, ask, { parts, cacheControl, links }, async () => {
        const before = older && (await findRecord(app.store, older))
        const { items, same } = presentChanges(before, await findRecord(app.store, head), ask.query.offsets)
        const list = { items, total: items.length, next: null, self: selfOf(ask) }
        return { body: JSON.stringify({ ...list, from: older?.version ?? null, to: head.version, same }) }
      })
    },
  )
}

/** The version that is named, or the one that came before. */
async function olderThan(store: Store, head: Head, version: string | undefined): Promise<Head | null> {
  if (version !== undefined) return findHead(store, { articleId: head.id, version })
  const heads = await store.versions(head.id)
  return heads[heads.findIndex((each) => each.version === head.version) + 1] ?? null
}
