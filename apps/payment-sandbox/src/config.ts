import { z } from 'zod'
import { settingsSchema, type Settings } from './settings.js'

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
)

const environmentSchema = z.object({
  NODE_ENV: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4242),
  DATA_DIR: z.string().min(1).default('var/payment-sandbox'),
  STRIPE_SECRET_KEY: z
    .string()
    .startsWith('sk_test_', 'The sandbox takes test keys only (sk_test_…)')
    .default('sk_test_weibao_sandbox'),
  /** Several, comma separated, while a secret is being rotated: each signs. */
  STRIPE_WEBHOOK_SECRET: list.default(['whsec_weibao_sandbox']),
  /** Where events go; several, comma separated; none when empty. */
  WEBHOOK_URL: list.pipe(z.array(z.url())).default([]),
  PUBLIC_URL: z.url().optional(),
  /** Settings of this run, as JSON in the shape of `POST /sandbox/control`. */
  SANDBOX_SETTINGS: z.string().default('{}'),
})

export interface Config {
  readonly port: number
  readonly dataFolder: string
  readonly secretKey: string
  readonly webhookSecrets: readonly string[]
  readonly webhookUrls: readonly string[]
  /** Origin of the hosted pages; null means the address this process listens on. */
  readonly publicUrl: string | null
  readonly settings: Settings
}

/** Reads the environment once. Throws when a value is wrong or this is production. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const values = environmentSchema.parse(environment)
  if (values.NODE_ENV === 'production') {
    throw new Error('The payment sandbox never runs in production: it moves no real money.')
  }
  return {
    port: values.PORT,
    dataFolder: values.DATA_DIR,
    secretKey: values.STRIPE_SECRET_KEY,
    webhookSecrets: values.STRIPE_WEBHOOK_SECRET,
    webhookUrls: values.WEBHOOK_URL,
    publicUrl: values.PUBLIC_URL?.replace(/\/$/, '') ?? null,
    settings: settingsSchema.parse(JSON.parse(values.SANDBOX_SETTINGS)),
  }
}
