import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { holdLock, lockAddress, visitLock } from './lock.js'

describe('a lock that dies with its holder', () => {
  it('is held by one only', async () => {
    const address = lockAddress(randomUUID())
    const first = await holdLock(address, () => undefined)
    expect(first).not.toBeNull()
    expect(await holdLock(address, () => undefined)).toBeNull()
    first?.close()
  })

  it('can be taken again once its holder has let go', async () => {
    const address = lockAddress(randomUUID())
    const first = await holdLock(address, () => undefined)
    await new Promise((resolve) => first?.close(resolve))
    const second = await holdLock(address, () => undefined)
    expect(second).not.toBeNull()
    second?.close()
  })

  it('tells a visitor whether anybody holds it', async () => {
    const address = lockAddress(randomUUID())
    expect(await visitLock(address)).toBeNull()
    const holder = await holdLock(address, (visitor) => visitor.end('here'))
    const visitor = await visitLock(address)
    const answer = await new Promise((resolve) => visitor?.once('data', resolve))
    expect(String(answer)).toBe('here')
    visitor?.destroy()
    holder?.close()
  })
})
