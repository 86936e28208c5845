import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { nxCommand, nxEnvironment } from '../../../tools/market/build.js'
import { ownerEnvironment, type MarketPlan } from '../../../tools/market/environment.js'
import { makeSecrets, readSecrets } from '../../../tools/market/secrets.js'
import { runStep } from '../../../tools/market/step.js'
import { prepareDatabase, prepareRoles, withClient } from '../../../tools/services/database.js'
import { cacheFolder, root, sharedFolder } from '../../../tools/services/paths.js'
import { startPostgres } from '../../../tools/services/postgres.js'
import { startRedis } from '../../../tools/services/redis.js'
import { runCommand } from '../../../tools/testing/command.js'
import { seedFolder } from '../../support/template.js'

const TEMPLATE = 'weibao_proof'

export interface ProofCluster {
  readonly adminUrl: (database?: string) => string
  readonly close: () => Promise<void>
}

/**
 * PostgreSQL as in production (it waits for the disk at every commit) and Redis, with a seeded
 * template: what `startTestMarket` needs, apart from the servers of the tests, which do not wait.
 */
export async function openProofCluster(name: string): Promise<ProofCluster> {
  await buildServers()
  const folder = join(sharedFolder, name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const secrets = makeSecrets()
  const postgres = await startPostgres({
    dataFolder: join(folder, 'pg'),
    logFile: join(folder, 'postgres.log'),
    preferredPort: 0,
    password: secrets.postgresPassword,
    settings: { max_connections: '150', shared_preload_libraries: 'pg_stat_statements' },
  })
  const redis = await startRedis({
    folder: join(folder, 'redis'),
    logFile: join(folder, 'redis.log'),
    preferredPort: 0,
    cacheFolder,
  })
  await prepareRoles(postgres.adminUrl(), {
    owner: secrets.ownerPassword,
    app: secrets.appPassword,
  })
  Object.assign(process.env, {
    WEIBAO_TEST_ADMIN_URL: postgres.adminUrl(),
    WEIBAO_TEST_SEEDED_TEMPLATE: TEMPLATE,
    WEIBAO_TEST_OWNER_PASSWORD: secrets.ownerPassword,
    WEIBAO_TEST_APP_PASSWORD: secrets.appPassword,
    WEIBAO_TEST_REDIS_URL: redis?.url ?? '',
  })
  await makeTemplate(postgres.adminUrl, { owner: secrets.ownerPassword, app: secrets.appPassword })
  const close = async () => {
    await redis?.stop()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
    rmSync(seedFolder(), { recursive: true, force: true })
  }
  return { adminUrl: postgres.adminUrl, close }
}

async function buildServers(): Promise<void> {
  if (process.env['WEIBAO_NO_BUILD'] && existsSync(join(root, 'apps/api/dist/main.js'))) return
  const command = nxCommand(['run-many', '-t', 'build', '-p', 'api,payment-sandbox'])
  const { code, output } = await runCommand(command, { env: nxEnvironment() })
  if (code !== 0) throw new Error(output)
}

async function makeTemplate(
  adminUrl: (database?: string) => string,
  passwords: { owner: string; app: string },
): Promise<void> {
  await prepareDatabase(adminUrl, TEMPLATE)
  const folder = seedFolder()
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const urlOf = (role: 'owner' | 'app') => {
    const url = new URL(adminUrl(TEMPLATE))
    url.username = `weibao_${role}`
    url.password = passwords[role]
    return url.href
  }
  const plan: MarketPlan = {
    folder,
    secrets: readSecrets(join(folder, 'secrets.json')),
    databaseUrl: urlOf('app'),
    ownerUrl: urlOf('owner'),
    redisUrl: '',
    apiPort: 1,
    sandboxPort: 1,
    origin: 'http://localhost:1',
  }
  for (const step of ['migrate', 'seed'])
    await runStep(step, [process.execPath, join(root, `apps/api/dist/${step}.js`)], {
      env: ownerEnvironment(plan),
      logFolder: join(folder, 'logs'),
    })
  await withClient(adminUrl(), (client) =>
    client.query(`alter database ${TEMPLATE} with is_template true`),
  )
}
