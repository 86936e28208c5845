import { resolve } from 'node:path'
import { PlatformConfig } from '@weibao/platform'
import { z } from 'zod'

/** Every variable the processes read; docs/operations.md explains each. Parsed once, at start. */
const port = z.coerce.number().int().min(0).max(65_535)
const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )

const schema = z.object({
  WEIBAO_MODE: z.enum(['development', 'production']).default('development'),
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_ORIGIN: z.url().transform((url) => url.replace(/\/+$/, '')),
  DATABASE_URL: z.string().startsWith('postgres'),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(12),
  REDIS_URL: z.string().default(''),
  STRIPE_SECRET_KEY: z.string().min(1),
  STRIPE_WEBHOOK_SECRET: z.string().min(1),
  STRIPE_API_BASE: z.string().default(''),
  SESSION_SECRET: z.string().min(32),
  DATA_ENCRYPTION_KEY: z
    .string()
    .refine((text) => Buffer.from(text, 'base64').length === 32, '32 bytes in base64'),
  MAIL_URL: z.string().default('mailbox:'),
  MAIL_FROM: z.string().default('维宝 Weibao <no-reply@weibao.example>'),
  SMS_URL: z.string().default('mailbox:'),
  COURIER_URL: z.string().default(''),
  FILES_DIR: z.string().default('var/files'),
  PICTURES_DIR: z.string().default('var/pictures'),
  STOREFRONT_DIR: z.string().default('apps/storefront/dist'),
  CONSOLE_DIR: z.string().default('apps/console/dist'),
  ACCOUNTS_FILE: z.string().default('var/accounts.json'),
  METRICS_TOKEN: z.string().default(''),
  TRUSTED_PROXIES: list,
  PREVIEW_ADDRESS: z.string().default(''),
  RATE_LIMIT_SCALE: z.coerce.number().min(0.01).max(1_000_000).default(1),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

type Environment = z.infer<typeof schema>

/** The configuration of a process. Libraries see the parts they declare as abstract classes. */
export class AppConfig extends PlatformConfig {
  readonly isProduction: boolean
  readonly publicOrigin: string
  readonly databaseUrl: string
  readonly databasePoolSize: number
  readonly redisUrl: string | null
  readonly metricsToken: string | null
  readonly trustedProxies: readonly string[]
  readonly logLevel: string
  readonly rateLimitScale: number
  readonly port: number
  readonly host: string
  readonly stripe: { secretKey: string; webhookSecret: string; apiBase: string | null }
  readonly sessionSecret: string
  readonly dataEncryptionKey: Buffer
  readonly mailUrl: string
  readonly mailFrom: string
  readonly smsUrl: string
  readonly courierUrl: string
  readonly filesDir: string
  readonly picturesDir: string
  readonly storefrontDir: string
  readonly consoleDir: string
  readonly accountsFile: string
  readonly previewAddress: string | null

  constructor(environment: Environment) {
    super()
    this.isProduction = environment.WEIBAO_MODE === 'production'
    this.publicOrigin = environment.PUBLIC_ORIGIN
    this.databaseUrl = environment.DATABASE_URL
    this.databasePoolSize = environment.DATABASE_POOL_SIZE
    this.redisUrl = environment.REDIS_URL || null
    this.metricsToken = environment.METRICS_TOKEN || null
    this.trustedProxies = environment.TRUSTED_PROXIES
    this.logLevel = environment.LOG_LEVEL
    this.rateLimitScale = environment.RATE_LIMIT_SCALE
    this.port = environment.PORT
    this.host = environment.HOST
    this.stripe = {
      secretKey: environment.STRIPE_SECRET_KEY,
      webhookSecret: environment.STRIPE_WEBHOOK_SECRET,
      apiBase: environment.STRIPE_API_BASE || null,
    }
    this.sessionSecret = environment.SESSION_SECRET
    this.dataEncryptionKey = Buffer.from(environment.DATA_ENCRYPTION_KEY, 'base64')
    this.mailUrl = environment.MAIL_URL
    this.mailFrom = environment.MAIL_FROM
    this.smsUrl = environment.SMS_URL
    this.courierUrl = environment.COURIER_URL || (this.isProduction ? 'none:' : 'simulated:')
    this.filesDir = resolve(environment.FILES_DIR)
    this.picturesDir = resolve(environment.PICTURES_DIR)
    this.storefrontDir = resolve(environment.STOREFRONT_DIR)
    this.consoleDir = resolve(environment.CONSOLE_DIR)
    this.previewAddress = environment.PREVIEW_ADDRESS || null
    this.accountsFile = resolve(environment.ACCOUNTS_FILE)
  }
}

const WEAK = /changeme|change-me|default|example|secret|password|weibao|12345|^(.)\1+$/i

/**
 * Parses the environment. Throws one error naming every variable that is missing or wrong; in
 * production also for weak secrets, the sandbox, http, in-process Redis and the mailbox.
 */
export function readConfig(environment: NodeJS.ProcessEnv): AppConfig {
  const parsed = schema.safeParse(environment)
  if (!parsed.success)
    throw new Error(
      `configuration: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`,
    )
  const faults = parsed.data.WEIBAO_MODE === 'production' ? productionFaults(parsed.data) : []
  if (faults.length) throw new Error(`configuration for production: ${faults.join('; ')}`)
  return new AppConfig(parsed.data)
}

function productionFaults(environment: Environment): string[] {
  const faults: string[] = []
  const refuse = (isFault: boolean, text: string) => isFault && faults.push(text)
  refuse(!environment.PUBLIC_ORIGIN.startsWith('https:'), 'PUBLIC_ORIGIN must be https')
  refuse(!environment.REDIS_URL, 'REDIS_URL is required')
  refuse(environment.STRIPE_API_BASE !== '', 'STRIPE_API_BASE names a sandbox')
  refuse(
    !/^(sk|rk)_(live|test)_\w{16,}/.test(environment.STRIPE_SECRET_KEY),
    'STRIPE_SECRET_KEY is not a key of Stripe',
  )
  refuse(WEAK.test(environment.STRIPE_SECRET_KEY), 'STRIPE_SECRET_KEY is a default')
  refuse(
    !/^whsec_\w{16,}/.test(environment.STRIPE_WEBHOOK_SECRET),
    'STRIPE_WEBHOOK_SECRET is not a signing secret',
  )
  refuse(WEAK.test(environment.SESSION_SECRET), 'SESSION_SECRET is weak')
  refuse(
    new Set(Buffer.from(environment.DATA_ENCRYPTION_KEY, 'base64')).size < 8,
    'DATA_ENCRYPTION_KEY is weak',
  )
  refuse(environment.MAIL_URL.startsWith('mailbox:'), 'MAIL_URL must be smtp')
  refuse(environment.SMS_URL.startsWith('mailbox:'), 'SMS_URL must be a gateway')
  refuse(environment.COURIER_URL.startsWith('simulated:'), 'COURIER_URL simulates a courier')
  refuse(environment.RATE_LIMIT_SCALE > 1, 'RATE_LIMIT_SCALE above 1 is for load tests')
  refuse(WEAK.test(new URL(environment.DATABASE_URL).password), 'DATABASE_URL has a weak password')
  return faults
}
