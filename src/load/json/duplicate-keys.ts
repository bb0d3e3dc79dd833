/**
 * The first key that an object of a JSON text has twice, or null. `JSON.parse` takes the last and says nothing:
 *
 *     { "headline": "Ferry returns", "headline": "Ferry is late" }   → headline
 *
 * One walk over a text that is known to be JSON, without recursion.
 */
export function duplicateKey(json: string): string | null {
  const open: (Set<string> | null)[] = []
  for (let at = 0; at < json.length; at++) {
    const mark = json[at]
    if (mark === '{') open.push(new Set())
    else if (mark === '[') open.push(null)
    else if (mark === '}' || mark === ']') open.pop()
    else if (mark === '"') {
      const end = endOfString(json, at)
      const keys = open.at(-1)
      if (keys && isKey(json, end + 1)) {
        const token = json.slice(at, end + 1)
        const key = token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1)
        if (keys.has(key)) return key
        keys.add(key)
      }
      at = end
    }
  }
  return null
}

/** Where the string that begins at a mark ends: at the next one that no backslash takes. */
function endOfString(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end >= 0; end = json.indexOf('"', end + 1)) {
    let slashes = 0
    while (json[end - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return end
  }
  return json.length
}

/** Whether a colon comes next. */
function isKey(json: string, from: number): boolean {
  let at = from
  while (' \n\r\t'.includes(json[at] ?? 'x')) at++
  return json[at] === ':'
}
