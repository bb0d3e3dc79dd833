import { z } from 'zod'
import { pageOf } from './page.ts'

export const Version = z
  .object({
    version: z.string().meta({ description: 'The first 12 hex digits of its SHA-256.', examples: ['432a4fde1cba'] }),
    sha256: z.string().meta({
      description: 'SHA-256 of the UTF-8 bytes of its text, in hex.',
      examples: ['432a4fde1cbae2cae29a67360b8fd29a0d46f5d7db381bdd850584438a993563'],
    }),
    extractor: z.string().meta({ description: 'The version of the extractor that read it.', examples: ['rules-1'] }),
    ingestedAt: z
      .string()
      .meta({ description: 'When it was loaded (ISO 8601, UTC).', examples: ['2026-11-24T02:00:00.000Z'] }),
    href: z.string().meta({
      description: 'The article in this version.',
      examples: ['/v1/articles/a-title/versions/432a4fde1cba'],
    }),
    changes: z.string().meta({
      description: 'What changed in its quotes since the version before.',
      examples: ['/v1/articles/a-title/versions/432a4fde1cba/changes'],
    }),
  })
  .meta({ id: 'Version', description: 'One version of the text of an article. It never changes.' })
export type Version = z.infer<typeof Version>

export const VersionList = pageOf(Version, 'VersionList', 'versions')
