// The service as an operator meets it: started by `npm start`, asked, stopped. One line for each check.
// `node .ci/live.mjs FILE` writes the figures to FILE as {"passed", "failed"}.
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'

const [report] = process.argv.slice(2)
let passed = 0
let failed = 0

async function check(name, keep) {
  try {
    const note = await keep()
    passed++
    console.log(`ok      ${name}${note ? ` (${note})` : ''}`)
  } catch (error) {
    failed++
    console.log(`FAILED  ${name}: ${error.message}`)
  }
}

function expect(condition, what) {
  if (!condition) throw new Error(what)
}

/** As a newcomer's shell has it: without the folder of tools that npm puts first by itself. */
const path = process.env.PATH.split(':')
  .filter((folder) => !folder.endsWith('node_modules/.bin'))
  .join(':')

/** Runs a command; `output` grows while it runs, `ended` resolves to its exit code. */
function run(command, args, environment) {
  const child = spawn(command, args, {
    env: { ...process.env, PATH: path, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const started = { child, output: '', errors: '', ended: null, since: performance.now() }
  child.stdout.on('data', (chunk) => (started.output += chunk))
  child.stderr.on('data', (chunk) => (started.errors += chunk))
  started.ended = new Promise((resolve) => child.on('close', (code, signal) => resolve(code ?? signal)))
  return started
}

async function until(what, ready, patience = 20_000) {
  const deadline = performance.now() + patience
  while (performance.now() < deadline) {
    const value = await ready()
    if (value) return value
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`${what}: not within ${patience / 1000} s`)
}

// The port is one that is free: its log says which.
const service = run('npm', ['start'], { PORT: '0', HOST: '127.0.0.1', ARCHIVE: '' })
let base
let article
const get = (path, headers = {}) => fetch(`${base}${path}`, { headers })

await check('npm start answers', async () => {
  await until('an answer', async () => {
    expect(service.child.exitCode === null, `it ended: ${service.errors}`)
    base = /"url":"([^"]+)".*"listening"/.exec(service.output)?.[1]
    return base && (await get('/healthz')).ok
  })
  return `${Math.round(performance.now() - service.since)} ms`
})

await check('it is healthy and gets ready', async () => {
  expect((await get('/healthz')).status === 200, 'healthz is not 200')
  await until('readyz', async () => (await get('/readyz')).status === 200)
})

await check('the article is there, with its tag', async () => {
  const { items } = await (await get('/v1/articles')).json()
  expect(items?.length >= 1, 'no article in the list')
  const answer = await get(items[0].links.self)
  article = { path: items[0].links.self, tag: answer.headers.get('etag') }
  expect(answer.status === 200 && article.tag, `${answer.status}, tag ${article.tag}`)
  const { id, counts } = await answer.json()
  expect(id === items[0].id && counts.quotes > 0, 'not the article of the list, or without quotes')
})

await check('asked again with the tag it answers 304', async () => {
  const answer = await get(article.path, { 'if-none-match': article.tag })
  expect(answer.status === 304 && (await answer.text()) === '', `${answer.status}`)
})

await check('what is not there is a problem', async () => {
  const answer = await get('/v1/articles/no-such-article')
  expect(answer.status === 404, `${answer.status}`)
  expect(answer.headers.get('content-type')?.startsWith('application/problem+json'), 'not problem+json')
})

await check('a second one on the same port ends with 1 and one line', async () => {
  const second = run(process.execPath, ['src/verbatim.js', 'serve'], {
    PORT: new URL(base).port,
    HOST: '127.0.0.1',
    ARCHIVE: '',
  })
  const code = await second.ended
  const took = performance.now() - second.since
  expect(code === 1, `exit code ${code}`)
  expect((second.output + second.errors).trimEnd().split('\n').length === 1, second.output + second.errors)
  expect(took < 2_000, `${took} ms`)
  return second.errors.trim()
})

await check('every line of its log is JSON', () => {
  const lines = service.output.split('\n').filter((line) => line && !line.startsWith('>'))
  expect(lines.length > 0, 'no line')
  for (const line of lines) JSON.parse(line)
})

await check('SIGTERM ends it with 0', async () => {
  const since = performance.now()
  service.child.kill('SIGTERM')
  const code = await Promise.race([service.ended, until('its end', () => false)])
  expect(code === 0, `exit code ${code}: ${service.errors}`)
  return `${Math.round(performance.now() - since)} ms`
})

await check('npx verbatim extract prints the record', async () => {
  const extract = run('npx', ['verbatim', 'extract', 'data/articles'], {})
  expect((await extract.ended) === 0, extract.errors)
  const { text, quotes } = JSON.parse(extract.output.split('\n')[0])
  expect(quotes.length > 0, 'no quotes')
  for (const quote of quotes) expect(text.slice(quote.range.start, quote.range.end) === quote.text, quote.id)
})

service.child.kill('SIGKILL')
if (report) writeFileSync(report, JSON.stringify({ passed, failed }))
// A process that outlives its test keeps its pipes open: what was found is written, so end.
process.exit(failed ? 1 : 0)
