import { withClient } from '../../tools/services/database.js'
import { isAlive } from '../../tools/services/process.js'
import { joinTestCluster } from './cluster.js'
import { CLONE_PREFIX } from './database.js'
import { migratedTemplate } from './template.js'

/**
 * Before the first test file: PostgreSQL and Redis are up (started here or shared with other runs),
 * the migrated template exists, and the environment tells tests where they are.
 */
export async function setup(): Promise<() => Promise<void>> {
  const { cluster, leave } = await joinTestCluster()
  await dropClonesOfTheDead(cluster.adminUrl)
  const template = await migratedTemplate(cluster)
  Object.assign(process.env, {
    WEIBAO_TEST_ADMIN_URL: cluster.adminUrl,
    WEIBAO_TEST_TEMPLATE: template,
    WEIBAO_TEST_OWNER_PASSWORD: cluster.ownerPassword,
    WEIBAO_TEST_APP_PASSWORD: cluster.appPassword,
    WEIBAO_TEST_REDIS_URL: cluster.redisUrl,
  })
  return async () => {
    leave()
  }
}

/** A run that was killed could not drop its databases. */
async function dropClonesOfTheDead(adminUrl: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const clones = await client.query<{ datname: string }>(
      `select datname from pg_database where datname like $1`,
      [`${CLONE_PREFIX}%`],
    )
    for (const { datname } of clones.rows) {
      const pid = Number.parseInt(datname.slice(CLONE_PREFIX.length), 10)
      if (Number.isInteger(pid) && isAlive(pid)) continue
      await client.query(`drop database if exists ${datname} with (force)`)
    }
  })
}
