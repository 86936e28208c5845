import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { marketEnvironment } from '../../tools/market/environment.js'
import { makeSecrets } from '../../tools/market/secrets.js'
import { root } from '../../tools/services/paths.js'
import { freePort } from '../../tools/services/ports.js'
import { startChild } from '../../tools/services/process.js'
import { testFolder } from '../support/cluster.js'
import { createTestDatabase } from '../support/database.js'

const BOOT_TIMEOUT_MS = 45_000
let folder = ''

/** Builds api and its libraries aside, with the compiler's settings changed. */
function buildAside(hasMetadata: boolean): string {
  folder = mkdtempSync(join(testFolder, 'canary-'))
  const settings = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'))
  settings.jsc.transform.decoratorMetadata = hasMetadata
  writeFileSync(join(folder, '.swcrc'), JSON.stringify(settings))
  const flags = ['-d', folder, '-q', '--copy-files', '--config-file', join(folder, '.swcrc')]
  const ignored = ['--ignore', '**/*.spec.ts,**/*.tsx,**/node_modules/**,**/dist/**']
  const swc = 'node_modules/@swc/cli/bin/swc.js'
  const args = [swc, 'libs', 'apps/api', ...flags, ...ignored]
  const built = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  expect(built.status, built.stderr).toBe(0)
  linkLibraries()
  return join(folder, 'apps/api/src/main.js')
}

/** Node then finds these libraries before those of the workspace. */
function linkLibraries(): void {
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  renameSync(join(folder, 'libs'), join(folder, 'node_modules/@weibao'))
  for (const name of readdirSync(join(folder, 'node_modules/@weibao'))) {
    const text = readFileSync(join(root, 'libs', name, 'package.json'), 'utf8')
    const file = join(folder, 'node_modules/@weibao', name, 'package.json')
    writeFileSync(file, text.replaceAll('./dist/', './src/'))
  }
}

/** Whether the api gets ready, and what it said when it did not. */
async function boots(main: string): Promise<{ isReady: boolean; log: string }> {
  const database = await createTestDatabase()
  const apiPort = await freePort()
  const env = marketEnvironment({
    folder,
    secrets: makeSecrets(),
    databaseUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    redisUrl: '',
    apiPort,
    sandboxPort: await freePort(),
    origin: `http://localhost:${apiPort}`,
  })
  const logFile = join(folder, 'api.log')
  const child = startChild([process.execPath, main], { env, logFile })
  const deadline = Date.now() + BOOT_TIMEOUT_MS
  let isReady = false
  while (child.isRunning() && !isReady && Date.now() < deadline) {
    const ready = fetch(`http://127.0.0.1:${apiPort}/api/health/ready`)
    isReady = await ready.then(
      (response) => response.ok,
      () => false,
    )
    await sleep(50)
  }
  await child.stop()
  await database.drop()
  return { isReady, log: readFileSync(logFile, 'utf8') }
}

describe('a wrong decorator setting in the build', () => {
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('boots with the setting as it is', async () => {
    const { isReady, log } = await boots(buildAside(true))
    expect(isReady, log).toBe(true)
  })

  it('does not boot without decorator metadata', async () => {
    const { isReady, log } = await boots(buildAside(false))
    expect(isReady).toBe(false)
    expect(log).toMatch(/no decorator metadata|ColumnTypeUndefined/)
  })
})
