import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freePort } from '../services/ports.js'
import { rotate, Supervisor, type Service } from './supervisor.js'

let folder: string
let said: string[]
let supervisor: Supervisor

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weibao-'))
  said = []
  supervisor = new Supervisor((line) => said.push(line))
})
afterEach(async () => {
  await supervisor.stop()
  rmSync(folder, { recursive: true, force: true })
})

const starts = () => readFileSync(join(folder, 'log'), 'utf8').split('started').length - 1

async function service(script: string, port = 0): Promise<Service> {
  return {
    name: 'service',
    command: [process.execPath, '-e', `console.log('started'); ${script}`],
    env: process.env,
    logFile: join(folder, 'log'),
    ...(port ? { readyUrl: `http://127.0.0.1:${port}/` } : {}),
  }
}

const serving = (port: number) =>
  `setTimeout(() => require('http').createServer((q, r) => r.end()).listen(${port}, '127.0.0.1'), 100)`

describe('the supervisor', () => {
  it('waits until a service answers', async () => {
    const port = await freePort()
    await supervisor.start(await service(serving(port), port))
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)
  })

  it('says so when a service ends instead of answering', async () => {
    const start = supervisor.start(await service('process.exit(2)', await freePort()))
    await expect(start).rejects.toThrow('service did not start')
  })

  it('starts a service again that ends, later each time', async () => {
    await supervisor.start(await service('setTimeout(() => process.exit(3), 50)'))
    const deadline = Date.now() + 15_000
    while (said.length < 2 && Date.now() < deadline) await sleep(20)
    expect(starts()).toBe(2)
    expect(said[0]).toMatch(/ended with code 3; again in 0.5 s/)
    expect(said[1]).toMatch(/again in 1 s/)
  })

  it('starts it at once when it is asked to, and returns when it is ready', async () => {
    const port = await freePort()
    await supervisor.start(await service(serving(port), port))
    await supervisor.restart('service')
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)
    expect(starts()).toBe(2)
    expect(said).toEqual([])
  })

  it('starts nothing once it has stopped', async () => {
    await supervisor.stop()
    await expect(supervisor.start(await service(''))).rejects.toThrow('stopped before')
  })
})

it('keeps one older log when a log has grown large', () => {
  const file = join(folder, 'big.log')
  writeFileSync(file, 'x'.repeat(5_000_000))
  rotate(file)
  rotate(file)
  expect(readFileSync(`${file}.1`, 'utf8')).toHaveLength(5_000_000)
  expect(() => readFileSync(file)).toThrow()
})
