import { fileURLToPath } from 'node:url'
import { DataSource } from 'typeorm'

/**
 * Brings the schema up to date as the owner (`MIGRATION_DATABASE_URL`). Several may be started at
 * once: an advisory lock lets one work and the others find it done.
 */
const url = process.env['MIGRATION_DATABASE_URL']
if (!url) throw new Error('MIGRATION_DATABASE_URL is not set')

const dataSource = await new DataSource({
  type: 'postgres',
  url,
  applicationName: 'weibao-migrate',
  migrations: [fileURLToPath(new URL('./migrations/*.js', import.meta.url))],
  migrationsTransactionMode: 'each',
}).initialize()
const lock = dataSource.createQueryRunner()
try {
  await lock.query('select pg_advisory_lock(7_300_001)')
  const done = await dataSource.runMigrations()
  console.log(
    done.length
      ? `migrated: ${done.map((migration) => migration.name).join(', ')}`
      : 'schema is up to date',
  )
} finally {
  await lock.query('select pg_advisory_unlock(7_300_001)').catch(() => undefined)
  await lock.release()
  await dataSource.destroy()
}
