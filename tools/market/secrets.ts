import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** What a market on this machine keeps to itself; made once, never in the repository. */
export interface Secrets {
  readonly postgresPassword: string
  readonly ownerPassword: string
  readonly appPassword: string
  readonly sessionSecret: string
  readonly dataEncryptionKey: string
  readonly stripeSecretKey: string
  readonly stripeWebhookSecret: string
}

/** Reads the file, or makes it with fresh random values, readable by its owner only. */
export function readSecrets(file: string): Secrets {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets
  const secrets = makeSecrets()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(secrets, null, 2) + '\n', { mode: 0o600 })
  return secrets
}

export function makeSecrets(): Secrets {
  return {
    postgresPassword: randomBytes(24).toString('hex'),
    ownerPassword: randomBytes(24).toString('hex'),
    appPassword: randomBytes(24).toString('hex'),
    sessionSecret: randomBytes(48).toString('hex'),
    dataEncryptionKey: randomBytes(32).toString('base64'),
    stripeSecretKey: `sk_test_${randomBytes(24).toString('hex')}`,
    stripeWebhookSecret: `whsec_${randomBytes(24).toString('hex')}`,
  }
}
