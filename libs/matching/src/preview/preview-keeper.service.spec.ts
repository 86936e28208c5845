import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Logger } from '@nestjs/common'
import { FixedClock } from '@weibao/kernel'
import type { UnitOfWork } from '@weibao/platform'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { MarketChangesRepository } from '../market/market-changes.repository.js'
import type { MarketReader } from '../market/market-reader.service.js'
import { PreviewKeeper } from './preview-keeper.service.js'

let folder: string
let tries: number
let keeper: PreviewKeeper

/** A keeper whose database fails, after a second each time. */
function makeKeeper(): PreviewKeeper {
  const unitOfWork = {
    snapshot: async () => {
      tries++
      await new Promise((resolve) => setTimeout(resolve, 1000))
      throw new Error('the database cannot be read')
    },
  } as unknown as UnitOfWork
  const none = {} as unknown as MarketReader & MarketChangesRepository
  return new PreviewKeeper(unitOfWork, new FixedClock(new Date('2026-11-30T02:00:00Z')), none, none)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keeper-'))
  tries = 0
  keeper = makeKeeper()
  vi.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined)
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] })
})
afterEach(async () => {
  const ended = keeper.onModuleDestroy()
  await vi.advanceTimersByTimeAsync(5000)
  vi.useRealTimers()
  await ended
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

describe('The keeper of the preview process', () => {
  it('rests after a build that failed as long as it took, then builds again', async () => {
    await keeper.start(join(folder, 'door'))
    expect(tries).toBe(1)
    await vi.advanceTimersByTimeAsync(1000)
    // A second's rest, at whose end it looks within a fifth of one.
    await vi.advanceTimersByTimeAsync(999)
    expect(tries).toBe(1)
    await vi.advanceTimersByTimeAsync(201)
    expect(tries).toBe(2)
  })

  it('does not start, and reads nothing, at an address that another has', async () => {
    await keeper.start(join(folder, 'door'))
    const second = makeKeeper()
    await expect(second.start(join(folder, 'door'))).rejects.toThrow('another process listens')
    expect(tries).toBe(1)
    await second.onModuleDestroy()
  })
})
