import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../../tools/services/paths.js'
import { waitForEnd } from '../../tools/services/process.js'
import { testFolder } from './cluster.js'
import { checkInvariants } from './invariants.js'

const START_TIMEOUT_MS = 300_000
const STOP_TIMEOUT_MS = 60_000

/**
 * Opens a market with `npm start`'s own launcher on a fresh folder, so that journeys walk through
 * what a newcomer gets. Tests find it by `WEIBAO_JOURNEY_FOLDER` (test/support/journey-market.ts).
 */
export async function setup(): Promise<() => Promise<void>> {
  mkdirSync(testFolder, { recursive: true })
  const folder = mkdtempSync(join(testFolder, 'journeys-'))
  const launcherLog = join(folder, 'launcher.log')
  const log = openSync(launcherLog, 'a')
  const launcher = spawn(process.execPath, ['--import', 'tsx', 'tools/start.ts'], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', WEIBAO_VAR: folder, PORT: '0' },
    stdio: ['ignore', log, log],
  })
  const urlsFile = join(folder, 'urls.json')
  const deadline = Date.now() + START_TIMEOUT_MS
  while (!existsSync(urlsFile)) {
    if (launcher.exitCode !== null || Date.now() > deadline) {
      launcher.kill('SIGTERM')
      throw new Error(`the market did not open:\n${readFileSync(launcherLog, 'utf8')}`)
    }
    await sleep(100)
  }
  process.env['WEIBAO_JOURNEY_FOLDER'] = folder
  return async () => {
    const { admin } = JSON.parse(readFileSync(join(folder, 'connections.json'), 'utf8')) as {
      admin: string
    }
    try {
      await checkInvariants('journeys', admin)
    } finally {
      launcher.kill('SIGTERM')
      await waitForEnd(launcher.pid ?? 0, STOP_TIMEOUT_MS)
      if (!process.env['WEIBAO_TEST_KEEP']) rmSync(folder, { recursive: true, force: true })
    }
  }
}
