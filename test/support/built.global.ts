import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../tools/services/paths.js'
import { joinTestCluster } from './cluster.js'
import { setup as setupDatabases } from './database.global.js'
import { seededTemplate } from './template.js'

/** For suites on built processes: the test databases, and the seeded template made by the build. */
export async function setup(): Promise<() => Promise<void>> {
  for (const file of ['apps/api/dist/main.js', 'apps/payment-sandbox/dist/main.js']) {
    if (!existsSync(join(root, file)))
      throw new Error(`${file} is missing: run npm run build first`)
  }
  const teardown = await setupDatabases()
  if (!existsSync(join(root, 'apps/api/dist/seed.js'))) return teardown
  const { cluster, leave } = await joinTestCluster()
  try {
    const migrated = process.env['WEIBAO_TEST_TEMPLATE'] ?? ''
    process.env['WEIBAO_TEST_SEEDED_TEMPLATE'] = await seededTemplate(cluster, migrated)
  } finally {
    leave()
  }
  return teardown
}
