#!/usr/bin/env node
// The one file that is JavaScript: Node runs it before it loads what takes the types out of TypeScript, which then is not
// needed, as what was compiled once is kept. A start takes half the time.
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// In a place that only whoever installed the package can write to; where that is read-only nothing is kept, and nothing said.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)))
await import('./cli.ts')
