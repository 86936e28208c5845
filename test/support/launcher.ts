import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { MarketUrls } from '../../tools/market/open-market.js'
import { root } from '../../tools/services/paths.js'
import { isAlive, waitForEnd } from '../../tools/services/process.js'
import { testFolder } from './cluster.js'

const START_TIMEOUT_MS = 300_000
const STOP_TIMEOUT_MS = 60_000

/** `npm start`'s launcher on a folder of its own. */
export class Launcher {
  readonly folder: string
  private process: ChildProcess | null = null

  constructor() {
    mkdirSync(testFolder, { recursive: true })
    this.folder = mkdtempSync(join(testFolder, 'launched-'))
  }

  private get logFile(): string {
    return join(this.folder, 'launcher.log')
  }

  /** What it has said on its terminal. */
  said(): string {
    return readFileSync(this.logFile, 'utf8')
  }

  /** Starts it and waits until the market is open. */
  async start(): Promise<MarketUrls> {
    const urlsFile = join(this.folder, 'urls.json')
    const { logFile } = this
    rmSync(urlsFile, { force: true })
    const log = openSync(logFile, 'a')
    const launcher = spawn(process.execPath, ['--import', 'tsx', 'tools/start.ts'], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '', WEIBAO_VAR: this.folder, PORT: '0' },
      stdio: ['ignore', log, log],
    })
    this.process = launcher
    const deadline = Date.now() + START_TIMEOUT_MS
    while (!existsSync(urlsFile)) {
      if (launcher.exitCode !== null || Date.now() > deadline) {
        launcher.kill('SIGTERM')
        throw new Error(`the market did not open:\n${this.said()}`)
      }
      await sleep(50)
    }
    return JSON.parse(readFileSync(urlsFile, 'utf8')) as MarketUrls
  }

  /** Ends it, by default as Ctrl-C does, and waits until the launcher itself is gone. */
  async stop(signal: NodeJS.Signals = 'SIGINT'): Promise<void> {
    const pid = this.process?.pid
    if (pid === undefined || !isAlive(pid)) return
    this.process?.kill(signal)
    if (!(await waitForEnd(pid, STOP_TIMEOUT_MS))) throw new Error(`launcher ${pid} does not stop`)
  }

  async remove(): Promise<void> {
    await this.stop()
    if (!process.env['WEIBAO_TEST_KEEP']) rmSync(this.folder, { recursive: true, force: true })
  }

  /** Its databases: admin, owner, app. */
  connections(): { admin: string; owner: string; app: string } {
    return JSON.parse(readFileSync(join(this.folder, 'connections.json'), 'utf8'))
  }
}
