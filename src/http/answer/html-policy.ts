import { hash } from 'node:crypto'
import { style } from '#/src/present/html/page.ts'

/** What a page may do: use its own style, and nothing else. */
export const htmlPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${hash('sha256', style, 'base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join(';')
