import { describe, expect, it } from 'vitest'
import type { Draft, Found } from '#/src/load/draft.ts'
import { loaded } from './loaded.ts'

const story = `The harbour of Port Ella reopened on Monday after a storm that had closed it for six days.

Ships had waited off the coast for most of the week, and the shops on the islands had run out of bread.`

/** An article with something above its story, and something below. */
const article = (above: string, below = ''): Draft => loaded(`Harbour reopens\n\n${above}\n\n${story}\n\n${below}\n`)

/** A fact as it is found: its value, or the reason why there is none. */
const told = <T>(fact: Found<T>): T | string => ('reason' in fact ? fact.reason : fact.value)

describe('the authors', () => {
  it.each([
    ['By Mara Lindqvist', ['Mara Lindqvist']],
    ['By Mara Lindqvist and Tomas Oyelaran', ['Mara Lindqvist', 'Tomas Oyelaran']],
    [
      'By Mara Lindqvist, Tomas Oyelaran and Ida van der Berg',
      ['Mara Lindqvist', 'Tomas Oyelaran', 'Ida van der Berg'],
    ],
    ['BY MARA LINDQVIST', ['MARA LINDQVIST']],
    ['By A. B. Castell, Harbour News', ['A. B. Castell']],
    ['By Mara Lindqvist, Ella Courier', ['Mara Lindqvist']],
    ['Interview by Mara Lindqvist', ['Mara Lindqvist']],
    ['By Mara Lindqvist in Port Ella', ['Mara Lindqvist']],
    ['By Mara Lindqvist, Senior Correspondent', ['Mara Lindqvist']],
    ['By Siti binti Rahman', ['Siti binti Rahman']],
    ['By Hanne O’Voss Jr.', ['Hanne O’Voss Jr.']],
    ['By The Coast Press', ['Coast Press']],
    ['By Mara Lindqvist (mara@harbour.example)', ['Mara Lindqvist']],
    ['Written by: Mara Lindqvist', ['Mara Lindqvist']],
    ['By\nMara Lindqvist', ['Mara Lindqvist']],
    ['Mara Lindqvist - May 15, 2024, 8:15 pm', ['Mara Lindqvist']],
  ])('“%s” names them', (line, authors) => {
    const { byline, text } = article(line)
    expect(byline.value?.authors).toEqual(authors)
    if (byline.value) expect(text.slice(byline.at!.start, byline.at!.end)).toBe(byline.value.text)
  })

  it.each([['By the time the ferry came, it was dark.'], ['By Monday all was well.'], ['New York\nMay 15, 2024']])(
    '“%s” names nobody',
    (line) => {
      expect(told(article(line).byline)).toBe('not-in-source')
    },
  )

  it('are in the credit below the story, when none stand above', () => {
    expect(article('', '(Reporting by Mara Lindqvist; Editing by Tomas Oyelaran)').byline.value?.authors).toEqual([
      'Mara Lindqvist',
    ])
  })

  it('a byline of the staff names no person', () => {
    expect(article('By Staff Writer').byline.value?.authors).toEqual([])
  })
})

describe('the day of publication', () => {
  it.each([
    ['Published May 15, 2024 at 2:30 p.m. ET', '2024-05-15T14:30-04:00'],
    ['May 15, 2024', '2024-05-15'],
    ['15 May 2024', '2024-05-15'],
    ['15.5.2024', '2024-05-15'],
    ['2024-05-15', '2024-05-15'],
    ['2024-05-15T14:30:05Z', '2024-05-15T14:30:05Z'],
    ['5/15/2024', '2024-05-15'],
    ['May 2024', '2024-05'],
    ['Posted: Wednesday, 15 May 2024 16:20 GMT', '2024-05-15T16:20Z'],
    ['Published 15 May 2024, updated 16 May 2024', '2024-05-15'],
    ['7/8/2024', 'ambiguous'],
    ['February 30, 2024', 'ambiguous'],
    ['Wednesday', 'no-absolute-date'],
    ['18 minutes ago', 'no-absolute-date'],
  ])('“%s” is %s', (line, day) => {
    expect(told(article(line).publishedAt)).toBe(day)
  })

  it('stands in a dateline', () => {
    const { publishedAt } = loaded(`Harbour reopens\n\nPORT ELLA, May 15, 2024 (Harbour News) – ${story}`)
    expect(told(publishedAt)).toBe('2024-05-15')
  })

  it('is never a day that the story tells of', () => {
    const { publishedAt } = loaded(`Harbour reopens\n\n${story}\n\nThe mole was built on May 15, 1961, by the navy.`)
    expect(told(publishedAt)).toBe('no-absolute-date')
  })

  it('where it is not known, the days that lean on it are named', () => {
    const { publishedAt, text } = article('')
    expect('found' in publishedAt && publishedAt.found?.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Monday',
    ])
  })

  it('a change has its own day', () => {
    expect(told(article('Published 15 May 2024, updated 16 May 2024').modifiedAt)).toBe('2024-05-16')
    expect(told(article('May 15, 2024').modifiedAt)).toBe('not-in-source')
  })
})

