import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { serverBuildHash } from '../../tools/market/build.js'
import { ownerEnvironment } from '../../tools/market/environment.js'
import { readSecrets } from '../../tools/market/secrets.js'
import { prepareDatabase, withClient } from '../../tools/services/database.js'
import { root } from '../../tools/services/paths.js'
import { testFolder, type TestCluster } from './cluster.js'

const PREFIX = 'weibao_template_'
const SEEDED_PREFIX = 'weibao_seeded_'
/** Any number that no other lock of the cluster uses. */
const TEMPLATE_LOCK = 7_001
const KEPT_TEMPLATES = 3

const migrations = join(root, 'apps/api/src/migrations')
const migrateSource = join(root, 'apps/api/src/migrate.ts')

/** The cluster's URL of a database under one of its roles. */
function databaseUrl(
  cluster: TestCluster,
  database: string,
  role: 'admin' | 'owner' | 'app',
): string {
  const url = new URL(cluster.adminUrl)
  url.pathname = `/${database}`
  if (role !== 'admin') {
    url.username = `weibao_${role}`
    url.password = role === 'owner' ? cluster.ownerPassword : cluster.appPassword
  }
  return url.href
}

/**
 * The name of a database that holds every migration and no rows, made once for each state of the
 * migrations and cloned by every test.
 */
export async function migratedTemplate(cluster: TestCluster): Promise<string> {
  const hash = migrationsHash()
  const name = `${PREFIX}${hash}`
  await withClient(cluster.adminUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    if (await exists(client, name)) return
    const draft = `${name}_draft`
    await client.query(`drop database if exists ${draft} with (force)`)
    await prepareDatabase((database = 'postgres') => databaseUrl(cluster, database, 'admin'), draft)
    if (existsSync(migrateSource)) runMigrations(databaseUrl(cluster, draft, 'owner'), hash)
    await client.query(`alter database ${draft} rename to ${name}`)
    await client.query(`alter database ${name} with is_template true allow_connections false`)
    await dropOldTemplates(client, PREFIX, name)
  })
  return name
}

function migrationsHash(): string {
  const hash = createHash('sha256').update(
    readFileSync(join(root, 'tools/services/privileges.sql')),
  )
  const files = existsSync(migrations) ? readdirSync(migrations, { recursive: true }) : []
  for (const file of files.map(String).sort()) {
    if (!/\.(ts|sql)$/.test(file) || file.endsWith('.spec.ts')) continue
    hash.update(file).update(readFileSync(join(migrations, file)))
  }
  return hash.digest('hex').slice(0, 12)
}

/** What the seed writes beside the database, for the seeded template of the current build. */
export function seedFolder(): string {
  return join(testFolder, `seed-${process.env['WEIBAO_TEST_SEEDED_TEMPLATE'] ?? 'none'}`)
}

/**
 * A second template that holds the demonstration catalogue as well, made by the built
 * `dist/seed.js` once for each state of the build.
 */
export async function seededTemplate(cluster: TestCluster, migrated: string): Promise<string> {
  const name = `${SEEDED_PREFIX}${serverBuildHash().slice(0, 12)}`
  await withClient(cluster.adminUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    if (await exists(client, name)) return
    const draft = `${name}_draft`
    await client.query(`drop database if exists ${draft} with (force)`)
    await client.query(`create database ${draft} template ${migrated} owner weibao_owner`)
    const folder = join(testFolder, `seed-${name}`)
    rmSync(folder, { recursive: true, force: true })
    const plan = {
      folder,
      // What the seed seals, the market of a test must be able to open.
      secrets: readSecrets(join(folder, 'secrets.json')),
      databaseUrl: databaseUrl(cluster, draft, 'app'),
      ownerUrl: databaseUrl(cluster, draft, 'owner'),
      redisUrl: '',
      apiPort: 1,
      sandboxPort: 1,
      origin: 'http://localhost:1',
    }
    mkdirSync(folder, { recursive: true })
    run(['apps/api/dist/seed.js'], { ...ownerEnvironment(plan), LOG_LEVEL: 'warn' })
    await client.query(`alter database ${draft} rename to ${name}`)
    await client.query(`alter database ${name} with is_template true allow_connections false`)
    for (const old of await dropOldTemplates(client, SEEDED_PREFIX, name)) {
      rmSync(join(testFolder, `seed-${old}`), { recursive: true, force: true })
    }
  })
  return name
}

/** Compiles apps/api aside, so that no build of somebody else's is waited for or disturbed. */
function runMigrations(ownerUrl: string, hash: string): void {
  const folder = join(testFolder, `migrate-${hash}`)
  rmSync(folder, { recursive: true, force: true })
  const flags = ['--strip-leading-paths', '--config-file', '.swcrc', '--ignore', '**/*.spec.ts']
  run(['node_modules/@swc/cli/bin/swc.js', 'apps/api/src', '-d', folder, '-q', ...flags])
  run([join(folder, 'api/src/migrate.js')], { MIGRATION_DATABASE_URL: ownerUrl, LOG_LEVEL: 'warn' })
  rmSync(folder, { recursive: true, force: true })
}

function run(args: readonly string[], extra: NodeJS.ProcessEnv = {}): void {
  const env = { ...process.env, ...extra }
  const done = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env })
  if (done.status === 0) return
  throw new Error(`node ${args.join(' ')} failed:\n${done.stdout}${done.stderr}`)
}

async function exists(client: pg.Client, name: string): Promise<boolean> {
  const found = await client.query('select 1 from pg_database where datname = $1', [name])
  return found.rowCount !== 0
}

/** The latest few may still be in use by runs that began on older code. */
async function dropOldTemplates(
  client: pg.Client,
  prefix: string,
  current: string,
): Promise<string[]> {
  const all = await client.query<{ datname: string }>(
    `select datname from pg_database where datname like $1 and datname <> $2 order by oid desc`,
    [`${prefix}%`, current],
  )
  const old = all.rows.slice(KEPT_TEMPLATES).map((row) => row.datname)
  for (const name of old) {
    await client.query(`alter database ${name} with is_template false`)
    await client.query(`drop database if exists ${name}`)
  }
  return old
}
