import { openSqlite } from '#/src/store/sqlite/sqlite.ts'
import { differences, fill, questions } from '../helpers/random-queries.ts'

/** `npm run test:queries [COUNT]`: random questions to the store and to a plain model in memory; says where they differ. */
const count = Number(process.argv[2] ?? 10_000)
const perArchive = 500
const wrong: string[] = []
for (let asked = 0; asked < count; asked += perArchive) {
  const store = openSqlite()
  const records = await fill(store, asked + 1, 60)
  const question = questions(records, asked + 2)
  for (let n = asked; n < Math.min(count, asked + perArchive); n++)
    wrong.push(...(await differences(store, records, question())))
  await store.close()
  console.log(`${Math.min(count, asked + perArchive)} of ${count} questions, ${wrong.length} differences`)
}
for (const each of wrong.slice(0, 20)) console.log(each)
process.exitCode = wrong.length === 0 ? 0 : 1
