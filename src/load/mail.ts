import PostalMime, { type Email } from 'postal-mime'
import { blocksOfText } from './blocks.ts'
import { LoadError } from './load-error.ts'
import { pageDraft } from './page/page.ts'
import { type Loaded, type Saved, sourceOf } from './saved.ts'
import { draftOf } from './stated.ts'

/** A mail (.eml), or a page that a browser saved as one file (MHTML): both are MIME. */
export async function* loadMail(saved: Saved): AsyncGenerator<Loaded> {
  const mail = await parsed(saved)
  const header = (name: string): string | undefined => mail.headers.find(({ key }) => key === name)?.value
  const url = header('snapshot-content-location') ?? header('content-location')
  if (mail.html && (url || /^multipart\/related/iu.test(header('content-type') ?? '')))
    return yield pageDraft(mail.html, saved.path, sourceOf(saved, 'multipart/related', 'utf-8'), url)
  const source = sourceOf(saved, 'message/rfc822', 'utf-8')
  if (mail.html && !mail.text) return yield pageDraft(mail.html, saved.path, source)
  if (mail.text?.includes('\0'))
    throw new LoadError('CONTROL_CHARS', 'It holds NUL characters, as no text does.', saved.path)
  const body = blocksOfText(unwrapped(mail.text ?? ''))
  if (body.length === 0) throw new LoadError('NO_ARTICLE', 'The mail holds no text.', saved.path)
  yield draftOf(
    {
      title: mail.subject,
      authors: mail.from?.name ? [mail.from.name] : [],
      published: header('date'),
      keywords: [header('keywords') ?? []].flat(),
    },
    body,
    source,
  )
}

async function parsed({ bytes, path }: Saved): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: 50 })
  } catch (error) {
    throw new LoadError(
      'ILL_FORMED',
      `It is no mail that can be read: ${error instanceof Error ? error.message : error}`,
      path,
    )
  }
}

/** Mails break their lines where they are full, and part paragraphs by an empty line. */
const unwrapped = (text: string): string =>
  /\n\s*\n/u.test(text.trim()) ? text.replace(/([^\n])\r?\n(?=[^\s>•*-])/gu, '$1 ').replace(/ {2,}/gu, ' ') : text
