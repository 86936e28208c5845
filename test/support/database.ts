import { randomBytes } from 'node:crypto'
import { withClient } from '../../tools/services/database.js'

export interface TestDatabase {
  readonly name: string
  /** As `weibao_app`, the role of api and worker. */
  readonly appUrl: string
  /** As `weibao_owner`, the role of migrations and the seed. */
  readonly ownerUrl: string
  /** As superuser: only to look at or to break what the other roles cannot. */
  readonly adminUrl: string
  readonly drop: () => Promise<void>
}

/**
 * A database of its own for a test: a clone of the migrated template, made in milliseconds. Seeded
 * ones hold the demonstration catalogue and exist only for suites on built processes.
 */
export async function createTestDatabase({
  isSeeded = false,
  template = required(isSeeded ? 'WEIBAO_TEST_SEEDED_TEMPLATE' : 'WEIBAO_TEST_TEMPLATE'),
} = {}): Promise<TestDatabase> {
  const adminUrl = required('WEIBAO_TEST_ADMIN_URL')
  const name = `weibao_test_${randomBytes(4).toString('hex')}`
  await withClient(adminUrl, (client) =>
    client.query(`create database ${name} template ${template} owner weibao_owner`),
  )
  return {
    name,
    adminUrl: urlOf(adminUrl, name),
    ownerUrl: urlOf(adminUrl, name, 'weibao_owner', required('WEIBAO_TEST_OWNER_PASSWORD')),
    appUrl: urlOf(adminUrl, name, 'weibao_app', required('WEIBAO_TEST_APP_PASSWORD')),
    drop: () =>
      withClient(adminUrl, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`)
      }),
  }
}

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: run this through vitest's projects db, api, …`)
  return value
}

function urlOf(adminUrl: string, database: string, role?: string, password?: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  if (role) url.username = role
  if (password) url.password = password
  return url.href
}
