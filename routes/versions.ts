import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Version, VersionList } from '#/schemas/version.ts'
import { articleNotFound } from '#/src/errors.ts'
import { answer, asked } from '#/src/http/answer.ts'
import { findHead, type Where } from '#/src/http/find.ts'
import { nearest } from '#/src/http/nearest.ts'
import { operation } from '#/src/http/operation.ts'
import { selfOf } from '#/src/http/page.ts'
import { forms } from '#/src/http/representations.ts'
import { current, live, versioned } from '#/src/http/scope.ts'
import { articlePath } from '#/src/present/paths.ts'
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
      if (heads.length === 0)
        throw articleNotFound(articleId, { suggestions: nearest(articleId, await app.store.ids(1000)) })
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
}
