import { describe, expect, it } from 'vitest'
import { dateForms, datesIn } from '#/src/load/facts/dates.ts'
import { bodyForms } from '#/src/load/text/body.ts'
import { conventionOf, conventions } from '#/src/load/text/conventions/conventions.ts'
import { linesOf } from '#/src/load/text/lines.ts'
import { unwrap } from '#/src/load/text/unwrap.ts'

describe('a convention of print', () => {
  it.each(conventions.map((convention) => [convention.id, convention] as const))(
    '%s knows its own example first',
    (_, own) => {
      const known = conventionOf(own.example, own.pageOnly ? 'page' : 'article')
      expect([known?.id, known?.kind]).toEqual([own.id, own.kind])
    },
  )

  it.each(conventions.filter(({ pageOnly }) => pageOnly).map(({ id, example }) => [id, example]))(
    '%s counts only on a page that was copied whole',
    (id, example) => {
      expect(conventionOf(example, 'article')?.id).not.toBe(id)
    },
  )

  it('has a name of its own', () => {
    expect(new Set(conventions.map(({ id }) => id)).size).toBe(conventions.length)
  })

  it.each([
    '“Share this with nobody,” she said, and put the letter into the drawer.',
    'He wanted to read more about the storm before he went to sea again.',
    'By Thursday the shops had run out of bread.',
    'The harbour was closed for six days.',
    'Editors note the change with relief, Lind said.',
    'The paper published the letter on Monday.',
    'She covers the mole with stones.',
    'Mara Lindqvist is a reporter.',
    'Copyright law is hard on small publishers, Olsen said.',
    'The photo shows the mole before the storm.',
    'Subscribers of the ferry pay half.',
    '“Home,” she said.',
    'Next year the mole will be higher.',
    '“Comments are free,” he added.',
  ])('“%s” is a line of the story', (line) => {
    expect(conventionOf(line, 'article')).toBeNull()
  })
})

it.each(bodyForms)('the form $id knows its own example first', ({ id, example }) => {
  expect(bodyForms.find(({ is }) => is.test(example))?.id).toBe(id)
})

it.each(dateForms)('the date form $id reads its own example', ({ example }) => {
  const [date] = datesIn(`Published ${example}`)
  expect(date?.value?.slice(0, 7)).toBe('2024-05')
  expect(date?.at).toEqual({ start: 10, end: 10 + example.length })
})

describe('lines that were broken at a margin', () => {
  const paragraphs = (text: string): string[] => unwrap(text, linesOf(text)).map((line) => line.text)

  it('are put together, and the short last line ends the paragraph', () => {
    const first = 'The harbour of Port Ella reopened on Monday after a storm\nthat had closed it for six days.'
    const second =
      'Ships had waited off the coast since Friday, and on all the\nislands in the north the shops had run out of bread and of\nmilk.'
    const text = `${first}\n${second}`
    expect(paragraphs(text)).toEqual([first, second])
  })

  it('stay apart where each is a sentence of its own', () => {
    const text = [
      'The harbour is open again since this morning.',
      'The night boat does not run before next week.',
    ].join('\n')
    expect(paragraphs(text)).toEqual(text.split('\n'))
  })
})
