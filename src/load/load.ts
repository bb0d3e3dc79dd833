import type { Warning } from '#/schemas/record.ts'
import type { Draft } from './draft.ts'
import { LoadError } from './load-error.ts'
import { withShortBlocks } from './long-blocks.ts'
import type { Loaded, Loader, Saved } from './saved.ts'
import { type Look, sniff } from './sniff.ts'

/** Every format, by what a file looks like. A parser is read when its first file comes: plain text needs none. */
const loaders = {
  text: async () => (await import('./text/text.ts')).loadText,
  html: async () => (await import('./page/page.ts')).loadPage,
  markdown: async () => (await import('./markdown.ts')).loadMarkdown,
  json: async () => (await import('./json/documents.ts')).loadJson,
  xml: async () => (await import('./xml/documents.ts')).loadXml,
  mail: async () => (await import('./mail.ts')).loadMail,
  warc: async () => (await import('./warc.ts')).loadWarc,
} satisfies Partial<Record<Look['format'], () => Promise<Loader>>>

/** Formats that can be asked for, where the content would mislead. */
export const formats: readonly string[] = Object.keys(loaders)

const isKnown = (format: string): format is keyof typeof loaders => Object.hasOwn(loaders, format)

/** The articles of one saved file, by what it holds, whatever its name; `from` are those that are passed over. */
export async function* load(saved: Saved, as?: string, from = 0): AsyncGenerator<Loaded> {
  if (saved.bytes.length === 0) throw new LoadError('EMPTY', 'The file is empty.', saved.path)
  const { format, what } = as === undefined ? looked(saved) : { format: as, what: as }
  if (!isKnown(format)) throw refused(format, what, saved.path)
  const loader = await loaders[format]()
  const warning = as === undefined ? wrongExtension(saved.path, format, what) : null
  // In a web archive what is passed over is not read, in other files not told.
  const untold = format === 'warc' ? 0 : from
  yield* finished(loader(saved, from), warning, untold)
}

/** The pages of a web archive, whose bytes come piece by piece. */
export async function* loadArchive(
  path: string,
  pieces: AsyncIterable<Uint8Array>,
  from: number,
): AsyncGenerator<Loaded> {
  const { pagesOf } = await import('./warc.ts')
  yield* finished(pagesOf(path, pieces, from), wrongExtension(path, 'warc', 'a web archive'), 0)
}

async function* finished(
  all: Iterable<Loaded> | AsyncIterable<Loaded>,
  warning: Warning | null,
  untold: number,
): AsyncGenerator<Loaded> {
  let at = 0
  for await (const loaded of all) {
    if (at++ < untold) continue
    if (loaded instanceof LoadError) yield loaded
    else yield withShortBlocks(warning ? warned(loaded, warning) : loaded)
  }
}

/** What a file is by what it holds; what could be plain text or Markdown is what its name says. */
function looked({ bytes, path }: Saved): Look {
  const look = sniff(bytes)
  return look.format === 'text' && /\.(?:md|markdown)$/iu.test(path) ? { format: 'markdown', what: 'Markdown' } : look
}

const warned = (draft: Draft, warning: Warning): Draft => ({
  ...draft,
  source: { ...draft.source, warnings: [...draft.source.warnings, warning] },
})

/** Ends of names that promise a format. */
const extensions: Readonly<Record<keyof typeof loaders, string>> = {
  text: 'txt text',
  html: 'html htm xhtml',
  markdown: 'md markdown',
  json: 'json jsonl ndjson jsonld',
  xml: 'xml nitf rss atom',
  mail: 'eml mht mhtml',
  warc: 'warc',
}

/** A name that promises another format than the one that was found: the content counts, and the name is told. */
function wrongExtension(path: string, format: keyof typeof loaders, what: string): Warning | null {
  const extension = /\.([a-z]{2,8})$/iu.exec(path)?.[1]?.toLowerCase() ?? ''
  const promised = Object.entries(extensions).find(([, list]) => list.split(' ').includes(extension))?.[0]
  return promised === undefined || promised === format
    ? null
    : { code: 'WRONG_EXTENSION', detail: `It is called .${extension}, and looks like ${what}.` }
}

function refused(format: string, what: string, path: string): LoadError {
  if (format === 'binary') return new LoadError('NOT_TEXT', `It looks like ${what}.`, path)
  if (format === 'utf-16') return new LoadError('ENCODING', `It looks like ${what}; save it as UTF-8.`, path)
  return new LoadError('UNSUPPORTED_FORMAT', `It looks like ${what}, which is not loaded.`, path)
}
