import { describe, expect, it } from 'vitest'
import { drawBlocks, undrawn } from './drawn.ts'
import { loaded } from './loaded.ts'

/** Each line of an article with what it is in front of it; the text is what stands behind. */
const articles: readonly [string, string][] = [
  [
    'headline, byline, paragraphs',
    `
title         Ferries Return to the Islands After a Week of Storms

byline        By Mara Lindqvist

paragraph     The harbour of Port Ella reopened on Monday after a storm that had closed it for six days.

paragraph     “Nobody went hungry,” said Tomas Oyelaran, who runs the only shop on the outer island.
`,
  ],
  [
    'a headline alone, without blank lines',
    `
title         Harbour reopens
paragraph     The harbour of Port Ella reopened on Monday after a storm that had closed it for six days.
paragraph     Ships had waited off the coast.
`,
  ],
  [
    'no headline: the first sentence of the story is a paragraph',
    `
paragraph     The harbour of Port Ella reopened on Monday, the port authority said, after a storm that had closed it for six days.

paragraph     Ships had waited off the coast.
`,
  ],
  [
    'a standfirst between headline and byline',
    `
title         Harbour reopens after six days
standfirst    Supplies had run low on the outer islands, where the ferry is the only link.
byline        By Mara Lindqvist and Tomas Oyelaran
timestamp     Published May 15, 2024 at 2:30 p.m. ET

paragraph     The harbour of Port Ella reopened on Monday after a storm that had closed it for six days.

paragraph     Ships had waited off the coast.
`,
  ],
  [
    'a dateline begins the story, and is part of it',
    `
title         Harbour reopens after six days

paragraph     PORT ELLA, Halland (Harbour News) — The harbour of Port Ella reopened on Monday after a storm.

paragraph     Ships had waited off the coast for most of the week.
`,
  ],
  [
    'section headings between long paragraphs',
    `
title         Harbour reopens after six days

paragraph     The harbour of Port Ella reopened on Monday after a storm that had closed it for six days.

heading       What the port says

paragraph     “We could not take the risk,” the harbour master said, “with waves of nine metres at the mole.”

heading       Empty shelves

paragraph     On the outer islands the shops had run out of bread by Thursday, and of milk a day before that.
`,
  ],
  [
    'bullets',
    `
title         Harbour reopens after six days

paragraph     The port gave new times for the three ferries that serve the outer islands from Tuesday on:

listItem      • Ferries to Ella leave at noon
listItem      • Ferries to Marn leave at two
listItem      • The night boat does not run

paragraph     Tickets that were bought for the days of the storm stay valid until the end of the month.
`,
  ],
  [
    'captions and credits of pictures',
    `
title         Harbour reopens after six days

caption       Rowers pass the old harbour wall on Sunday. (Photo by Tomas Oyelaran/Harbour News)

paragraph     The harbour of Port Ella reopened on Monday after a storm that had closed it for six days.

caption       Image credit: Tomas Oyelaran

paragraph     Ships had waited off the coast for most of the week.
`,
  ],
  [
    'the publisher’s note and the comment form below the story',
    `
title         Harbour reopens after six days

byline        By Mara Lindqvist

paragraph     The harbour of Port Ella reopened on Monday after a storm that had closed it for six days.

paragraph     Ships had waited off the coast for most of the week.

publisherNote Harbour News’ mission is to provide the islands with news. Copyright Harbour News. Used with permission.

boilerplate   Leave a Reply

boilerplate   Your email address will not be published. Required fields are marked *
`,
  ],
  [
    'who else worked on it, and what was corrected',
    `
title         Harbour reopens after six days

byline        By Mara Lindqvist

paragraph     The harbour of Port Ella reopened on Monday after a storm that had closed it for six days.

paragraph     Ships had waited off the coast for most of the week.

byline        (Reporting by Mara Lindqvist; Editing by Tomas Oyelaran)

publisherNote Ida Berg in Ella contributed to this report.

publisherNote Correction: An earlier version of this story gave the wrong number of ships.
`,
  ],
  [
    'cross-links and sign-ups between the paragraphs',
    `
title         Harbour reopens after six days

paragraph     The harbour of Port Ella reopened on Monday after a storm that had closed it for six days.

boilerplate   Read more: Ferries to the islands are full

paragraph     Ships had waited off the coast for most of the week.

boilerplate   Sign up for our daily newsletter and get the news in your inbox.

paragraph     The port expects three of them to unload by the evening, and the rest in the course of the week.
`,
  ],
  [
    'a wire text: slug above, lines broken at the margin, the end sign below',
    `
boilerplate   BC-Harbour Storm, 1st Ld-Writethru,0420

title         Harbour reopens after six days

byline        By Mara Lindqvist

paragraph     PORT ELLA, Halland (AP) — The harbour of Port Ella reopened on
paragraph     Monday after a storm that had closed it for six days and kept the
paragraph     ships off the coast.

paragraph     “Nobody went hungry,” said Tomas Oyelaran, who runs the only shop
paragraph     on the outer island, where the ferry brings bread and milk twice a
paragraph     week.

boilerplate   -30-
`,
  ],
  [
    'an interview keeps its turns as paragraphs',
    `
title         Three questions for the harbour master

byline        By Mara Lindqvist

paragraph     HARBOUR NEWS: Why did it take six days to open the port again?

paragraph     HANNE VOSS: The waves at the mole were nine metres high, and the pilots could not board.

paragraph     HARBOUR NEWS: What comes next?

paragraph     HANNE VOSS: We will have to raise the mole by two metres before the next winter comes.
`,
  ],
  [
    'a line that leads in what is quoted below it is no heading',
    `
title         Harbour reopens after six days

paragraph     The harbour of Port Ella reopened on Monday after a storm that had closed it for six days.

paragraph     The harbour master was glad:

paragraph     “Nobody went hungry, and nobody was hurt. I will sleep for a week.”
`,
  ],
  [
    'a mail that is quoted in the story',
    `
title         Harbour reopens after six days

paragraph     The port wrote to all owners of boats on the first day of the storm, in a short mail to the point:

blockquote    > The harbour is closed until further notice.

paragraph     Ships had waited off the coast for most of the week.
`,
  ],
  [
    'a byline on two lines',
    `
title         Harbour reopens after six days
byline        By
byline        Mara Lindqvist

paragraph     The harbour of Port Ella reopened on Monday after a storm that had closed it for six days.

paragraph     Ships had waited off the coast for most of the week.
`,
  ],
  [
    'headline in capitals with a stop',
    `
title         HARBOUR REOPENS AFTER SIX DAYS OF STORM.

paragraph     The harbour of Port Ella reopened on Monday after a storm that had closed it for six days.

paragraph     Ships had waited off the coast for most of the week.
`,
  ],
  [
    'a headline that quotes',
    `
title         ‘Nobody went hungry’: islands count the cost of the storm

paragraph     The harbour of Port Ella reopened on Monday after a storm that had closed it for six days.

paragraph     Ships had waited off the coast for most of the week.
`,
  ],
  [
    'the story begins with a quotation',
    `
paragraph     “Nobody went hungry,” said Tomas Oyelaran on Monday.

paragraph     The harbour of Port Ella reopened on Monday after a storm that had closed it for six days.
`,
  ],
  [
    'a question as a headline',
    `
title         Will the ferries ever be on time?

paragraph     The harbour of Port Ella reopened on Monday after a storm that had closed it for six days.

paragraph     Ships had waited off the coast for most of the week.
`,
  ],
  [
    'numbered list',
    `
title         What to know about the storm

paragraph     Here is what we know about the storm that closed the harbour of Port Ella for six days.

listItem      1. The mole is damaged in two places.
listItem      2. The night boat does not run.
listItem      3. Tickets stay valid.

paragraph     The port authority meets again on Thursday to talk about the money for the repairs.
`,
  ],
  [
    'a table',
    `
title         Storms of the year

paragraph     The port authority counts the days on which the harbour was closed in each month of the year.

tableRow      Month	Days closed	Ships waiting
tableRow      January	6	12
tableRow      February	2	3

paragraph     In March the harbour was open on all days, for the first time in the last eleven years.
`,
  ],
  [
    'indented paragraphs without blank lines',
    `
title         Harbour reopens after six days
byline        By Mara Lindqvist
paragraph         The harbour of Port Ella reopened on Monday after a storm that had closed it for six days.
paragraph         Ships had waited off the coast for most of the week.
paragraph         “Nobody went hungry,” said Tomas Oyelaran.
`,
  ],
  [
    'a short last line',
    `
title         Harbour reopens after six days

paragraph     The harbour of Port Ella reopened on Monday after a storm that had closed it for six days.

paragraph     Asked if he would stay, Tomas Oyelaran did not think for long.

paragraph     “Yes.”
`,
  ],
  [
    'a poem or song in the story',
    `
title         A song for the mole

paragraph     The children of Ella sang for the workers who had closed the gap in the mole within two days:

paragraph     O mole, O mole, you stand so long
paragraph     The sea goes by, the wind goes strong
paragraph     And still you hold the harbour wall
paragraph     And keep the boats of one and all

paragraph     Then they went home, as it was cold, and the workers had their soup in the hall of the port.
`,
  ],
  [
    'a letter with an address at its end',
    `
title         Harbour reopens after six days

paragraph     The harbour of Port Ella reopened on Monday after a storm that had closed it for six days.

paragraph     Ships had waited off the coast for most of the week.

publisherNote Contact the reporter at mara@harbour.example.
`,
  ],
  [
    'an advert among the paragraphs',
    `
title         Harbour reopens after six days

paragraph     The harbour of Port Ella reopened on Monday after a storm that had closed it for six days.

boilerplate   ADVERTISEMENT

paragraph     Ships had waited off the coast for most of the week.

boilerplate   * * *

paragraph     The port expects three of them to unload by the evening, and the rest in the course of the week.
`,
  ],
  [
    'a chronicle',
    `
title         How the week went

paragraph     The storm kept the harbour of Port Ella closed for six days. This is what happened on each of them.

heading       Monday

paragraph     The first wave breaks over the mole at six in the morning and takes a light with it.

heading       Tuesday

paragraph     The port sends the pilots home. Ships that had come for the coal drop anchor off the coast.

heading       Wednesday

paragraph     The last loaf of bread on the outer island is sold before nine in the morning, to a nurse.
`,
  ],
  [
    'what people say below a photo of them',
    `
title         Voices from the harbour

paragraph     We asked four people at the harbour of Port Ella what the storm had done to their week.

heading       Ida Berg, 34, nurse

paragraph     “I slept in the hospital for five nights. My children thought that it was a holiday,” she said.

heading       Tomas Oyelaran, 61, shopkeeper

paragraph     “I sold the last loaf on Wednesday. After that people came to talk, and that was good as well.”
`,
  ],
  [
    'a page that was copied whole: what stands between paragraphs and after them is told from the story',
    `
boilerplate   Home
boilerplate   World
boilerplate   Sport
boilerplate   Subscribe
title         Harbour reopens after storm
byline        By Tomas Oyelaran
boilerplate   Share on Facebook
paragraph     The harbour of Port Ella reopened on Monday, six days after a storm had closed it to all ships, its master said.
paragraph     Ferries to the islands will leave at noon again, and the fishing boats, which had waited upriver, may return.
boilerplate   Advertisement
boilerplate   Read more: Fog returns to the coast
heading       What the port says
paragraph     “We have counted every mooring,” said Mara Lindqvist, who runs the port, “and we found all but one of them.”
paragraph     The council will meet on Thursday to decide who pays for the damage, which nobody has counted yet, she added.
boilerplate   Most read
boilerplate   Cat found on a ferry after nine days at sea
boilerplate   A ginger cat that had gone missing in spring was found by a cook between two sacks of flour.
boilerplate   Fog returns to the coast
boilerplate   Drivers were asked to leave their cars at home on Friday morning as fog came in from the sea.
boilerplate   Log in to comment
publisherNote © 2024 Harbour News
`,
  ],
]

/** What a reader sees and the loader does not. A row that begins to pass belongs above. */
const misses: readonly [string, string][] = [
  [
    'a byline without “By”, between the stamp and the story',
    `
title         Harbour reopens after six days

timestamp     Updated: 15 May 2024, 16:20

byline        Mara Lindqvist and Tomas Oyelaran, Harbour News

paragraph     The harbour of Port Ella reopened on Monday after a storm that had closed it for six days.

paragraph     Ships had waited off the coast for most of the week.
`,
  ],
]

describe('plain text', () => {
  it.each(articles)('%s', (_, drawing) => {
    const text = undrawn(drawing)
    expect(drawBlocks(loaded(text))).toBe(drawing)
  })

  it.fails.each(misses)('known miss: %s', (_, drawing) => {
    const text = undrawn(drawing)
    expect(drawBlocks(loaded(text))).toBe(drawing)
  })
})