describe('the rights', () => {
  it.each([
    ['© 2024 Harbour News', 'Harbour News', '© 2024 Harbour News'],
    ['Copyright Harbour News. All rights reserved.', 'Harbour News', 'Copyright Harbour News. All rights reserved.'],
    [
      'Copyright Harbour News. Used with the permission of Harbour News.',
      'Harbour News',
      'Copyright Harbour News. Used with the permission of Harbour News.',
    ],
    ['(c) 2019-2024 Coast Media Ltd.', 'Coast Media Ltd.', '(c) 2019-2024 Coast Media Ltd.'],
    ['All rights reserved.', 'not-in-source', 'not-in-source'],
  ])('“%s” names their holder', (note, holder, notice) => {
    const { copyrightHolder, notice: found } = article('By Mara Lindqvist', note)
    expect([told(copyrightHolder), told(found)]).toEqual([holder, notice])
  })

  it('“Copyright Office officials said” is a sentence, not a notice', () => {
    const { notice, blocks } = article(
      'By Mara Lindqvist',
      'Copyright Office officials said on Friday that they had looked into it.',
    )
    expect([told(notice), blocks.at(-1)?.kind]).toEqual(['not-in-source', 'paragraph'])
  })

  it('a licence is given by its URL, a term in its own words', () => {
    const note = 'This story is available under a Creative Commons licence, CC BY 4.0.'
    const { license, usageTerms } = article('By Mara Lindqvist', `Editor’s note: ${note}`)
    expect(told(license)).toBe('https://creativecommons.org/licenses/by/4.0/')
    expect(told(usageTerms)).toContain('is available under a Creative Commons licence')
  })

  it('the publisher is who holds them, where a note first names it', () => {
    const { publisher, text } = article(
      '',
      'Harbour News’ mission is to bring the islands news. Copyright Harbour News.',
    )
    expect(told(publisher)).toBe('Harbour News')
    expect(text.slice(0, publisher.value ? publisher.at!.end : 0)).toMatch(/\n\nHarbour News$/)
  })
})

describe('the rest', () => {
  it.each([
    ['https://harbour.example/2024/05/reopens', 'https://harbour.example/2024/05/reopens'],
    ['Source: https://harbour.example/2024/05/reopens', 'https://harbour.example/2024/05/reopens'],
    ['Follow https://harbour.example/live for more', 'not-in-source'],
    ['https://harbour.example/a\n\nhttps://harbour.example/b', 'ambiguous'],
  ])('“%s” gives the address %s', (line, address) => {
    expect(told(article('', line).sourceUrl)).toBe(address)
  })

  it.each([
    [story, 'en'],
    [
      'Der Hafen von Ella ist am Montag nach einem Sturm wieder geöffnet worden, der sechs Tage lang gedauert hatte.',
      'low-confidence',
    ],
    ['Hafen, Ella.', 'low-confidence'],
  ])('the language of “%.20s…” is %s', (text, language) => {
    expect(told(loaded(text).language)).toBe(language)
  })

  it('a headline that was broken over two lines is one', () => {
    const { title } = loaded(`Harbour reopens\n\n${story}`)
    expect(told(title)).toBe('Harbour reopens')
  })
})
