/**
 * What an article holds, as it was in one version: `/v1/articles/{id}/quotes` → `/v1/articles/{id}/versions/{version}/quotes`.
 * Every path of an article is there for each of its versions, too.
 */
export const ofVersion =
  (version: string | undefined) =>
  (path: string): string =>
    version
      ? path.replace(/^\/v1\/articles\/[^/?]+/, (article) => `${article}/versions/${encodeURIComponent(version)}`)
      : path

/** A list as CSV: `…/quotes?limit=5` → `…/quotes.csv?limit=5&fields=id,text`. */
export function asCsv(path: string, fields?: string): string {
  const [plain, query] = path.split('?')
  const asked = new URLSearchParams(query)
  if (fields) asked.set('fields', fields)
  return `${plain}.csv?${asked}`
}
