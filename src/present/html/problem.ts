import type { Problem } from '#/schemas/problem.ts'
import { html, safeHref } from './markup.ts'
import { page } from './page.ts'

/** A problem as a page, for people. */
export const problemPage = ({
  type,
  title,
  status,
  detail,
  errors = [],
  suggestions = [],
  lastSeen,
}: Problem): string =>
  page(
    `${status} ${title}`,
    'en',
    [],
    [
      html`<main>
<h1>${title}</h1>
<p><bdi>${detail}</bdi></p>
${errors.length > 0 && html`<ul>${errors.map(({ parameter, detail: what, suggestion }) => html`<li><code>${parameter}</code>: ${what}${suggestion !== undefined && html`; did you mean <code>${suggestion}</code>?`}</li>`)}</ul>\n`}${
  suggestions.length > 0 && html`<p>Near it: ${suggestions.map((id) => html`<code>${id}</code> `)}</p>\n`
}${lastSeen !== undefined && html`<p>An older version had it: <a href="${safeHref(lastSeen)}">${lastSeen}</a></p>\n`}<p class="note">${status}: <a href="${safeHref(type)}">what this means</a>. <a href="/docs">The documentation</a>.</p>
</main>`,
    ],
  )

/** What a type of problem means, as a page. */
export const problemTypePage = (
  type: string,
  { title, status, about }: { title: string; status: number; about: string },
): string =>
  page(
    `${title} (${status})`,
    'en',
    [],
    [
      html`<main>
<h1>${title}</h1>
<p>${about}</p>
<p class="note">Status ${status}, type <code>/problems/${type}</code>. <a href="/problems">All problems</a>, <a href="/docs">the documentation</a>.</p>
</main>`,
    ],
  )

/** All types of problems, as a page. */
export const problemsPage = (types: readonly (readonly [string, { title: string; status: number }])[]): string =>
  page(
    'Problems',
    'en',
    [],
    [
      html`<main>
<h1>Problems</h1>
<ul>
${types.map(([type, { title, status }]) => html`<li>${status} <a href="/problems/${type}">${title}</a></li>\n`)}</ul>
</main>`,
    ],
  )
