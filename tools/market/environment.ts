import { join } from 'node:path'
import { root, sharedFolder } from '../services/paths.js'
import type { Secrets } from './secrets.js'

export interface MarketPlan {
  /** Where this market writes its files. */
  readonly folder: string
  readonly secrets: Secrets
  /** As `weibao_app`. */
  readonly databaseUrl: string
  /** As `weibao_owner`. */
  readonly ownerUrl: string
  /** Empty: in-process stand-in. */
  readonly redisUrl: string
  readonly apiPort: number
  readonly sandboxPort: number
  /** Where the preview process listens: a socket's path or host:port. */
  readonly previewAddress?: string
  /** The origin that browsers use. */
  readonly origin: string
}

/** Names that a person may set to have another value than the launcher's. */
const OVERRIDABLE = [
  'HOST',
  'PUBLIC_ORIGIN',
  'DATABASE_POOL_SIZE',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'STRIPE_API_BASE',
  'MAIL_URL',
  'MAIL_FROM',
  'SMS_URL',
  'METRICS_TOKEN',
  'TRUSTED_PROXIES',
  'LOG_LEVEL',
  'SESSION_SECRET',
  'DATA_ENCRYPTION_KEY',
]

/** Longer paths are cut by the system. */
const LONGEST_SOCKET_PATH = 100

/** Where a market in `folder` has its preview process: a socket in it, or a port where there can be none. */
export async function previewAddressIn(
  folder: string,
  findPort: () => Promise<number>,
): Promise<string> {
  const socket = join(folder, 'preview.sock')
  const fits = process.platform !== 'win32' && Buffer.byteLength(socket) <= LONGEST_SOCKET_PATH
  return fits ? socket : `127.0.0.1:${await findPort()}`
}

/** The variables of api, worker, preview, migrations and seed, as docs/operations.md lists them. */
export function marketEnvironment(plan: MarketPlan): NodeJS.ProcessEnv {
  const own: NodeJS.ProcessEnv = {
    NODE_ENV: 'development',
    WEIBAO_MODE: 'development',
    PORT: String(plan.apiPort),
    HOST: '127.0.0.1',
    PUBLIC_ORIGIN: plan.origin,
    DATABASE_URL: plan.databaseUrl,
    REDIS_URL: plan.redisUrl,
    STRIPE_SECRET_KEY: plan.secrets.stripeSecretKey,
    STRIPE_WEBHOOK_SECRET: plan.secrets.stripeWebhookSecret,
    STRIPE_API_BASE: `http://127.0.0.1:${plan.sandboxPort}`,
    SESSION_SECRET: plan.secrets.sessionSecret,
    DATA_ENCRYPTION_KEY: plan.secrets.dataEncryptionKey,
    MAIL_URL: 'mailbox:',
    SMS_URL: 'mailbox:',
    FILES_DIR: join(plan.folder, 'files'),
    PICTURES_DIR: join(sharedFolder, 'pictures'),
    STOREFRONT_DIR: join(root, 'apps/storefront/dist'),
    CONSOLE_DIR: join(root, 'apps/console/dist'),
    ACCOUNTS_FILE: join(plan.folder, 'accounts.json'),
    PREVIEW_ADDRESS: plan.previewAddress ?? '',
    LOG_LEVEL: 'info',
  }
  const chosen = OVERRIDABLE.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...systemEnvironment(), ...own, ...Object.fromEntries(chosen) }
}

/** Migrations and seed also get the owner's database; nothing else ever does. */
export function ownerEnvironment(plan: MarketPlan): NodeJS.ProcessEnv {
  return { ...marketEnvironment(plan), MIGRATION_DATABASE_URL: plan.ownerUrl }
}

/** The local Stripe. */
export function sandboxEnvironment(plan: MarketPlan): NodeJS.ProcessEnv {
  return {
    ...systemEnvironment(),
    NODE_ENV: 'development',
    HOST: '127.0.0.1',
    PORT: String(plan.sandboxPort),
    DATA_DIR: join(plan.folder, 'sandbox'),
    STRIPE_SECRET_KEY: plan.secrets.stripeSecretKey,
    STRIPE_WEBHOOK_SECRET: plan.secrets.stripeWebhookSecret,
    WEBHOOK_URL: `http://127.0.0.1:${plan.apiPort}/api/stripe/webhooks`,
    PUBLIC_URL: sandboxOrigin(plan),
  }
}

export function sandboxOrigin(plan: MarketPlan): string {
  return `http://localhost:${plan.sandboxPort}`
}

/** Only what a program needs of the machine: a setting of the shell must not leak into the market. */
function systemEnvironment(): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot', 'LANG', 'NODE_EXTRA_CA_CERTS']
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  )
}
