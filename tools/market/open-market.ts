import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepareDatabase, prepareRoles } from '../services/database.js'
import { cacheFolder, root, sharedFolder } from '../services/paths.js'
import { freePort } from '../services/ports.js'
import { assertChineseSearchWorks, startPostgres } from '../services/postgres.js'
import { startRedis } from '../services/redis.js'
import { buildMarket } from './build.js'
import {
  marketEnvironment,
  ownerEnvironment,
  previewAddressIn,
  sandboxEnvironment,
  sandboxOrigin,
  type MarketPlan,
} from './environment.js'
import { readSecrets, type Secrets } from './secrets.js'
import { runStep } from './step.js'
import { rotate, Supervisor, type Service } from './supervisor.js'

export interface Account {
  readonly role: string
  readonly labelZh: string
  readonly labelEn: string
  readonly email: string
  readonly password: string
  readonly totpSecret?: string
}

/** The content of `var/urls.json`. */
export interface MarketUrls {
  readonly storefront: string
  readonly console: string
  /** Ends in /api. */
  readonly api: string
  readonly sandbox: string
  readonly mailbox: string
  readonly accounts: readonly Account[]
}

export interface OpenMarketOptions {
  /** Where the market keeps everything it writes. */
  readonly folder: string
  readonly log: (line: string) => void
  /** Chosen when free. */
  readonly ports: { api: number; sandbox: number; postgres: number; redis: number }
  /** The origin that browsers use when it is not the api's own (Vite in front). */
  readonly origin?: string
}

interface Backing {
  readonly databaseUrl: string
  readonly ownerUrl: string
  /** Absent for a database that is not ours. */
  readonly adminUrl?: string
  readonly redisUrl: string
}

/** From nothing to a working market. What has been started is stopped by `close`, in order. */
export class MarketRun {
  private readonly closers: (() => Promise<void>)[] = []
  private readonly supervisor: Supervisor
  private readonly logs: string
  private plan: MarketPlan | null = null
  private closing: Promise<void> | null = null

  constructor(private readonly options: OpenMarketOptions) {
    this.supervisor = new Supervisor(options.log)
    this.closers.push(() => this.supervisor.stop())
    this.logs = join(options.folder, 'logs')
  }

  async open(): Promise<MarketUrls> {
    const { folder } = this.options
    mkdirSync(join(folder, 'files'), { recursive: true })
    const secrets = readSecrets(join(folder, 'secrets.json'))
    const [backing, sources] = await Promise.all([this.startBacking(secrets), this.build()])
    writePrivately(join(folder, 'connections.json'), {
      app: backing.databaseUrl,
      owner: backing.ownerUrl,
      admin: backing.adminUrl,
      redis: backing.redisUrl,
    })
    const plan = await this.makePlan(secrets, backing)
    await Promise.all([this.prepare(plan, sources), this.startSandbox(plan)])
    this.mustNotBeClosing()
    this.plan = plan
    await this.startServices(plan)
    this.mustNotBeClosing()
    const urls = urlsOf(plan)
    writePrivately(join(folder, 'urls.json'), urls)
    return urls
  }

  /** Stops what this run has started, the last first. May be called at any time, and twice. */
  close(): Promise<void> {
    this.closing ??= (async () => {
      for (const closeOne of [...this.closers].reverse()) await closeOne()
    })()
    return this.closing
  }

  get apiPort(): number {
    return this.plan?.apiPort ?? 0
  }

  /** The built server code has changed: brings the schema up to date and starts its processes again. */
  async reload(): Promise<void> {
    if (this.plan === null) return
    await this.migrate(this.plan)
    for (const name of ['worker', 'preview', 'api', 'payment-sandbox'])
      await this.supervisor.restart(name)
  }

  /** What is started after the order to stop would not be stopped. */
  private mustNotBeClosing(): void {
    if (this.closing !== null) throw new Error('stopped while starting')
  }

  private async build(): Promise<string> {
    const sources = await buildMarket(this.options.log)
    if (!existsSync(join(root, 'tools/pictures/build.ts'))) return sources
    const command = [process.execPath, '--import', 'tsx', 'tools/pictures/build.ts']
    await runStep('pictures', command, {
      env: { ...process.env, PICTURES_DIR: join(sharedFolder, 'pictures') },
    })
    return sources
  }

  private async startBacking(secrets: Secrets): Promise<Backing> {
    const [database, redisUrl] = await Promise.all([this.startDatabase(secrets), this.startCache()])
    return { ...database, redisUrl }
  }

  private async startDatabase(secrets: Secrets): Promise<Omit<Backing, 'redisUrl'>> {
    const external = process.env['DATABASE_URL']
    if (external) {
      const ownerUrl = process.env['MIGRATION_DATABASE_URL'] ?? external
      await assertChineseSearchWorks(ownerUrl)
      return { databaseUrl: external, ownerUrl }
    }
    const { folder, ports } = this.options
    const logFile = join(this.logs, 'postgres.log')
    rotate(logFile)
    const server = await startPostgres({
      dataFolder: join(folder, 'pg'),
      logFile,
      preferredPort: ports.postgres,
      password: secrets.postgresPassword,
      settings: { max_connections: '150' },
    })
    this.stopLast(server, 'PostgreSQL')
    await prepareRoles(server.adminUrl(), {
      owner: secrets.ownerPassword,
      app: secrets.appPassword,
    })
    await prepareDatabase(server.adminUrl, 'weibao')
    const url = (role: string, password: string) =>
      `postgres://${role}:${password}@127.0.0.1:${server.port}/weibao`
    return {
      databaseUrl: url('weibao_app', secrets.appPassword),
      ownerUrl: url('weibao_owner', secrets.ownerPassword),
      adminUrl: server.adminUrl('weibao'),
    }
  }

