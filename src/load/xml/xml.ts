import { SaxesParser } from 'saxes'
import { LoadError } from '../load-error.ts'
import { type Element, limits } from '../page/tree.ts'

/** Characters that older agency files name by HTML’s entities; all others must be numbers. */
const entities = {
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  euro: '€',
  copy: '©',
  eacute: 'é',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
}

/**
 * The tree of an XML file, elements by their names without prefix: the names of news formats do not collide. A document
 * type that only names its DTD is passed over and the DTD never read; one that declares anything itself is refused, so
 * no entity can grow or fetch.
 */
export function parseXml(xml: string, file: string): Element {
  const root: Element = { name: '#xml', attributes: {}, parent: null, children: [] }
  const parser = new SaxesParser({ xmlns: false, position: true })
  Object.assign(parser.ENTITIES, entities)
  let at = root
  let depth = 0
  let nodes = 0
  const count = (): void => {
    if (++nodes > limits.nodes) throw new LoadError('TOO_LARGE', `It has more than ${limits.nodes} nodes.`, file)
  }
  const text = (value: string): void => {
    if (at === root) return
    const last = at.children.at(-1)
    if (last?.name === null) last.text += value
    else {
      count()
      at.children.push({ name: null, text: value, parent: at })
    }
  }
  parser.on('error', ({ message }) => {
    const [, line, column, what] = /^(\d+):(\d+): (.*)$/u.exec(message.replace(/^undefined:/u, '')) ?? []
    throw new LoadError(
      'XML_SYNTAX',
      `Line ${line}, column ${column}: ${(what ?? message).replace(/[.]?$/u, '.')}`,
      file,
    )
  })
  parser.on('doctype', (doctype) => {
    if (doctype.includes('['))
      throw new LoadError('XML_DTD', 'Its document type declares entities or elements of its own.', file)
  })
  parser.on('opentag', ({ name, attributes }) => {
    count()
    if (++depth > limits.depth) throw new LoadError('TOO_DEEP', `It is nested more than ${limits.depth} deep.`, file)
    const element: Element = {
      name: local(name),
      attributes: attributes as Record<string, string>,
      parent: at,
      children: [],
    }
    at.children.push(element)
    at = element
  })
  parser.on('closetag', () => {
    at = at.parent!
    depth--
  })
  parser.on('text', text)
  parser.on('cdata', text)
  for (let from = 0; from < xml.length; from += 65_536) parser.write(xml.slice(from, from + 65_536))
  parser.close()
  const top = childrenOf(root)[0]
  if (!top) throw new LoadError('XML_SYNTAX', 'It has no element.', file)
  return top
}

export const local = (name: string): string => name.slice(name.indexOf(':') + 1)

export const childrenOf = ({ children }: Element, name?: string): Element[] =>
  children.filter((child): child is Element => child.name !== null && (name === undefined || child.name === name))

/** The element that a path of names leads to, each the first of its name. */
export function childAt(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>((at, name) => at && childrenOf(at, name)[0], element)
}

/** The first element of a name below another, in order. */
export function findBelow(root: Element, ...names: readonly string[]): Element | undefined {
  const stack = [root]
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (names.includes(element.name)) return element
    stack.push(...childrenOf(element).reverse())
  }
  return undefined
}
