import { expect, it } from 'vitest'
import { findElisions, findInterpolations } from '#/src/extract/quotes/edits.ts'
import { mark, unmark, whole } from '#/test/helpers/marked.ts'

it.each([
  ['what an editor put in', '“‹[The council]› will not wait.”'],
  ['two notes', '“‹[It]› is for ‹[the town]› to say.”'],
  ['a bracket that is never closed is no note', '“The [council will not wait.”'],
  ['nor is an ellipsis in brackets', '“The council […] will not wait.”'],
])('interpolations: %s', (_, drawn) => {
  const quote = unmark(drawn)
  expect(mark(quote, findInterpolations(quote, whole(quote)))).toBe(drawn)
})

it.each([
  ['an ellipsis', '“The council ‹…› will not wait.”'],
  ['three dots', '“The council ‹...› will not wait.”'],
  ['dots apart', '“The council ‹. . .› will not wait.”'],
  ['alone in brackets', '“The council [‹…›] will not wait.”'],
  ['inside a note it belongs to the note', '“The [council … of old] will not wait.”'],
])('elisions: %s', (_, drawn) => {
  const quote = unmark(drawn)
  expect(mark(quote, findElisions(quote, whole(quote), findInterpolations(quote, whole(quote))))).toBe(drawn)
})
