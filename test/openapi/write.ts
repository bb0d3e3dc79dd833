import { writeFileSync } from 'node:fs'
import { buildApp } from '#/src/app.ts'
import { openSqlite } from '#/src/store/sqlite/sqlite.ts'

/** `npm run openapi`: writes openapi.json as the service serves it. */
const app = await buildApp({ store: openSqlite(':memory:') })
writeFileSync(new URL('../../openapi.json', import.meta.url), (await app.inject('/openapi.json')).body)
await app.close()
