import { readFileSync } from 'node:fs'
import pg from 'pg'

/** Passwords of the two roles that the market uses. Neither is the superuser. */
export interface RolePasswords {
  /** `weibao_owner`: owns the database, runs migrations and the seed. */
  readonly owner: string
  /** `weibao_app`: api and worker; owns nothing, reads and writes rows. */
  readonly app: string
}

/** A statement that runs longer is a defect of ours, and must not hold a lock for long. */
const APP_SETTINGS = {
  statement_timeout: '5s',
  lock_timeout: '3s',
  idle_in_transaction_session_timeout: '10s',
}

const privileges = readFileSync(new URL('privileges.sql', import.meta.url), 'utf8')

/** Runs `work` on one connection that is closed afterwards. */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Makes the two roles, or gives them these passwords again. Safe to repeat. */
export async function prepareRoles(adminUrl: string, passwords: RolePasswords): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const roles = { weibao_owner: passwords.owner, weibao_app: passwords.app }
    for (const [role, password] of Object.entries(roles)) {
      const known = await client.query('select 1 from pg_roles where rolname = $1', [role])
      const verb = known.rowCount === 0 ? 'create' : 'alter'
      const secret = client.escapeLiteral(password)
      await client.query(
        `${verb} role ${role} login nosuperuser nocreatedb nocreaterole password ${secret}`,
      )
    }
    for (const [name, value] of Object.entries(APP_SETTINGS)) {
      await client.query(`alter role weibao_app set ${name} = '${value}'`)
    }
  })
}

/** Makes a database that `weibao_owner` owns, with extensions and rights, if it is not there. */
export async function prepareDatabase(
  adminUrl: (database?: string) => string,
  name: string,
): Promise<void> {
  await withClient(adminUrl(), async (client) => {
    const known = await client.query('select 1 from pg_database where datname = $1', [name])
    if (known.rowCount !== 0) return
    await client.query(
      `create database ${client.escapeIdentifier(name)} owner weibao_owner template template0`,
    )
  })
  await withClient(adminUrl(name), (client) => client.query(privileges))
}
