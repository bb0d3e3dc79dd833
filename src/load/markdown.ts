import { fromMarkdown } from 'mdast-util-from-markdown'
import { type Block, blocksOfHtml } from './blocks.ts'
import { decode } from './charset.ts'
import { parted, statedIn } from './front-matter.ts'
import { LoadError } from './load-error.ts'
import { type Loaded, type Saved, sourceOf } from './saved.ts'
import { draftOf } from './stated.ts'

/** Markdown is parsed character by character in several passes: what is longer is no article. */
const longest = 1_000_000

/** Markdown, with or without front matter (YAML between `---`). */
export function* loadMarkdown(saved: Saved): Generator<Loaded> {
  const { text, charset } = decode(saved.bytes, saved.path)
  if (text.includes('\0')) throw new LoadError('CONTROL_CHARS', 'It holds NUL characters, as no text does.', saved.path)
  if (text.length > longest)
    throw new LoadError('TOO_LARGE', `It is Markdown of more than ${longest} characters.`, saved.path)
  const { matter, body } = parted(text)
  assertCheap(body, saved.path)
  const stated = statedIn(matter, saved.path)
  const blocks = blocksIn(body, saved.path)
  const first = blocks[0]
  const title = stated.title ?? (first?.kind === 'title' ? first.text : null)
  const inside = blocks
    .map((block) => (block.kind === 'title' ? { ...block, kind: 'heading' as const } : block))
    .filter((block, at) => at > 0 || block.text !== title)
  if (inside.length === 0) throw new LoadError('NO_ARTICLE', 'It holds no text.', saved.path)
  yield draftOf({ ...stated, title }, inside, sourceOf(saved, 'text/markdown', charset))
}

/** Marks of links, code and emphasis in one stretch: a parser looks for the partner of each among all others. */
const mostMarks = 3000

function assertCheap(body: string, file: string): void {
  for (const stretch of body.split(/\n[ \t\r]*\n/u)) {
    let marks = 0
    for (let i = 0; i < stretch.length; i++) if ('[]`*_<>!'.includes(stretch[i]!)) marks++
    if (marks > mostMarks)
      throw new LoadError('TOO_COSTLY', `A paragraph of it has more than ${mostMarks} marks of Markdown.`, file)
  }
}

type Node = { type: string; depth?: number; value?: string; children?: Node[] }

/** The blocks of a document, in order. The first heading of level 1 is its title. */
function blocksIn(markdown: string, file: string): Block[] {
  const blocks: Block[] = []
  const visit = (node: Node, kind: Block['kind'], depth: number): void => {
    if (depth > 50) throw new LoadError('TOO_DEEP', 'Its lists and quotations are nested more than 50 deep.', file)
    const add = (as: Block['kind'], text: string): void => {
      if (text.trim()) blocks.push({ kind: as, text: text.trim().toWellFormed() })
    }
    switch (node.type) {
      case 'heading':
        add(node.depth === 1 && blocks.length === 0 ? 'title' : 'heading', textIn(node))
        return
      case 'paragraph':
        add(kind, textIn(node))
        return
      case 'code':
        add('preformatted', node.value ?? '')
        return
      case 'html':
        blocks.push(...blocksOfHtml(node.value ?? '', file))
        return
      case 'blockquote':
        kind = 'blockquote'
        break
      case 'listItem':
        kind = 'listItem'
    }
    for (const child of node.children ?? []) visit(child, kind, depth + 1)
  }
  visit(fromMarkdown(markdown), 'paragraph', 0)
  return blocks
}

/** What is read of a paragraph: no addresses behind links, no pictures, a broken line as one. */
const textIn = (node: Node): string =>
  node.type === 'break'
    ? ' '
    : node.type === 'html'
      ? ''
      : node.value !== undefined
        ? node.value.replace(/\s+/gu, ' ')
        : (node.children ?? []).map(textIn).join('')
