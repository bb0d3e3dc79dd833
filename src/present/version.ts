import type { Version } from '#/schemas/version.ts'
import { versionPath } from './paths.ts'

export const presentVersion = (head: Omit<Version, 'href' | 'changes'> & { id: string }): Version => ({
  version: head.version,
  sha256: head.sha256,
  extractor: head.extractor,
  ingestedAt: head.ingestedAt,
  href: versionPath(head.id, head.version),
  changes: `${versionPath(head.id, head.version)}/changes`,
})
