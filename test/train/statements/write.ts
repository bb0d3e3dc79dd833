import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RoleModel, readRoleModel, rolesOf } from '#/src/extract/roles/model.ts'
import { trained } from './chain.ts'
import { clusters, readDocument } from './documents.ts'
import { foldCount, foldOf, tuneArticles } from './polnear.ts'

/**
 * Models that never saw one part of the corpus, for whoever learns from what they say of it: `npm run train:folds`
 * writes them to a folder for temporary files, `heldOut` reads them.
 */
const folder = join(tmpdir(), 'verbatim-roles')
const file = (fold: number): string => join(folder, `without-${fold}.bin`)

/** The model that did not see the articles of a fold. */
export const heldOut = (fold: number): RoleModel => rolesOf(readRoleModel(readFileSync(file(fold)), clusters()))

if (import.meta.main) {
  mkdirSync(folder, { recursive: true })
  const documents = tuneArticles().map(readDocument)
  for (let fold = 0; fold < foldCount; fold++)
    writeFileSync(file(fold), trained(documents.filter(({ article }) => foldOf(article.id) !== fold)))
}
