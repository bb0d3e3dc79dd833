/** The rows of all tables of a page, each with its cells; without heads. */
export const rowsIn = (page: string): string[][] =>
  page
    .split('\n')
    .filter(
      (line, at, lines) =>
        line.startsWith('|') && !/^\|[\s|-]+$/.test(line) && !/^\|[\s|-]+$/.test(lines[at + 1] ?? ''),
    )
    .map((line) =>
      line
        .slice(1, line.lastIndexOf('|'))
        .split('|')
        .map((cell) => cell.trim()),
    )

type Shown = { found: string; language: string; block: string }

/** For each block of code that holds the pattern: what its group found, and the next block. */
export function blocksAfter(page: string, pattern: RegExp): Shown[] {
  const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', block = '']) => ({
    language,
    block,
  }))
  return blocks.flatMap(({ block }, at) => {
    const found = pattern.exec(block)?.[1]
    const next = blocks[at + 1]
    return found && next ? [{ found, ...next }] : []
  })
}

/** The files that a page links to. */
export const linksIn = (page: string): string[] =>
  [...page.matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, link]) => link!.replace(/#.*$/, ''))
    .filter((link) => link && !/^\w+:/.test(link))
