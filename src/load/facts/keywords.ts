/** What is believed of a list of keywords: how many, and how long. */
const most = 100
const longest = 200

/** The keywords of lists that publishers part by commas or semicolons, each once, as first written: `Port Ella, ferries`. */
export function keywordsOf(lists: readonly string[]): string[] {
  const words = lists
    .flatMap((list) => list.slice(0, 20_000).split(/\s*[,;]\s*/u))
    .map((word) => word.replace(/\s+/gu, ' ').trim().toWellFormed())
    .filter((word) => word !== '' && word.length <= longest)
  return [...new Map(words.toReversed().map((word) => [word.toLowerCase(), word])).values()].reverse().slice(0, most)
}
