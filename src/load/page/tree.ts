import { Parser } from 'htmlparser2'
import { LoadError } from '../load-error.ts'

/** A page as its publisher nested it: elements and text, without comments, styles and code. */
export type Element = {
  name: string
  attributes: Readonly<Record<string, string>>
  parent: Element | null
  children: (Element | Text)[]
}
export type Text = { name: null; text: string; parent: Element }

/** Real pages: 99 of 100 have fewer than 3,100 elements, nested less than 52 deep. */
export const limits = { depth: 256, nodes: 200_000, attributes: 512, attribute: 65_536, jsonLd: 2_000_000 } as const

/** What a page says about itself in scripts, beside the tree. */
export type Page = { root: Element; jsonLd: string[] }

const code = new Set([
  'script',
  'style',
  'template',
  'svg',
  'math',
  'noscript',
  'iframe',
  'object',
  'noembed',
  'noframes',
])

/** Inside their like they change nothing: `<b><b><b>` of a page that forgot to close them is one. */
const formatting = new Set('a b big code em font i ins mark s small span strike strong sub sup tt u'.split(' '))

/**
 * The tree of a page, built while it is read, so that a bait costs no more than its length: nothing is moved or
 * repeated as a browser would to mend broken nesting. Nothing is fetched, and no script is more than text.
 */
export function parsePage(html: string, file: string): Page {
  const root: Element = { name: '#page', attributes: {}, parent: null, children: [] }
  const jsonLd: string[] = []
  let at = root
  let depth = 0
  let nodes = 0
  let skipped = 0
  let script: string[] | null = null
  // Elements that were opened and gave no node: each is closed once too.
  const open: (Element | null)[] = []

  const add = (node: Element | Text): void => {
    if (++nodes > limits.nodes) throw new LoadError('TOO_LARGE', `It has more than ${limits.nodes} nodes.`, file)
    at.children.push(node)
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (code.has(name)) {
          skipped++
          if (skipped === 1 && name === 'script' && isJsonLd(attributes)) script = []
          open.push(null)
          return
        }
        if (skipped > 0 || (formatting.has(name) && at.name === name) || (name === 'table' && at.name === 'table')) {
          open.push(null)
          return
        }
        const element: Element = { name, attributes: bounded(attributes), parent: at, children: [] }
        add(element)
        open.push(element)
        at = element
        if (++depth > limits.depth)
          throw new LoadError('TOO_DEEP', `It is nested more than ${limits.depth} deep.`, file)
      },
      ontext(text) {
        if (script) script.push(text)
        if (skipped > 0) return
        const last = at.children.at(-1)
        if (last?.name === null) last.text += text
        else add({ name: null, text, parent: at })
      },
      onclosetag(name) {
        const element = open.pop()
        if (element) {
          at = element.parent!
          depth--
        } else if (code.has(name)) {
          skipped--
          if (script) jsonLd.push(script.join('').slice(0, limits.jsonLd))
          script = null
        }
      },
    },
    { decodeEntities: true },
  )
  for (let from = 0; from < html.length; from += 65_536) parser.write(html.slice(from, from + 65_536))
  parser.end()
  return { root, jsonLd }
}

const isJsonLd = ({ type }: Record<string, string>): boolean => /^application\/(?:ld\+)?json$/i.test(type ?? '')

function bounded(attributes: Record<string, string>): Record<string, string> {
  const entries = Object.entries(attributes)
  if (entries.length <= limits.attributes && entries.every(([, value]) => value.length <= limits.attribute))
    return attributes
  return Object.fromEntries(
    entries.slice(0, limits.attributes).map(([name, value]) => [name, value.slice(0, limits.attribute)]),
  )
}

/** The elements below one, in the order of the page. */
export function* elementsOf(root: Element): Generator<Element> {
  const stack: Element[] = [root]
  for (let element = stack.pop(); element; element = stack.pop()) {
    yield element
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i]!
      if (child.name !== null) stack.push(child)
    }
  }
}

/** All text below an element up to a limit, white space as one blank. */
export function textOf(root: Element, limit = 20_000): string {
  const parts: string[] = []
  const stack: (Element | Text)[] = [root]
  let length = 0
  for (let node = stack.pop(); node && length < limit; node = stack.pop()) {
    if (node.name === null) {
      parts.push(node.text)
      length += node.text.length
    } else {
      if (node.name === 'br' || blockTags.has(node.name)) parts.push(' ')
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!)
    }
  }
  return parts.join('').slice(0, limit).replace(/\s+/gu, ' ').trim()
}

/** Elements that begin a new line. */
export const blockTags: ReadonlySet<string> = new Set(
  `address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol option p pre section select summary table tbody
  td textarea tfoot th thead title tr ul video audio`.split(/\s+/u),
)

const aside =
  /(?:^|\s)(?:comments?(?:-?(?:list|body|area|content|author|meta|text))?|respond|sidebar|widget(?:-area)?|related(?:-\w+)?)(?:\s|$)/iu

/** Whether an element stands in a comment, a form or a list of other articles: what it says is not said of this one. */
export function isAside(element: Element): boolean {
  for (let at: Element | null = element, level = 0; at && at.name !== 'body' && level < 14; at = at.parent, level++) {
    if (at.name === 'form' || at.name === 'aside') return true
    if (aside.test(`${at.attributes.class ?? ''} ${at.attributes.id ?? ''}`)) return true
  }
  return false
}
