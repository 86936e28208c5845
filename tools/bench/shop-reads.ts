import { spawn } from 'node:child_process'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { root } from '../services/paths.js'

export interface ReadLoad {
  readonly name: string
  /** Below the origin of the api, asked for in turn by all connections. */
  readonly paths: readonly string[]
}

export interface ReadFigure {
  readonly name: string
  readonly perSecond: number
  readonly barePerSecond: number
  readonly p50: number
  readonly p99: number
  readonly faults: number
  readonly bytes: number
}

export const CONNECTIONS = 32

/** The api under load, and right after it a bare Fastify with the same bytes at the same paths. */
export async function measureReads(
  origin: string,
  load: ReadLoad,
  seconds: number,
): Promise<ReadFigure> {
  const bodies = await Promise.all(
    load.paths.map(async (path) => {
      const response = await fetch(`${origin}${path}`)
      const type = response.headers.get('content-type') ?? 'application/json'
      const body = { type, text: await response.text() }
      if (!response.ok) throw new Error(`${path}: ${response.status} ${body.text.slice(0, 200)}`)
      return [path, body] as const
    }),
  )
  const ours = await fire(origin, load, seconds)
  const bare = await startBare(bodies)
  const theirs = await fire(bare.origin, load, seconds).finally(bare.stop)
  const bytes = bodies.reduce((sum, [, { text }]) => sum + Buffer.byteLength(text), 0)
  return {
    name: load.name,
    perSecond: ours.requests.average,
    barePerSecond: theirs.requests.average,
    p50: ours.latency.p50,
    p99: ours.latency.p99,
    faults: ours.non2xx + ours.errors,
    bytes: Math.round(bytes / bodies.length),
  }
}

async function fire(origin: string, { paths }: ReadLoad, duration: number) {
  const requests = paths.map((path) => ({ method: 'GET' as const, path }))
  return await autocannon({ url: origin, connections: CONNECTIONS, duration, requests })
}

async function startBare(bodies: readonly (readonly [string, object])[]) {
  const script = join(root, 'tools/bench/shop-bare.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const stop = () => void child.kill()
  process.once('exit', stop)
  child.stdin.end(JSON.stringify(bodies))
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()))
    child.once('exit', (code) => reject(new Error(`the bare server ended with ${code}`)))
  })
  return { origin, stop }
}
