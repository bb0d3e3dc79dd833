import { writeFileSync } from 'node:fs'
import { buildApp } from '#/src/app.ts'
import { written } from '#/src/http/openapi/openapi.ts'
import { openSqlite } from '#/src/store/sqlite/sqlite.ts'

/** `npm run openapi`: writes openapi.json as the service serves it. */
const app = await buildApp({ store: openSqlite(':memory:') })
await app.ready()
writeFileSync(new URL('../../openapi.json', import.meta.url), written(app.swagger()))
await app.close()
