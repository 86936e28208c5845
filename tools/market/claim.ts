import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { holdLock, lockAddress, visitLock } from '../services/lock.js'
import { isAlive, waitForEnd } from '../services/process.js'

const STOP_TIMEOUT_MS = 60_000
const addressOf = (folder: string) => lockAddress(`market:${folder}`)
const pidFileOf = (folder: string) => join(folder, 'market.pid')

/** One market at a time on a folder. False when one is already running there. */
export async function claimFolder(folder: string): Promise<boolean> {
  const lock = await holdLock(addressOf(folder), (visitor) => {
    visitor.on('error', () => undefined)
    visitor.unref()
  })
  if (lock === null) return false
  lock.unref()
  mkdirSync(folder, { recursive: true })
  writeFileSync(pidFileOf(folder), String(process.pid))
  return true
}

/** Asks the market that runs on a folder, if any, to stop, and waits until it has. */
export async function stopMarketOn(folder: string): Promise<boolean> {
  const holder = await visitLock(addressOf(folder))
  if (holder === null) return false
  holder.destroy()
  const pidFile = pidFileOf(folder)
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0
  if (pid > 1 && isAlive(pid)) {
    process.kill(pid, 'SIGTERM')
    if (await waitForEnd(pid, STOP_TIMEOUT_MS)) return true
  }
  throw new Error(`the market on ${folder} (process ${pid}) does not stop`)
}

/** Forgets the process id once the market has stopped. */
export function unclaimFolder(folder: string): void {
  rmSync(pidFileOf(folder), { force: true })
}
