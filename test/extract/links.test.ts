import { expect, it } from 'vitest'
import { linksIn, openGazetteer, relink } from '../helpers/linked.ts'
import { linkedSentences } from './linked-sentences.ts'

const gazetteer = openGazetteer()

it.each(linkedSentences)('links %s: %s', (_, sentence) => {
  expect(relink(sentence, linksIn(sentence, gazetteer), gazetteer)).toBe(sentence)
})
