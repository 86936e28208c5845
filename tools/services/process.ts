import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'

export interface ChildOptions {
  /** Both output streams are appended to this file. */
  readonly logFile: string
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  /** What the child receives when its parent dies, however it dies. */
  readonly deathSignal?: 'SIGINT' | 'SIGTERM'
  readonly uid?: number
  readonly gid?: number
}

export interface Child {
  readonly pid: number
  /** Resolves with the exit code, or null when a signal ended it. */
  readonly exited: Promise<number | null>
  readonly isRunning: () => boolean
  /** Sends `signal`; after `graceMs` without an exit sends SIGKILL. Resolves when it is gone. */
  readonly stop: (signal?: NodeJS.Signals, graceMs?: number) => Promise<void>
}

let hasDeathSignal: boolean | undefined

/** Linux tells a child that its parent died; elsewhere a small process holds the leash. */
function leash(signal: string): string[] {
  hasDeathSignal ??=
    process.platform === 'linux' &&
    spawnSync('setpriv', ['--pdeathsig', 'TERM', 'true']).status === 0
  if (hasDeathSignal) return ['setpriv', '--pdeathsig', signal.replace('SIG', '')]
  return [process.execPath, fileURLToPath(new URL('leash.mjs', import.meta.url)), signal]
}

/**
 * Starts a command that cannot outlive this process, in a process group of its own, so that Ctrl-C
 * in the terminal reaches only us and we decide the order of stopping.
 */
export function startChild(command: readonly string[], options: ChildOptions): Child {
  mkdirSync(dirname(options.logFile), { recursive: true })
  const log = openSync(options.logFile, 'a')
  const [program = '', ...args] = [...leash(options.deathSignal ?? 'SIGTERM'), ...command]
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['pipe', log, log],
    detached: true,
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.gid }),
  })
  closeSync(log)
  child.stdin?.on('error', () => undefined)
  return follow(child, program)
}

function follow(child: ChildProcess, program: string): Child {
  let running = true
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      running = false
      resolve(code)
    })
    child.once('error', (error) => {
      running = false
      process.stderr.write(`${program}: ${error.message}\n`)
      resolve(127)
    })
  })
  const stop = async (signal: NodeJS.Signals = 'SIGTERM', graceMs = 15_000) => {
    if (!running) return
    child.kill(signal)
    await Promise.race([exited, sleep(graceMs, null, { ref: false })])
    if (running) child.kill('SIGKILL')
    await exited
  }
  return { pid: child.pid ?? -1, exited, isRunning: () => running, stop }
}

/** True while a process with this id runs, whoever owns it. A zombie runs no more. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')
  } catch {
    return false
  }
}

/** Waits until the process is gone; false when it is still there after `timeoutMs`. */
export async function waitForEnd(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false
    await sleep(50)
  }
  return true
}
