import { describe, expect, it } from 'vitest'
import { extract } from '#/src/extract/extract.ts'
import { openLexicon } from '#/src/lexicon.ts'

/** Who says each quotation of a body, as printed beside it; null where nobody does. */
function speakersOf(body: readonly string[]): (string | null)[] {
  const text = body.join('\n\n')
  let start = 0
  const blocks = body.map((paragraph) => {
    const span = { start, end: start + paragraph.length }
    start = span.end + 2
    return { kind: 'paragraph', span }
  })
  const { quotes } = extract({ text, blocks, publishedAt: { value: null } }, openLexicon())
  return quotes
    .filter(({ kind }) => kind !== 'indirect')
    .map(({ speaker }) => speaker.mention && text.slice(speaker.mention.start, speaker.mention.end))
}

type Row = [what: string, body: string | string[], speakers: (string | null)[]]

/** The sentences of a phenomenon, and those that we know we get wrong. */
function phenomenon(name: string, rows: readonly Row[], wrong: readonly Row[] = []): void {
  describe(name, () => {
    it.each(rows)('%s', (_, body, speakers) => {
      expect(speakersOf([body].flat())).toEqual(speakers)
    })
    if (wrong.length > 0)
      it.fails.each(wrong)('not yet: %s', (_, body, speakers) => {
        expect(speakersOf([body].flat())).toEqual(speakers)
      })
  })
}

phenomenon('1 · the cue stands in the middle, and the words go on after it', [
  [
    'over a comma',
    '“The harbour is full,” Mara Lind said on Monday, “and nobody has a plan for it.”',
    ['Mara Lind', 'Mara Lind'],
  ],
  [
    'in the next sentence',
    '“The harbour is full,” Mara Lind said in an interview. “They have no plan for it.”',
    ['Mara Lind', 'Mara Lind'],
  ],
  [
    'after a role',
    '“The harbour is full,” said Mara Lind, who runs the port. “There is no plan for it.”',
    ['Mara Lind', 'Mara Lind'],
  ],
  [
    'with a pronoun',
    'Lind was not amused. “The harbour is full,” she said. “There is no plan at all.”',
    ['she', 'she'],
  ],
])

phenomenon('1b · who is quoted, not who quotes', [
  ['as saying', 'The Courier quoted Mara Lind as saying “the harbour is full to the last berth.”', ['Mara Lind']],
  [
    'behind the words',
    '“We will not give up one more metre,” the Courier quoted Minister Mara Lind as saying.',
    ['Minister Mara Lind'],
  ],
  ['in a passive', 'Mara Lind was quoted by the Courier as saying “the harbour is full.”', ['Mara Lind']],
])

phenomenon('1c · who speaks for somebody is somebody else', [
  ['a spokesman', 'A spokesman for Lind said the letter had been “taken out of context.”', ['A spokesman']],
  ['a lawyer', 'The lawyer for Lind said: “We will go to court again.”', ['The lawyer']],
])

phenomenon('1d · who is told of, and who is told', [
  [
    'who did it before',
    'Mara Lind said Bo Olsen had phoned her that night and told her: “You will lose the harbour.”',
    ['Bo Olsen'],
  ],
  [
    'who did it to her',
    'Mara Lind told the court that her boss called her into his office and told her, “Loyal people do not talk.”',
    ['her boss'],
  ],
  [
    'not who is only spoken of',
    'Mara Lind said Bo Olsen was late and told reporters: “We will not wait any longer.”',
    ['Mara Lind'],
  ],
  ['nobody surely, but not her sister', 'At nine she texted her sister, Ida: “This is the best night.”', [null]],
])

phenomenon('1e · two who say it are two', [
  ['before the verb', '“We are not leaving,” Mara Lind and Bo Olsen said.', ['Mara Lind and Bo Olsen']],
  ['behind the verb', '“We are not leaving,” said Mara Lind and Bo Olsen.', ['Mara Lind and Bo Olsen']],
  ['not who laughs', '“We are not leaving,” Mara Lind said, and Bo Olsen laughed.', ['Mara Lind']],
])

