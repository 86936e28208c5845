import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { prepareRoles } from '../../tools/services/database.js'
import { holdLock } from '../../tools/services/lock.js'
import { cacheFolder } from '../../tools/services/paths.js'
import { startPostgres, type PostgresServer } from '../../tools/services/postgres.js'
import { startRedis, type RedisServer } from '../../tools/services/redis.js'
import { clusterFile, keeperAddress, testFolder, type TestCluster } from './cluster.js'

/** How long the servers stay up for the next run after the last one left. */
const LINGER_MS = Number(process.env['WEIBAO_TEST_LINGER_MS'] ?? 60_000)

/** Nothing in a test database has to survive a crash of the machine. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '300',
  autovacuum_naptime: '10min',
  log_min_messages: 'error',
  log_checkpoints: 'off',
}

const guests = new Set<Socket>()
let servers: { postgres: PostgresServer; redis: RedisServer | null } | null = null
let leaving: NodeJS.Timeout | undefined

async function start(): Promise<void> {
  const passwordFile = join(testFolder, 'password')
  const dataFolder = join(testFolder, 'pg')
  const isNew = !existsSync(passwordFile)
  const password = isNew ? randomBytes(18).toString('hex') : readFileSync(passwordFile, 'utf8')
  if (isNew) rmSync(dataFolder, { recursive: true, force: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  const postgres = await startPostgres({
    dataFolder,
    logFile: join(testFolder, 'postgres.log'),
    preferredPort: 0,
    password,
    settings: SETTINGS,
  })
  const roles = { owner: `${password}-owner`, app: `${password}-app` }
  await prepareRoles(postgres.adminUrl(), roles)
  const redis = await startRedis({
    folder: join(testFolder, 'redis'),
    logFile: join(testFolder, 'redis.log'),
    preferredPort: 0,
    cacheFolder,
  })
  servers = { postgres, redis }
  const cluster: TestCluster = {
    adminUrl: postgres.adminUrl(),
    ownerPassword: roles.owner,
    appPassword: roles.app,
    redisUrl: redis?.url ?? '',
  }
  writeFileSync(clusterFile, JSON.stringify(cluster), { mode: 0o600 })
  void postgres.exited.then(() => stop(1))
}

async function stop(code: number): Promise<void> {
  server?.close()
  rmSync(clusterFile, { force: true })
  for (const guest of guests) guest.destroy()
  await servers?.redis?.stop()
  await servers?.postgres.stop()
  process.exit(code)
}

function lingerWhenEmpty(): void {
  clearTimeout(leaving)
  if (guests.size === 0) leaving = setTimeout(() => void stop(0), LINGER_MS)
}

const server = await holdLock(keeperAddress, (guest) => {
  guests.add(guest)
  lingerWhenEmpty()
  guest.on('error', () => undefined)
  guest.on('close', () => {
    guests.delete(guest)
    lingerWhenEmpty()
  })
  starting.then(
    () => guest.write('ready\n'),
    (error: Error) => guest.end(`${error.message.replaceAll('\n', ' ')}\n`),
  )
})
// Another run's keeper was faster.
if (server === null) process.exit(0)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0))
const starting = start()
starting.catch((error: unknown) => {
  console.error(error)
  setTimeout(() => void stop(1), 1_000)
})
lingerWhenEmpty()
