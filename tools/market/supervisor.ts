import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startChild, type Child } from '../services/process.js'

export interface Service {
  readonly name: string
  readonly command: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly logFile: string
  /** Answers once the service can work; a service without it is ready when it has started. */
  readonly readyUrl?: string
}

const READY_TIMEOUT_MS = 60_000
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
/** A service that ran this long was well: its next crash is a first one again. */
const WELL_AFTER_MS = 60_000
const LARGEST_LOG_BYTES = 5_000_000

/** Runs services and starts those again that crash, later each time. */
export class Supervisor {
  private readonly running: { service: Service; child: Child }[] = []
  private readonly restarting = new Set<string>()
  private isStopping = false

  constructor(private readonly log: (line: string) => void) {}

  /** Starts a service and waits until it is ready. Throws when it ends or is silent instead. */
  async start(service: Service): Promise<void> {
    if (this.isStopping) throw new Error(`stopped before ${service.name} was started`)
    rotate(service.logFile)
    const child = this.launch(service)
    await untilReady(service, child)
    void this.watch(service, child)
  }

  /** Stops a running service and starts it again at once, from what is built now; until it is ready. */
  async restart(name: string): Promise<void> {
    const entry = this.running.find(({ service }) => service.name === name)
    if (!entry || this.isStopping) return
    this.restarting.add(name)
    await entry.child.stop('SIGTERM', 5_000)
    const { readyUrl } = entry.service
    const deadline = Date.now() + READY_TIMEOUT_MS
    while (readyUrl && Date.now() < deadline && !(await answers(readyUrl))) await sleep(60)
  }

  /** Stops all, the last started first. */
  async stop(): Promise<void> {
    this.isStopping = true
    for (const { child } of [...this.running].reverse()) await child.stop('SIGTERM', 12_000)
  }

  private launch(service: Service): Child {
    const child = startChild(service.command, { env: service.env, logFile: service.logFile })
    const known = this.running.findIndex((entry) => entry.service.name === service.name)
    if (known >= 0) this.running.splice(known, 1, { service, child })
    else this.running.push({ service, child })
    return child
  }

  private async watch(service: Service, first: Child): Promise<void> {
    let child = first
    let pause = FIRST_PAUSE_MS
    for (;;) {
      const started = Date.now()
      const code = await child.exited
      if (this.isStopping) return
      if (this.restarting.delete(service.name)) {
        child = this.launch(service)
        continue
      }
      if (Date.now() - started > WELL_AFTER_MS) pause = FIRST_PAUSE_MS
      const how = code === null ? 'was killed' : `ended with code ${code}`
      this.log(`${service.name} ${how}; again in ${pause / 1000} s (${service.logFile})`)
      await sleep(pause, null, { ref: false })
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
      if (this.isStopping) return
      child = this.launch(service)
    }
  }
}

async function untilReady(service: Service, child: Child): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS
  while (child.isRunning() && Date.now() < deadline) {
    if (!service.readyUrl || (await answers(service.readyUrl))) return
    await sleep(60)
  }
  await child.stop()
  throw new Error(`${service.name} did not start; see ${service.logFile}`)
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) })
    await response.arrayBuffer()
    return response.status < 500
  } catch {
    return false
  }
}

/** Keeps one older log, so that the folder stays small. */
export function rotate(file: string): void {
  mkdirSync(dirname(file), { recursive: true })
  if (!existsSync(file) || statSync(file).size < LARGEST_LOG_BYTES) return
  rmSync(`${file}.1`, { force: true })
  renameSync(file, `${file}.1`)
}