  private async startCache(): Promise<string> {
    const external = process.env['REDIS_URL']
    if (external) return external
    const { folder, ports, log } = this.options
    const logFile = join(this.logs, 'redis.log')
    rotate(logFile)
    const server = await startRedis({
      folder: join(folder, 'redis'),
      logFile,
      preferredPort: ports.redis,
      cacheFolder,
    })
    if (server === null) {
      log(
        'NO REDIS: caches, rate limits and live updates stay inside each process (install redis-server)',
      )
      return ''
    }
    this.stopLast(server, 'Redis')
    return server.url
  }

  /** Servers stop after the services that use them; one that ends by itself ends the market. */
  private stopLast(server: { stop(): Promise<void>; exited: Promise<unknown> }, name: string) {
    this.closers.unshift(() => server.stop())
    void server.exited.then(() => {
      if (this.closing !== null) return
      this.options.log(`${name} ended; stopping (see ${this.logs})`)
      void this.close().then(() => process.exit(1))
    })
  }

  private async makePlan(secrets: Secrets, backing: Backing): Promise<MarketPlan> {
    const { folder, ports } = this.options
    const apiPort = await freePort(ports.api)
    const sandboxPort = await freePort(ports.sandbox)
    const previewAddress = await previewAddressIn(folder, () => freePort())
    const own = this.options.origin ?? `http://localhost:${apiPort}`
    const origin = process.env['PUBLIC_ORIGIN'] ?? own
    return { folder, secrets, ...backing, apiPort, sandboxPort, previewAddress, origin }
  }

  private migrate(plan: MarketPlan): Promise<void> {
    return this.runOnce('migrate', plan)
  }

  /**
   * Migrations and seed find out by themselves that nothing is to be done, but take seconds to start:
   * the same code on the same data is not asked again on the same day.
   */
  private async prepare(plan: MarketPlan, sources: string): Promise<void> {
    const { folder, log } = this.options
    const file = join(folder, 'prepared')
    const cluster = join(folder, 'pg/PG_VERSION')
    const made = existsSync(cluster) ? statSync(cluster).mtimeMs : 'elsewhere'
    const stamp = [sources, made, new Date().toDateString()].join(' ')
    const isOurs = !process.env['DATABASE_URL']
    if (isOurs && existsSync(file) && readFileSync(file, 'utf8') === stamp) return
    await this.migrate(plan)
    const isNew = !existsSync(join(folder, 'accounts.json'))
    if (isNew) log('seeding the catalogue and matching it for the first time…')
    await this.runOnce('seed', plan)
    if (isNew) log(readFileSync(join(this.logs, 'seed.log'), 'utf8').trimEnd())
    writeFileSync(file, stamp)
  }

  private runOnce(name: string, plan: MarketPlan): Promise<void> {
    const command = [process.execPath, join(root, `apps/api/dist/${name}.js`)]
    return runStep(name, command, { env: ownerEnvironment(plan), logFolder: this.logs })
  }

  private startSandbox(plan: MarketPlan): Promise<void> {
    return this.supervisor.start({
      ...this.service('payment-sandbox', 'apps/payment-sandbox/dist/main.js'),
      env: sandboxEnvironment(plan),
      readyUrl: `http://127.0.0.1:${plan.sandboxPort}/`,
    })
  }

  private async startServices(plan: MarketPlan): Promise<void> {
    const local = `http://127.0.0.1:${plan.apiPort}`
    const env = marketEnvironment(plan)
    await Promise.all([
      this.supervisor.start({
        ...this.service('api', 'apps/api/dist/main.js'),
        env,
        readyUrl: `${local}/api/health/ready`,
      }),
      this.supervisor.start({ ...this.service('worker', 'apps/api/dist/worker.js'), env }),
    ])
    // Last: nobody waits for it, and while it warms up the others would start more slowly.
    await this.supervisor.start({ ...this.service('preview', 'apps/api/dist/preview.js'), env })
  }

  private service(name: string, script: string): Pick<Service, 'name' | 'command' | 'logFile'> {
    return {
      name,
      command: [process.execPath, '--enable-source-maps', join(root, script)],
      logFile: join(this.logs, `${name}.log`),
    }
  }
}

/** Whole or not at all: whoever waits for the file must not read half of it. */
function writePrivately(file: string, content: object): void {
  writeFileSync(`${file}.new`, JSON.stringify(content, null, 2) + '\n', { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

function urlsOf(plan: MarketPlan): MarketUrls {
  const accounts = join(plan.folder, 'accounts.json')
  return {
    storefront: plan.origin,
    console: `${plan.origin}/console/`,
    api: `${plan.origin}/api`,
    sandbox: sandboxOrigin(plan),
    mailbox: `${plan.origin}/mailbox`,
    accounts: existsSync(accounts) ? (JSON.parse(readFileSync(accounts, 'utf8')) as Account[]) : [],
  }
}
