import { readFileSync } from 'node:fs'
import { type CueFile, readCues } from '#/src/extract/paragraph/cues.ts'

const file = new URL('../../data/lexicon/cues.json', import.meta.url)

/** The verbs of speech that the service ships. */
export const cues = readCues(JSON.parse(readFileSync(file, 'utf8')) as CueFile)
