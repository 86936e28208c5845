import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  marketEnvironment,
  previewAddressIn,
  sandboxEnvironment,
  sandboxOrigin,
  type MarketPlan,
} from '../../tools/market/environment.js'
import { readSecrets } from '../../tools/market/secrets.js'
import { root } from '../../tools/services/paths.js'
import { freePort } from '../../tools/services/ports.js'
import { startChild, type Child } from '../../tools/services/process.js'
import { createTestDatabase, type TestDatabase } from './database.js'
import { checkInvariants } from './invariants.js'
import { testFolder } from './cluster.js'
import { seedFolder } from './template.js'

export interface TestMarket {
  /** Two api processes on one database, as in production. Each ends in /api. */
  readonly apis: readonly [string, string]
  /** Origin of the first api process: storefront at `/`, console at `/console/`. */
  readonly origin: string
  readonly sandbox: string
  readonly database: TestDatabase
  /** Where files, accounts.json and the logs of the processes are. */
  readonly folder: string
  /** For tests of faults: the processes, to be killed and started again. */
  readonly processes: ReadonlyMap<ProcessName, TestProcess>
  /** Stops everything, checks the invariants on what is left, and removes it. */
  readonly stop: (options?: { skipInvariants?: boolean }) => Promise<void>
}

export type ProcessName = 'api-1' | 'api-2' | 'worker' | 'worker-2' | 'preview' | 'payment-sandbox'

export interface TestProcess {
  readonly kill: (signal?: NodeJS.Signals) => Promise<void>
  /** Sends a signal and waits for nothing: SIGSTOP and SIGCONT. */
  readonly signal: (signal: NodeJS.Signals) => void
  /** Starts it again (after `kill`) and waits until it answers. */
  readonly start: () => Promise<void>
}

interface MarketOptions {
  /** Names the suite in the report of invariants. */
  readonly suite: string
  /** Extra or other variables for api and worker. */
  readonly env?: NodeJS.ProcessEnv
  /** Variables of one process, beside `env`: another address of the payment provider, a name. */
  readonly envOf?: (name: ProcessName, plan: MarketPlan) => NodeJS.ProcessEnv
  /** On the seeded catalogue; false: every table empty. */
  readonly isSeeded?: boolean
  /** Whether a preview process runs; without it api says that there is none. */
  readonly hasPreview?: boolean
  /** Another template than those: what a suite has prepared. */
  readonly template?: string
  /** The processes that run; a second worker only where it is named. */
  readonly only?: readonly ProcessName[]
}

/** On a busy machine a process takes its time. */
const READY_TIMEOUT_MS = 180_000
const USUAL: readonly ProcessName[] = ['payment-sandbox', 'api-1', 'api-2', 'worker']

/** A market of built processes (`dist`) on a database of its own, with ports of its own. */
export async function startTestMarket(options: MarketOptions): Promise<TestMarket> {
  const { isSeeded = true, hasPreview = false, env = {}, envOf = () => ({}) } = options
  const { only = hasPreview ? [...USUAL, 'preview' as const] : USUAL, template } = options
  const folder = mkdtempSync(join(testFolder, 'market-'))
  const database = await createTestDatabase({ isSeeded, ...(template && { template }) })
  if (isSeeded && existsSync(seedFolder())) cpSync(seedFolder(), folder, { recursive: true })
  const plan = await planOf(folder, database)
  const secondPort = await freePort()
  const ports: Partial<Record<ProcessName, number>> = {
    'payment-sandbox': plan.sandboxPort,
    'api-1': plan.apiPort,
    'api-2': secondPort,
  }
  const processes = new Map(only.map((name) => [name, makeProcess(name)]))
  const stop = async ({ skipInvariants = false } = {}) => {
    await Promise.all([...processes.values()].map((process) => process.kill('SIGTERM')))
    try {
      if (!skipInvariants) await checkInvariants(options.suite, database.adminUrl)
    } finally {
      await database.drop()
      if (!process.env['WEIBAO_TEST_KEEP']) rmSync(folder, { recursive: true, force: true })
    }
  }
  try {
    await Promise.all([...processes.values()].map((process) => process.start()))
  } catch (error) {
    await stop({ skipInvariants: true })
    throw error
  }
  return {
    apis: [`http://127.0.0.1:${plan.apiPort}/api`, `http://127.0.0.1:${secondPort}/api`],
    origin: plan.origin,
    sandbox: sandboxOrigin(plan),
    database,
    folder,
    processes,
    stop,
  }

  function environmentOf(name: ProcessName): NodeJS.ProcessEnv {
    return { ...marketEnvironment(plan), ...env, ...envOf(name, plan) }
  }

  function makeProcess(name: ProcessName): TestProcess {
    const own = name === 'payment-sandbox' ? sandboxEnvironment(plan) : environmentOf(name)
    const port = ports[name] ?? null
    const ported = port === null ? own : { ...own, PORT: String(port) }
    return restartable(name, port, ported, join(folder, `${name}.log`))
  }
}

async function planOf(folder: string, database: TestDatabase): Promise<MarketPlan> {
  const apiPort = await freePort()
  return {
    folder,
    secrets: readSecrets(join(folder, 'secrets.json')),
    databaseUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    redisUrl: process.env['WEIBAO_TEST_REDIS_URL'] ?? '',
    apiPort,
    sandboxPort: await freePort(),
    previewAddress: await previewAddressIn(folder, () => freePort()),
    origin: `http://localhost:${apiPort}`,
  }
}

const SCRIPTS: Record<ProcessName, { script: string; path: string }> = {
  'api-1': { script: 'apps/api/dist/main.js', path: '/api/health/ready' },
  'api-2': { script: 'apps/api/dist/main.js', path: '/api/health/ready' },
  worker: { script: 'apps/api/dist/worker.js', path: '' },
  preview: { script: 'apps/api/dist/preview.js', path: '' },
  'worker-2': { script: 'apps/api/dist/worker.js', path: '' },
  'payment-sandbox': { script: 'apps/payment-sandbox/dist/main.js', path: '/' },
}

function restartable(
  name: ProcessName,
  port: number | null,
  env: NodeJS.ProcessEnv,
  logFile: string,
): TestProcess {
  const { script, path } = SCRIPTS[name]
  let child: Child | null = null
  return {
    kill: async (signal = 'SIGKILL') => child?.stop(signal),
    signal: (signal) => child?.isRunning() && process.kill(child.pid, signal),
    start: async () => {
      const command = [process.execPath, '--enable-source-maps', join(root, script)]
      child = startChild(command, { env, logFile })
      await untilAnswers(child, port === null ? null : `http://127.0.0.1:${port}${path}`, logFile)
    },
  }
}

async function untilAnswers(child: Child, url: string | null, logFile: string): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS
  while (child.isRunning() && Date.now() < deadline) {
    if (url === null) return
    const status = await fetch(url).then(
      (response) => response.status,
      () => 599,
    )
    if (status < 500) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`a process of the test market did not start: ${logFile}`)
}
