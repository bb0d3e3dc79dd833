import { expect, it } from 'vitest'
import { extract } from '#/src/extract/extract.ts'
import { openLexicon } from '#/src/lexicon.ts'

/** The quotes of a body: kind, words, and who says them or why nobody is named. */
function quotesOf(body: readonly string[]): string[] {
  let start = 0
  const blocks = body.map((words) => {
    const span = { start, end: start + words.length }
    start = span.end + 2
    return { kind: 'paragraph', span }
  })
  const text = body.join('\n\n')
  return extract({ text, blocks, publishedAt: { value: null } }, openLexicon()).quotes.map(
    ({ kind, span, speaker }) => {
      const who = speaker.mention ? text.slice(speaker.mention.start, speaker.mention.end) : speaker.reason
      return `${kind}: ${text.slice(span.start, span.end)} [${who}]`
    },
  )
}

it.each([
  [
    'German: what is in marks is speech, whose it is is not guessed',
    [
      'Der Hafen von Halland ist seit Montag wieder offen, teilte die Stadt mit. Er war sechs Tage lang geschlossen gewesen.',
      '„Wir hatten keine Wahl“, sagte Bürgermeisterin Mara Lind vor Journalisten. „Die Mauern stürzten ein.“',
      'Das Schiff „Hoffnung“ lag vor der Stadt, und niemand kam an Land.',
    ],
    [
      'direct: „Wir hatten keine Wahl“ [unsupported]',
      'direct: „Die Mauern stürzten ein.“ [unsupported]',
      'scare: „Hoffnung“ [scare-quote]',
    ],
  ],
  [
    'French: labels of a transcript say it in any language',
    [
      'Le port de Halland a rouvert lundi après une tempête de six jours. Nous avons parlé avec la maire de la ville, Mara Lind, et avec Bo Olsen, qui dirige le syndicat des pêcheurs depuis douze ans.',
      'MARA LIND: Nous n’avons pas eu le choix.',
      'BO OLSEN: Personne ne nous a prévenus.',
      'MARA LIND: Si, tout le monde.',
    ],
    [
      'direct: Nous n’avons pas eu le choix. [MARA LIND]',
      'direct: Personne ne nous a prévenus. [BO OLSEN]',
      'direct: Si, tout le monde. [MARA LIND]',
    ],
  ],
  [
    'English with a German saying is English',
    [
      'The harbour of Halland reopened on Monday after a storm that had kept it closed for six days, and the town was glad of it, as were the boats that had waited outside.',
      '“Wer nicht wagt, der nicht gewinnt,” said Mara Lind, the mayor.',
    ],
    ['direct: “Wer nicht wagt, der nicht gewinnt,” [Mara Lind]'],
  ],
])('%s', (_, body, expected) => {
  expect(quotesOf(body)).toEqual(expected)
})
