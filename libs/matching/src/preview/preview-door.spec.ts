import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { connect, createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listenAt } from './preview-door.js'
import { sayWhetherReady } from './preview-health.js'

let folder: string
let door: string
const servers: Server[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'door-'))
  door = join(folder, 'door')
})
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => closed(server)))
  rmSync(folder, { recursive: true })
})

async function closed(server: Server): Promise<void> {
  if (server.listening) await once(server.close(), 'close')
}
function serverOf(name: string): Server {
  const server = createServer((caller) => caller.on('error', () => undefined).end(name))
  servers.push(server)
  return server
}
async function whoIsAt(path: string): Promise<string> {
  const caller = connect(path)
  let said = ''
  caller.on('data', (chunk) => (said += String(chunk)))
  await once(caller, 'close')
  return said
}
/** What a process leaves that was killed: a socket at which nobody listens. */
async function leaveSocket(): Promise<void> {
  const dead = serverOf('dead')
  await listenAt(dead, { path: `${door}.dead` })
  renameSync(`${door}.dead`, door)
  await closed(dead)
}

describe('A door of the preview process', () => {
  it('opens where a killed process has left its socket', async () => {
    await leaveSocket()
    expect(existsSync(door)).toBe(true)
    await listenAt(serverOf('new'), { path: door })
    expect(await whoIsAt(door)).toBe('new')
  })

  it('opens to one of many that come in the same moment to what a killed process has left', async () => {
    for (let round = 0; round < 20; round++) {
      await leaveSocket()
      const many = Array.from({ length: 8 }, (_, n) => serverOf(`${n}`))
      const opened = await Promise.allSettled(many.map((each) => listenAt(each, { path: door })))
      const winners = opened.flatMap(({ status }, n) => (status === 'fulfilled' ? [`${n}`] : []))
      expect(winners).toEqual([await whoIsAt(door)])
      await Promise.all(many.map((server) => closed(server)))
      expect(readdirSync(folder)).toEqual([])
    }
  })

  it('stays whose it is while somebody listens there, whoever else comes', async () => {
    await listenAt(serverOf('first'), { path: door })
    for (const name of ['second', 'third'])
      await expect(listenAt(serverOf(name), { path: door })).rejects.toThrow(
        `another process listens at ${door}`,
      )
    expect(await whoIsAt(door)).toBe('first')
  })

  it('is free once it was closed', async () => {
    const first = serverOf('first')
    await listenAt(first, { path: door })
    await closed(first)
    await listenAt(serverOf('second'), { path: door })
    expect(await whoIsAt(door)).toBe('second')
  })

  it('takes the place of nothing but a socket', async () => {
    writeFileSync(door, 'a file of somebody else')
    await expect(listenAt(serverOf('new'), { path: door })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
    expect(existsSync(door)).toBe(true)
  })

  it('refuses at a port that is taken as it does at a path', async () => {
    const first = serverOf('first')
    await listenAt(first, { host: '127.0.0.1', port: 0 })
    const { port } = first.address() as AddressInfo
    await expect(listenAt(serverOf('second'), { host: '127.0.0.1', port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
  })
})

describe('Where the process says whether it is ready', () => {
  it('one process says so, and another that comes is refused', async () => {
    servers.push(await sayWhetherReady(door, () => '2026-11-30T02:00:00.000Z'))
    await expect(sayWhetherReady(door, () => null)).rejects.toThrow('another process listens')
    const [answer] = (await once(get({ socketPath: door }), 'response')) as [IncomingMessage]
    answer.resume()
    expect(answer.statusCode).toBe(200)
  })
})
