import { withClient } from '../../tools/services/database.js'
import { joinTestCluster } from './cluster.js'
import { migratedTemplate } from './template.js'

/**
 * Before the first test file: PostgreSQL and Redis are up (started here or shared with other runs),
 * the migrated template exists, and the environment tells tests where they are.
 */
export async function setup(): Promise<() => Promise<void>> {
  const { cluster, leave } = await joinTestCluster()
  await dropDatabasesOfTheDead(cluster.adminUrl)
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

/**
 * A run that was killed could not drop its databases. One that lives keeps a connection to each of
 * its own, but for the moment after making it.
 */
async function dropDatabasesOfTheDead(adminUrl: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const dead = await client.query<{ datname: string }>(
      `select datname from pg_database d
        where not datistemplate and datname ~ '^(world|weibao_test)_'
          and not exists (select from pg_stat_activity a where a.datid = d.oid)
          and (pg_stat_file('base/' || d.oid || '/PG_VERSION')).modification
              < now() - interval '2 minutes'`,
    )
    for (const { datname } of dead.rows) await client.query(`drop database if exists ${datname}`)
  })
}
