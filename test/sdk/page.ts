/** What a page of docs/sdk shows, in its order: files to write, commands to run with what they print. */
export type Step = { file: string; content: string } | { commands: string; prints: string | null }

/** A block after a paragraph that ends with `name`: is that file; one of shell is run; one of no language is what it printed. */
export function stepsIn(page: string): Step[] {
  const steps: Step[] = []
  for (const [, file = '', language = '', content = ''] of page.matchAll(
    /(?:`([^`\s]+)`:\n\n)?^```(\w*)\n(.*?)^```$/gms,
  )) {
    const last = steps.at(-1)
    if (file !== '') steps.push({ file, content })
    else if (language === 'sh') steps.push({ commands: content, prints: null })
    else if (language === '' && last && 'commands' in last) last.prints = content
    else throw new Error(`a block that is neither a file nor a command:\n${content}`)
  }
  return steps
}
