import { existsSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CannotRun } from '#/src/cannot-run.ts'
import { readConfig } from '#/src/config.ts'

describe('the settings', () => {
  it('have defaults for a first start', () => {
    const { articles, ...config } = readConfig({})
    expect(config).toEqual({
      host: '127.0.0.1',
      port: 3000,
      archive: ':memory:',
      publicUrl: null,
      rateLimit: null,
      logLevel: 'info',
    })
    expect(articles && isAbsolute(articles) && existsSync(articles)).toBe(true)
    expect(readConfig({ ARCHIVE: 'news.sqlite' }).articles).toBeNull()
  })

  it('are taken from the environment', () => {
    const environment = {
      HOST: '0.0.0.0',
      PORT: '0',
      ARCHIVE: 'news.sqlite',
      ARTICLES: 'wire',
      PUBLIC_URL: 'https://news.example/api/',
      RATE_LIMIT: '600',
      LOG_LEVEL: 'warn',
      HOME: '/root',
    }
    expect(readConfig(environment)).toEqual({
      host: '0.0.0.0',
      port: 0,
      archive: 'news.sqlite',
      articles: 'wire',
      publicUrl: 'https://news.example/api',
      rateLimit: 600,
      logLevel: 'warn',
    })
  })

  it('count as not set when they are empty', () => {
    expect(readConfig({ HOST: '', PORT: '', ARCHIVE: '', PUBLIC_URL: '', LOG_LEVEL: '' })).toEqual(readConfig({}))
  })

  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['PORT', ' 80'],
    ['PORT', '８０'],
    ['PUBLIC_URL', 'news.example'],
    ['PUBLIC_URL', 'ftp://news.example'],
    ['PUBLIC_URL', 'https://news.example/?a=1'],
    ['RATE_LIMIT', '0'],
    ['RATE_LIMIT', '1e3'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s is refused in one line that names it', (name, value) => {
    const read = () => readConfig({ [name]: value })
    expect(read).toThrow(CannotRun)
    expect(read).toThrow(new RegExp(`^${name} must [^\n]+$`))
  })
})
