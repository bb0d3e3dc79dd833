import type { FastifyInstance } from 'fastify'
import { discovery } from '#/src/http/answer/discovery.ts'
import { linkHeader } from '#/src/http/answer/link-header.ts'

const path = '/.well-known/api-catalog'

/** `/.well-known/api-catalog` (RFC 9727): where the API is, what describes it, and how it is. */
export async function apiCatalog(app: FastifyInstance): Promise<void> {
  const at = (href: string): string => app.publicUrl + href
  const catalog = {
    linkset: [
      {
        anchor: at('/v1/articles'),
        ...Object.fromEntries(discovery.map(({ href, rel, type }) => [rel, [{ href: at(href), type }]])),
        status: [{ href: at('/readyz'), type: 'application/json' }],
      },
      { anchor: at(path), item: [{ href: at('/v1/articles') }] },
    ],
  }
  const bytes = Buffer.from(JSON.stringify(catalog))
  app.get(path, { schema: { hide: true } }, (_, reply) =>
    reply
      .headers({
        'content-type': 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
        'cache-control': 'public, max-age=86400',
        link: linkHeader([{ href: path, rel: 'api-catalog' }, ...discovery]),
      })
      .send(bytes),
  )
}