phenomenon('2 · no cue of its own', [
  [
    'in a paragraph of its own',
    ['“The harbour is full,” Mara Lind said.', '“There is no plan for it, and there never was one.”'],
    ['Mara Lind', 'Mara Lind'],
  ],
  [
    'after a report',
    'Mara Lind said the harbour was full. “There is no plan for it, and there never was one.”',
    ['Mara Lind'],
  ],
  [
    'left open over the paragraphs',
    [
      '“The harbour is full,” Mara Lind said. “There is no plan for it.',
      '“Nobody has asked the crews what they think.”',
    ],
    ['Mara Lind', 'Mara Lind', 'Mara Lind'],
  ],
])

phenomenon('3 · long appositions and clauses between name and cue', [
  [
    'an apposition',
    '“We wait,” Mara Lind, the chair of the council of ports, fisheries and trade in the north, told reporters.',
    ['Mara Lind'],
  ],
  [
    'a relative clause',
    '“The harbour is full,” Mara Lind, who has led the union since its members walked out in May, said on Monday.',
    ['Mara Lind'],
  ],
  [
    'before the words',
    'Mara Lind, a former captain who now teaches law at the University of Ystad, said: “The harbour is full.”',
    ['Mara Lind'],
  ],
])

phenomenon('4 · the one who is told, or called something, is not the one who speaks', [
  ['tells somebody', 'Mara Lind told Bo Olsen that the harbour was “full to the very last berth.”', ['Mara Lind']],
  ['calls somebody', 'Mara Lind called Bo Olsen “a danger to the whole of the town.”', ['Mara Lind']],
  ['after the words', '“The harbour is full,” Mara Lind told Bo Olsen of the Ystad Courier.', ['Mara Lind']],
  ['accuses somebody', 'Lind accused Olsen of “selling the harbour to the highest bidder.”', ['Lind']],
])

phenomenon('5 · speakers who take turns', [
  [
    'two people',
    [
      '“The harbour is full,” Mara Lind said.',
      '“It is half empty,” Bo Olsen replied.',
      '“Count the ships again,” Lind said.',
    ],
    ['Mara Lind', 'Bo Olsen', 'Lind'],
  ],
  [
    'one after the other in a paragraph',
    '“The harbour is full,” Mara Lind said. But Bo Olsen said: “It is half empty at best.”',
    ['Mara Lind', 'Bo Olsen'],
  ],
  [
    'he and she',
    [
      'Mara Lind met Bo Olsen on Monday.',
      '“The harbour is full,” she said.',
      '“It is half empty at best,” he answered.',
    ],
    ['she', 'he'],
  ],
])

phenomenon('6 · a role instead of a name', [
  ['the minister', '“The harbour is full,” the minister said after the meeting.', ['the minister']],
  [
    'the retired surgeon',
    'The retired surgeon wrote on his page: “The harbour is full and nobody cares.”',
    ['The retired surgeon'],
  ],
  ['somebody without a name', '“The harbour is full,” said a spokesman for the ministry.', ['a spokesman']],
  ['words that hyphens join', '“The harbour is full,” the mother-of-two said.', ['the mother-of-two']],
  [
    'a name behind words that hyphens join',
    'Stoke-on-Trent manager Bo Olsen, who lives there, said: “The harbour is full.”',
    ['Bo Olsen'],
  ],
])

phenomenon('7 · no verb of speech', [
  ['a colon', 'Mara Lind at the rally in Ystad: “The harbour is full, and nobody has a plan.”', ['Mara Lind']],
  ['a promise', 'Mara Lind promised that the town would “never again sell a single berth.”', ['Mara Lind']],
  [
    'a statement, saying',
    'Mara Lind shot back in a statement, saying: “The harbour is full and you know it.”',
    ['Mara Lind'],
  ],
])

