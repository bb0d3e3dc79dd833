import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { CannotRun } from './cannot-run.ts'

/** Where the package lies: its own data is found there, from whatever folder it is started. */
const packaged = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** The archive of a service that keeps nothing. */
export const inMemory = ':memory:'

/** Every setting, under the name of its environment variable. */
const Environment = z.object({
  HOST: z.string('must be a host name or an address').default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
    .transform(Number)
    .pipe(z.number().max(65_535, 'must be a whole number from 0 to 65535'))
    .default(3000),
  ARCHIVE: z.string().default(inMemory),
  ARTICLES: z.string().nullable().default(null),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
    .refine((url) => !/[?#]/.test(url), 'must not have a query or a fragment')
    .transform((url) => url.replace(/\/+$/, ''))
    .nullable()
    .default(null),
  RATE_LIMIT: z
    .string()
    .regex(/^[1-9]\d{0,6}$/, 'must be a whole number of requests a minute')
    .transform(Number)
    .nullable()
    .default(null),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
})
export const settings: readonly string[] = Object.keys(Environment.shape)

export type Config = {
  host: string
  /** 0: any that is free. */
  port: number
  /** The file of the archive, or `:memory:`. */
  archive: string
  /** The folder of articles that are loaded at start; null: those of the archive are all there are. */
  articles: string | null
  /** How clients reach the service, without a slash at the end; null: links stay relative. */
  publicUrl: string | null
  /** Requests a minute from one address; null: as many as come. */
  rateLimit: number | null
  logLevel: (typeof logLevels)[number]
}

/** Reads the environment once. A variable that is empty counts as not set. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const { success, data, error } = Environment.safeParse(set)
  if (!success) {
    const [issue] = error.issues
    throw new CannotRun(`${issue?.path[0]?.toString()} ${issue?.message}`)
  }
  return {
    host: data.HOST,
    port: data.PORT,
    archive: data.ARCHIVE,
    articles: data.ARTICLES ?? (data.ARCHIVE === inMemory ? packaged('data/articles') : null),
    publicUrl: data.PUBLIC_URL,
    rateLimit: data.RATE_LIMIT,
    logLevel: data.LOG_LEVEL,
  }
}
