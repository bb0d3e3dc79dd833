import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Calibration, SpeechModel } from './extract/attribution/model.ts'
import { type RoleWeights, readRoleModel } from './extract/roles/model.ts'
import type { StatementModel } from './extract/statements/model.ts'
import { readModel, type TaggerWeights } from './extract/tagger/model.ts'
import { readTrees } from './models/trees.ts'

/** What was learned, from data/models: numbers alone. The large tables stand in memory that threads share. */
export type Models = {
  tagger: TaggerWeights
  roles: RoleWeights
  statements: StatementModel
  speech: SpeechModel
}

let models: Models | undefined

/** Read on first use, kept for good. */
export function openModels(): Models {
  models ??= readModels()
  return models
}

function readModels(): Models {
  const tagger = readModel(unpacked('tagger.bin.gz'))
  return {
    tagger,
    roles: readRoleModel(unpacked('roles.bin.gz'), tagger.knowledge.clusters),
    statements: {
      detector: readTrees(unpacked('statements.bin.gz')),
      speaker: readTrees(unpacked('statement-speaker.bin.gz')),
    },
    speech: {
      speaker: readTrees(unpacked('speaker.bin.gz')),
      speech: readTrees(unpacked('speech.bin.gz')),
      extent: readTrees(unpacked('extent.bin.gz')),
      calibration: JSON.parse(open('speaker-calibration.json').toString('utf8')) as Calibration,
    },
  }
}

const open = (name: string): Buffer => readFileSync(new URL(`../data/models/${name}`, import.meta.url))

const unpacked = (name: string): Buffer => gunzipSync(open(name))
