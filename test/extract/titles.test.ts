import { expect, it } from 'vitest'
import { roleAfter } from '#/src/extract/coreference/roles.ts'
import { descriptionBefore, titleBefore } from '#/src/extract/entities/titles.ts'
import { slice } from '#/src/text/spans.ts'

/** A sentence with a name in bars and the answer in marks. */
function draw(drawn: string) {
  const text = drawn.replace(/[|‹›]/gu, '')
  const bare = drawn.replace(/[‹›]/gu, '')
  const name = { start: bare.indexOf('|'), end: bare.lastIndexOf('|') - 1 }
  return { text, name, answer: /‹(.*)›/u.exec(drawn)?.[1]?.replaceAll('|', '') ?? null }
}

it.each([
  ['‹Treasury Secretary› |Mara Lind| left.'],
  ['‹Malaysian leader› |Mara Lind| left.'],
  ['That year ‹former deputy mayor› |Mara Lind| left.'],
  ['The ‹prime minister› |Mara Lind| left.'],
  ['It was told ‹Sen.› |Mara Lind| on Monday.'],
  ['When ‹President› |Mara Lind| left, it rained.'],
  ['On Monday ‹Prime Minister› |Mara Lind| left.'],
  ['She saw the town. ‹Mayor› |Mara Lind| left.'],
  ['‹Harbour Union spokeswoman› |Mara Lind| left.'],
  ['‹Dr.› |Mara Lind| left.'],
  ['It helps the youth. |Mara Lind| left.'],
  ['Mr. |Mara Lind| left.'],
  ['His sister |Mara Lind| left.'],
  ['They told |Mara Lind| so.'],
  ['It sank, |Mara Lind| said.'],
])('a title before a name: %s', (drawn) => {
  const { text, name, answer } = draw(drawn)
  const title = titleBefore(text, name)
  expect(title && slice(text, title)).toBe(answer)
})

it.each([
  ['Bo Olsen met ‹the group’s top leader›, |Mara Lind|, in Ystad.'],
  ['It sank. ‹The North Harbour’s chief pilot›, |Mara Lind|, left.'],
  ['It sank, said ‹his lawyer›, |Mara Lind|.'],
  ['He wrote to ‹the head of the coast guard›, |Mara Lind|, on Monday.'],
  ['He met the president, |Mara Lind| and others.'],
  ['In the harbour, |Mara Lind|, who leads the union, spoke.'],
])('a role before a comma and the name: %s', (drawn) => {
  const { text, name, answer } = draw(drawn)
  const role = descriptionBefore(text, name)
  expect(role && slice(text, role)).toBe(answer)
})

it.each([
  ['|Mara Lind| (pictured), ‹chief of staff›, left.'],
  ['|Mara Lind|, 52, ‹a nurse›, left.'],
  ['|Mara Lind| (‹mayor of Ystad›) left.'],
  ['|Mara Lind|, ‹president of the guild› told us, was there.'],
  ['|Mara Lind|, ‹head of the Guild of Bakers (GBX)›, left.'],
  ['|Mara Lind|, the town had said in May, was ill.'],
  ['According to |Mara Lind|, the plan of the town shows it.'],
  ['|Mara Lind|, Ystad’s Bo Olsen and Ida Holm left.'],
  ['|Mara Lind|, ‹Ystad’s mayor›, left.'],
  ['|Mara Lind|, recently told of it at home, left.'],
])('a role after a name: %s', (drawn) => {
  const { text, name, answer } = draw(drawn)
  const role = roleAfter(text, name, text.length)
  expect(role && slice(text, role)).toBe(answer)
})
