import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Metadata } from '#/schemas/metadata.ts'
import { offsets } from '#/src/http/ask/parameters.ts'
import { serveResource } from '#/src/http/resource/resource.ts'
import type { Scope } from '#/src/http/resource/scope.ts'
import { presentMetadata } from '#/src/present/article.ts'

/** `…/metadata`: what is known about the article, and where it was read. */
export async function metadata(app: FastifyInstance, scope: Scope): Promise<void> {
  serveResource(app, scope, {
    operationId: 'getArticleMetadata',
    tag: 'metadata',
    summary: 'The metadata',
    description: 'What is known about the article, where each value comes from, and why the others are null.',
    path: '/metadata',
    query: z.strictObject({ offsets }),
    answer: Metadata,
    read: ({ record, base }) => presentMetadata(record, base),
  })
}
