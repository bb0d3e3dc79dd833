import process from 'node:process'
import { run } from './jobs.js'

const { URL: url, ODD_URL: oddUrl, ARTICLE: article, HARBOUR: harbour, QUAY: quay } = process.env
await run({ url, oddUrl, article, harbour, quay, print: console.log })
