import { type Convention, knows } from './convention.ts'
import { credits } from './credits.ts'
import { furniture } from './furniture.ts'
import { notes } from './notes.ts'
import { teasers } from './teasers.ts'

/** Every convention, the more particular first. */
export const conventions: readonly Convention[] = [...teasers, ...furniture, ...notes, ...credits]

const onArticles = conventions.filter(({ pageOnly }) => !pageOnly)

/** A line as long as this is prose, or a note that says what it is at its start or end. */
const head = 1200

/** The first convention that a line follows; on an article that stands alone, those of pages do not count. */
export const conventionOf = (line: string, on: 'page' | 'article'): Convention | null =>
  line.length > head * 2 ? null : ((on === 'page' ? conventions : onArticles).find((each) => knows(each, line)) ?? null)
