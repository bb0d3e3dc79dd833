// The jobs of jobs.json in every language, by clients that are generated and compiled here, against a live service.
// `node test/sdk/run.ts [LANGUAGE…] [--count FILE]`; FILE gets the figures as {"passed", "failed"}.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { id, withEmoji } from '../helpers/app.ts'
import { type Given, languages } from './languages.ts'
import { openLive, openOddGateway, withMark } from './live.ts'

type Job = { name: string; does: string; answer: string }

const { values, positionals } = parseArgs({ options: { count: { type: 'string' } }, allowPositionals: true })
const jobs: Job[] = JSON.parse(readFileSync(join(import.meta.dirname, 'jobs.json'), 'utf8'))

let passed = 0
let failed = 0
function report(what: string, fault: string | null): void {
  if (fault === null) passed++
  else failed++
  console.log(fault === null ? `ok      ${what}` : `FAILED  ${what}: ${fault}`)
}

await using live = await openLive()
await using odd = await openOddGateway(live.url)
const given: Given = {
  url: live.url,
  oddUrl: odd.url,
  article: id,
  harbour: withEmoji.article.id,
  quay: withMark.article.id,
}

for (const name of positionals.length > 0 ? positionals : Object.keys(languages)) {
  const started = performance.now()
  try {
    for await (const { where, answers, shown } of languages[name]!(given)) {
      for (const { name: job, does, answer } of jobs) {
        const got = answers.get(job) ?? 'no answer'
        report(`${where} ${does}`, got === answer ? null : `${got}, not ${answer}`)
      }
      if (shown !== undefined) report(`${where} does what its page shows`, shown)
    }
  } catch (error) {
    report(name, (error as Error).message)
  }
  console.log(`        ${name}: ${Math.round((performance.now() - started) / 1000)} s`)
}
if (values.count) writeFileSync(values.count, JSON.stringify({ passed, failed }))
process.exitCode = failed === 0 ? 0 : 1
