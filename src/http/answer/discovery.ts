import type { Link } from './link-header.ts'

/** Where the service is described, for machines and for people (RFC 8631). */
export const discovery: readonly Link[] = [
  { href: '/openapi.json', rel: 'service-desc', type: 'application/json' },
  { href: '/docs', rel: 'service-doc', type: 'text/html' },
]
