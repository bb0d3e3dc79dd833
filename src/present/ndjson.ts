/** One item a line. JSON escapes line ends inside of it. */
export const ndjson = (items: readonly unknown[]): string => items.map((item) => `${JSON.stringify(item)}\n`).join('')
