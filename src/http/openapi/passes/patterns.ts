import type { SchemaPass } from '../pass.ts'

export const patterns: SchemaPass = {
  why: 'zod writes the calendar as 200 characters of pattern beside `format: date`, which says the same to a reader.',
  example: {
    before: { type: 'string', format: 'date', pattern: '^(?:(?:\\d\\d[2468][048]|…)-02-29|…)$' },
    after: { type: 'string', format: 'date' },
  },
  schema: ({ pattern, ...rest }) => (pattern === undefined || rest.format ? rest : { ...rest, pattern }),
}
