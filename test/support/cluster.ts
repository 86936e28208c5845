import { spawn } from 'node:child_process'
import { mkdirSync, openSync, readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { lockAddress, visitLock } from '../../tools/services/lock.js'
import { root, sharedFolder } from '../../tools/services/paths.js'

/** Where the test servers of this checkout are. Only for tests: the superuser's password is in it. */
export interface TestCluster {
  readonly adminUrl: string
  readonly ownerPassword: string
  readonly appPassword: string
  /** Empty where no Redis can be had. */
  readonly redisUrl: string
}

export const testFolder = join(sharedFolder, 'test')
export const clusterFile = join(testFolder, 'cluster.json')

const START_TIMEOUT_MS = 180_000

/** Where the keeper of this checkout's test servers waits. */
export const keeperAddress = lockAddress(`test:${root}`)

/**
 * PostgreSQL and Redis for tests, shared by all runs of this checkout: the first run starts their
 * keeper, each run holds a connection to it, and the keeper stops them when nobody holds one.
 */
export async function joinTestCluster(): Promise<{ cluster: TestCluster; leave: () => void }> {
  const deadline = Date.now() + START_TIMEOUT_MS
  let started = 0
  while (Date.now() < deadline) {
    const socket = await visitLock(keeperAddress)
    if (socket !== null) {
      const answer = await firstLine(socket)
      if (answer === 'ready') {
        socket.unref()
        const cluster = JSON.parse(readFileSync(clusterFile, 'utf8')) as TestCluster
        return { cluster, leave: () => socket.destroy() }
      }
      socket.destroy()
      if (answer !== '') throw new Error(`test servers: ${answer}`)
    } else if (Date.now() - started > 20_000) {
      started = Date.now()
      startKeeper()
    }
    await sleep(100)
  }
  throw new Error(`the test servers did not start; see ${testFolder}`)
}

function startKeeper(): void {
  mkdirSync(testFolder, { recursive: true })
  const log = openSync(join(testFolder, 'keeper.log'), 'a')
  const script = fileURLToPath(new URL('cluster-keeper.ts', import.meta.url))
  const keeper = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: root,
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  keeper.unref()
}

/** What the keeper says once its servers answer; empty when it went away instead. */
function firstLine(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    socket.on('error', () => undefined)
    socket.on('data', (data: Buffer) => {
      text += data.toString()
      const end = text.indexOf('\n')
      if (end >= 0) resolve(text.slice(0, end))
    })
    socket.once('close', () => resolve(text.trim()))
  })
}
