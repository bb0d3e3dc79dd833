// The jobs of ../jobs.json. One line for each: its name, a tab, the answer. It runs wherever there is fetch.
import { NotFoundError, Verbatim } from 'verbatim-sdk'

/** @param {{ url: string, oddUrl: string, article: string, harbour: string, quay: string, print: (line: string) => void }} given */
export async function run({ url, oddUrl, article, harbour, quay, print }) {
  const { articles } = new Verbatim({ baseUrl: url })
  const odd = new Verbatim({ baseUrl: oddUrl }).articles

  const jobs = {
    async get() {
      const { title, counts } = await articles.get(article)
      return `${title} | ${counts.words} | ${counts.quotes}`
    },

    async list() {
      const list = articles.quotes(article, { speaker: ['julia-roknifard', 'Brian Nelson'], kind: ['direct', 'mixed'] })
      return (await list.toArray()).map(({ id }) => id).join(' ')
    },

    async pages() {
      const pages = []
      for await (const page of articles.quotes(article, { kind: ['direct', 'mixed', 'scare'], limit: 4 }).pages())
        pages.push(page.items.map(({ id }) => id).join(' '))
      return `${pages.length} | ${pages.join(' ')}`
    },

    async problem() {
      const error = await articles.quote(article, '6147c18e').catch((thrown) => thrown)
      if (!(error instanceof NotFoundError)) throw error
      return `${error.status} | ${error.problem.type} | ${error.problem.suggestions[0]}`
    },

    async csv() {
      const table = await articles.quotes(article, { speaker: 'julia-roknifard' }).csv('id,speaker.name,words.total')
      return table.replaceAll('\r\n', ' / ')
    },

    async unchanged() {
      const fresh = new Verbatim({ baseUrl: url }).articles
      const first = await fresh.get(article).withResponse()
      const second = await fresh.get(article).withResponse()
      if (second.data.id !== first.data.id) throw new Error('another article')
      return `${first.response.status} | ${second.response.status}`
    },

    async unknown() {
      const quote = await odd.quote(article, '6147c18f')
      return `${quote.kind} | ${quote.speaker.name}`
    },

    async unicode() {
      const found = []
      for (const id of [harbour, quay]) {
        const text = await articles.text(id)
        for await (const { range } of articles.quotes(id, { kind: 'direct' }))
          found.push(text.slice(range.start, range.end))
      }
      return found.join(' ')
    },
  }
  for (const [name, job] of Object.entries(jobs)) print(`${name}\t${await job()}`)
}