phenomenon('8 · marks around what nobody says', [
  ['a title', 'Her first book, “The Long Road to the Harbour,” came out in May.', [null]],
  ['a word held at a distance', 'The “reform” of the harbour cost the town three years.', [null]],
  ['a song', 'The band opened with “Ships in the Night” and left after an hour.', [null]],
])

phenomenon(
  '9 · broken marks',
  [
    [
      'doubled apostrophes',
      "''The harbour is full,'' Mara Lind said. ''There is no plan for it.''",
      ['Mara Lind', 'Mara Lind'],
    ],
    ['straight and curly', '“The harbour is full," Mara Lind said on Monday.', ['Mara Lind']],
    ['an apostrophe after a plural', 'The workers’ plan was “bold but far too late,” Mara Lind said.', ['Mara Lind']],
  ],
  [
    [
      'a mark that is never closed takes the speaker in',
      '“The harbour is full, Mara Lind wrote in a letter to the council.',
      ['Mara Lind'],
    ],
  ],
)

phenomenon(
  '10 · one report inside another',
  [
    [
      'one subject, two verbs',
      'Mara Lind left the room and later said the harbour was “full to the very last berth.”',
      ['Mara Lind'],
    ],
    ['nobody is made a person', '“The harbour is full,” two officials said on Monday.', ['two officials']],
  ],
  [
    [
      'a paper reports it at the end',
      'Mara Lind said the harbour was “full to the very last berth,” the Ystad Courier reported.',
      ['Mara Lind'],
    ],
  ],
)

phenomenon('1e · who says it, not who is told or called it', [
  ['accused', 'Bo Olsen was accused by prosecutors of being “a liar and a thief”.', ['prosecutors']],
  ['described', 'The plan was described by Mara Lind as “a bold step for the whole town”.', ['Mara Lind']],
  ['by nobody', 'Ministers were accused of being “asleep at the wheel and drunk on power”.', [null]],
  [
    'foretold',
    ['“The harbour is full,” Mara Lind said.', 'A storm is forecast.', '“We have had snow.”'],
    ['Mara Lind', null],
  ],
])

phenomenon('1d · who says it within what somebody reports', [
  ['a text', 'Mara Lind said her brother had texted her: “Signal’s going. Back on Sunday.”', ['her brother']],
  ['a testimony', 'Ida Holm testified that Bo Olsen told her, “I will never sign.”', ['Bo Olsen']],
  ['nobody else', 'Mara Lind said she told reporters, “We have no plan at all.”', ['Mara Lind']],
])

phenomenon('7b · rare verbs before the name', [
  [
    'beamed, after somebody else',
    '“The harbour will close,” Mara Lind said. “I’m thrilled,” beamed Bo Olsen, the manager.',
    ['Mara Lind', 'Bo Olsen'],
  ],
  ['snorted', '“Nonsense,” snorted Bo Olsen.', ['Bo Olsen']],
])

phenomenon('2b · who asks does not answer', [
  ['who is asked does', ['“Where were you?” Mara Lind asked Bo Olsen.', '“At home.”'], ['Mara Lind', 'Bo Olsen']],
  ['or nobody that is sure', ['“Where were you?” asked Mara Lind.', '“At home, madam.”'], ['Mara Lind', null]],
  ['of the reporter', 'I asked Mara Lind what she wanted. “A boat, and someone to sail it with.”', ['Mara Lind']],
  ['who says so asks on', ['“Why wait?” Mara Lind said.', '“We have the boats.”'], ['Mara Lind', 'Mara Lind']],
])

phenomenon('2c · who does something before the words', [
  ['laughs', '“Who is that?” Mara Lind asked. Bo Olsen laughed. “That is my brother.”', ['Mara Lind', 'Bo Olsen']],
  ['shakes the head', 'Mara Lind came late. Bo Olsen shook his head. “That is my brother.”', ['Bo Olsen']],
])
