import { blockTags, type Element, type Text } from './tree.ts'

/** A run of text that a page sets on lines of its own, between two block elements or `<br>`. */
export type Segment = {
  text: string
  /** The block element that it stands in. */
  at: Element
  /** Of its characters: how many are in links, and how many are bold. */
  linked: number
  bold: number
  /** It comes after a `<br>` in the same element. */
  afterBreak: boolean
  /** A style or an attribute hides it. */
  hidden: boolean
  /** The first of its text nodes that is not blank. */
  first: Text
}

type Open = {
  node: Element
  child: number
  link: boolean
  bold: boolean
  hidden: boolean
  block: Element
  pre: boolean
}

type Run = {
  parts: string[]
  linked: number
  bold: number
  hidden: number
  afterBreak: boolean
  pre: boolean
  first: Text | null
}

const skipped = new Set(['head', 'select', 'textarea', 'option', 'title', 'datalist', 'canvas', 'video', 'audio'])
const boldTags = new Set(['b', 'strong', 'th'])

/** The segments of a page, in its order. An explicit stack: pages are nested deeper than functions can be. */
export function segmentsOf(root: Element): Segment[] {
  const segments: Segment[] = []
  const run: Run = { parts: [], linked: 0, bold: 0, hidden: 0, afterBreak: false, pre: false, first: null }
  let block = root
  const flush = (afterBreak = false): void => {
    const raw = run.parts.join('')
    const text = run.pre ? linesOf(raw) : raw.replace(/\s+/gu, ' ').trim()
    if (run.first && text.trim() !== '')
      segments.push({
        text: text.toWellFormed(),
        at: block,
        linked: Math.min(run.linked, text.length),
        bold: Math.min(run.bold, text.length),
        afterBreak: run.afterBreak,
        hidden: run.hidden > text.length / 2,
        first: run.first,
      })
    Object.assign(run, { parts: [], linked: 0, bold: 0, hidden: 0, afterBreak, pre: false, first: null })
  }
  const read = (node: Text, { link, bold, hidden, pre }: Open): void => {
    const { text } = node
    run.parts.push(text)
    if (!run.first && /\S/u.test(text)) run.first = node
    const length = pre ? text.length : text.replace(/\s+/gu, ' ').length
    if (link) run.linked += length
    if (bold) run.bold += length
    if (hidden) run.hidden += length
    run.pre = pre
  }
  const stack: Open[] = [{ node: root, child: 0, link: false, bold: false, hidden: false, block: root, pre: false }]
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const child = top.node.children[top.child++]
    if (!child) {
      stack.pop()
      if (top.block === top.node) flush()
      block = stack.at(-1)?.block ?? root
    } else if (child.name === null) read(child, top)
    else if (child.name === 'br') top.pre ? run.parts.push('\n') : flush(true)
    else if (!skipped.has(child.name)) {
      const isBlock = blockTags.has(child.name)
      if (isBlock) flush()
      if (isBlock) block = child
      stack.push({
        node: child,
        child: 0,
        link: top.link || child.name === 'a' || child.name === 'button',
        bold: top.bold || boldTags.has(child.name),
        hidden: top.hidden || isHidden(child),
        block: isBlock ? child : top.block,
        pre: top.pre || child.name === 'pre',
      })
    }
  }
  return segments
}

const isHidden = ({ attributes }: Element): boolean =>
  'hidden' in attributes ||
  attributes['aria-hidden'] === 'true' ||
  /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.style ?? '')

/** Preformatted text: its lines as they are, but for blanks at their ends. */
const linesOf = (raw: string): string =>
  raw
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+/u, '')
    .trimEnd()
