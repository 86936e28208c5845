import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { isAlive, startChild, waitForEnd } from './process.js'

const logFile = join(tmpdir(), `weibao-${randomUUID()}.log`)
afterEach(() => rmSync(logFile, { force: true }))
const node = (script: string) => [process.execPath, '-e', script]

describe('a child process', () => {
  it('writes both its outputs to its log and tells how it ended', async () => {
    const child = startChild(node(`console.log('out'); console.error('err'); process.exit(3)`), {
      logFile,
    })
    expect(await child.exited).toBe(3)
    expect(readFileSync(logFile, 'utf8').split('\n').sort()).toEqual(['', 'err', 'out'])
  })

  it('is stopped by the signal, and by force when it does not listen', async () => {
    const deaf = `process.on('SIGTERM', () => 0); setInterval(() => 0, 1000); console.log('up')`
    const child = startChild(node(deaf), { logFile })
    while (!readFileSync(logFile, 'utf8').includes('up'))
      await new Promise((r) => setTimeout(r, 20))
    await child.stop('SIGTERM', 200)
    expect(child.isRunning()).toBe(false)
    expect(await waitForEnd(child.pid, 1_000)).toBe(true)
  })

  it('that cannot be started ends with a code', async () => {
    const child = startChild([join(tmpdir(), randomUUID())], { logFile })
    expect(await child.exited).not.toBe(0)
  })

  it('is known to live or not', () => {
    expect(isAlive(process.pid)).toBe(true)
    expect(isAlive(2 ** 22 + 1)).toBe(false)
  })
})
