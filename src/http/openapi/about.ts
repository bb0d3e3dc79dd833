import { readFileSync } from 'node:fs'
import type { OpenAPIV3_1 } from 'openapi-types'

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))

const description = `
A news article as a resource: the text, who said what in it word for word, the people, organisations and places that it
names, and what is known about it. Everything is read with \`GET\` or \`HEAD\`, without a key.

**Places, not copies.** Every quote, cue and mention has a range \`[start, end)\` of the text that \`…/text\` serves:
cut out of it, the range gives exactly the words of the answer. The unit stands beside the offsets; \`offsets\` chooses it.

**Unknown is null, with a reason.** Every field is always there. What an article does not say is null, and \`unknown\`
says why. Fields that come only with \`include\` are marked so.

**Lists grow.** A page is \`{ items, total, next, self }\`; pass \`next\` on as \`cursor\` for the page after it. Later
releases may add fields, and words to any list of known values: expect both.

**One representation, one path.** \`…/quotes.csv\` is \`…/quotes?format=csv\`, and \`Accept: text/csv\` chooses the same.
Where an answer is JSON, \`fields=text,speaker.name\` cuts it down to those fields, and \`format\` is understood too.

**Problems** are \`application/problem+json\` (RFC 9457): what is wrong, which parameter, and the nearest that is right.

**Links last.** Cite \`…/versions/{version}\`: its words never change. Answers carry an \`ETag\`; with \`If-None-Match\`
an unchanged one costs a 304.
`

/** What the document says about itself. */
export const about = {
  openapi: '3.1.1',
  info: {
    title: 'Verbatim',
    version,
    summary: 'Who said what, word for word.',
    description: description.trim(),
    contact: { name: 'The Verbatim authors' },
    license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT' },
  },
  servers: [{ url: '/', description: 'The server that this document comes from.' }],
  security: [],
  tags: [
    { name: 'articles', description: 'The articles, and each one with what it holds.' },
    { name: 'blocks', description: 'The headline, paragraphs and notes that a text is made of.' },
    { name: 'entities', description: 'The people, organisations, places and others that an article names.' },
    { name: 'metadata', description: 'What is known about an article, and where each value comes from.' },
    { name: 'quotes', description: 'What was said, by whom, and what shows it.' },
    { name: 'speakers', description: 'Who speaks in an article, and how much.' },
    { name: 'text', description: 'The text that all offsets index.' },
    { name: 'versions', description: 'An article as it was: the words of a version never change.' },
  ],
} satisfies Partial<OpenAPIV3_1.Document>
