import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './ports.js'
import { startChild, type Child } from './process.js'
import { unpackedRedis } from './redis-package.js'

export interface RedisOptions {
  readonly folder: string
  readonly logFile: string
  readonly preferredPort: number
  /** Where a downloaded server is kept. */
  readonly cacheFolder: string
}

export interface RedisServer {
  readonly url: string
  /** One line for people: where this Redis comes from. */
  readonly origin: string
  readonly exited: Promise<number | null>
  readonly stop: () => Promise<void>
}

interface Program {
  readonly path: string
  readonly libraryPath?: string
  readonly origin: string
}

const START_TIMEOUT_MS = 10_000

/**
 * `redis-server` on the PATH, else Debian's package unpacked into a cache folder. Null when neither
 * can be had: the market then runs with its in-process stand-in. What Redis holds may be lost, so it
 * writes nothing to disk.
 */
export async function startRedis(options: RedisOptions): Promise<RedisServer | null> {
  const program = findProgram(options)
  if (program === null) return null
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(attempt === 1 ? options.preferredPort : 0)
    const password = randomBytes(18).toString('hex')
    const configFile = writeConfig(options.folder, port, password)
    const child = launch(program, options, configFile)
    try {
      await untilOurs(child, port, password, configFile)
    } catch (error) {
      await child.stop('SIGKILL')
      if (attempt === 3) throw error
      continue
    }
    return {
      url: `redis://:${password}@127.0.0.1:${port}`,
      origin: program.origin,
      exited: child.exited,
      stop: () => child.stop('SIGTERM', 5_000),
    }
  }
}

function findProgram(options: RedisOptions): Program | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, 'redis-server')
    if (folder !== '' && existsSync(path) && statSync(path).isFile()) {
      return { path, origin: `${path} on the PATH` }
    }
  }
  const unpacked = unpackedRedis(options.cacheFolder, options.logFile)
  return unpacked && { ...unpacked, origin: "Debian's package, unpacked into var/cache" }
}

function writeConfig(folder: string, port: number, password: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'redis.conf')
  rmSync(file, { force: true })
  const lines = [
    `port ${port}`,
    'bind 127.0.0.1',
    `requirepass ${password}`,
    'save ""',
    'appendonly no',
    'maxmemory 128mb',
    'maxmemory-policy noeviction',
  ]
  writeFileSync(file, lines.join('\n') + '\n', { mode: 0o600 })
  return file
}

function launch(program: Program, options: RedisOptions, configFile: string): Child {
  const libraries = program.libraryPath ? { LD_LIBRARY_PATH: program.libraryPath } : {}
  return startChild([program.path, configFile], {
    logFile: options.logFile,
    cwd: options.folder,
    env: { ...process.env, ...libraries },
  })
}

/** Another Redis may listen on the port: ours takes the password and was given our file. */
async function untilOurs(
  child: Child,
  port: number,
  password: string,
  configFile: string,
): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS
  while (child.isRunning() && Date.now() < deadline) {
    const answer = await ask(port, `AUTH ${password}\r\nINFO server\r\n`)
    if (answer.includes(`config_file:${configFile}`)) return
    await sleep(30)
  }
  throw new Error(`Redis did not start on port ${port}`)
}

function ask(port: number, commands: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = createConnection({ port, host: '127.0.0.1' })
    socket.setTimeout(1_000, () => socket.destroy())
    socket.on('data', (data) => {
      answer += data.toString()
      if (answer.includes('config_file:') || answer.startsWith('-')) socket.end()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer))
    socket.write(commands)
  })
}
