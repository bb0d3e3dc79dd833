#!/usr/bin/env node
// The one file that is JavaScript: Node runs it before it loads what takes the types out of TypeScript, which then is not
// needed, as what was compiled once is kept. That makes a start shorter.
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const oldest = 26

if (Number.parseInt(process.versions.node, 10) < oldest) {
  process.stderr.write(
    `verbatim: it needs Node ${oldest} or newer, this is ${process.versions.node}; after npm ci, npx verbatim takes the right one\n`,
  )
  process.exit(1)
}

// In a place that only whoever installed the package can write to; where that is read-only nothing is kept, and nothing said.
const kept = fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url))
module.enableCompileCache(kept)
// Threads know of it by the environment alone: without it each of them loads what takes the types out, which takes 80 ms.
process.env.NODE_COMPILE_CACHE ??= kept
await import('./cli.ts')
