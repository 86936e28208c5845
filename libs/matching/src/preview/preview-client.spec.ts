import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FixedClock } from '@weibao/kernel'
import type { Metrics } from '@weibao/platform'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PreviewClient } from './preview-client.js'
import { EngineStandIn } from '../testing/engine-stand-in.js'

const unmeasured = {
  timer: () => ({ startTimer: () => () => undefined }),
} as unknown as Metrics
const question = { lines: [], leftFen: null }

let folder: string
let address: string
let clock: FixedClock
let client: PreviewClient
const engines: EngineStandIn[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'client-'))
  address = join(folder, 'door')
  clock = new FixedClock(new Date('2026-11-30T02:00:00Z'))
  client = new PreviewClient(clock, unmeasured, { previewAddress: address })
})
afterEach(async () => {
  client.onModuleDestroy()
  await Promise.all(engines.splice(0).map((engine) => engine.close()))
  rmSync(folder, { recursive: true })
})

async function listen(place: 1 | 2, serves: boolean): Promise<EngineStandIn> {
  const engine = await EngineStandIn.listen(`${address}.${place}`, { serves })
  engines.push(engine)
  return engine
}
const pass = (seconds: number) => clock.set(new Date(clock.now().getTime() + seconds * 1000))

/** Asks until it is answered so: a machine that is busy may be late for a question or two. */
const becomes = (expected: object) =>
  vi.waitFor(
    async () => {
      pass(2)
      expect(await client.ask(question)).toMatchObject(expected)
    },
    { timeout: 20_000, interval: 20 },
  )

describe('Asking the preview process', () => {
  it('goes to the engine that said last that it serves', async () => {
    const [first, second] = [await listen(1, true), await listen(2, false)]
    first.answerAll('first')
    second.answerAll('second')
    await becomes({ state: 'ready', asOf: 'first', lines: [] })
    second.serve()
    await becomes({ asOf: 'second' })
    first.serve()
    await becomes({ asOf: 'first' })
  })

  it('goes to the other once the one that served is gone', async () => {
    const [first, second] = [await listen(1, true), await listen(2, false)]
    first.answerAll('first')
    second.answerAll('second')
    await becomes({ asOf: 'first' })
    await first.close()
    second.serve()
    await becomes({ asOf: 'second' })
  })

  it('finds a market warming while engines are there and none serves', async () => {
    await listen(1, false)
    await listen(2, false)
    await becomes({ state: 'warming' })
  })

  it('keeps nobody waiting for a second after three failures', async () => {
    const engine = await listen(1, true)
    engine.answerAll('now')
    await becomes({ asOf: 'now' })
    engine.answerAll(null)
    const before = engine.asked.length
    pass(2)
    for (const _ of [1, 2, 3]) expect(await client.ask(question)).toBeNull()
    pass(2)
    expect(await client.ask(question)).toBeNull()
    expect(await client.ask(question)).toBeNull()
    await vi.waitFor(() => expect(engine.asked.length).toBe(before + 4), { timeout: 20_000 })
    engine.answerAll('again')
    expect(await client.ask(question)).toBeNull()
    await becomes({ asOf: 'again' })
  })

  it('finds nobody where there is no process, and is not asked where none is configured', async () => {
    expect(await client.ask(question)).toBeNull()
    const alone = new PreviewClient(clock, unmeasured, { previewAddress: null })
    expect(await alone.ask(question)).toBeNull()
  })

  it('does not begin with a port that has none after it for the engines', () => {
    const begin = (port: number) =>
      new PreviewClient(clock, unmeasured, { previewAddress: `preview:${port}` })
    expect(() => begin(65_534)).toThrow('PREVIEW_ADDRESS')
    expect(() => begin(65_533)).not.toThrow()
  })
})
