import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { market } from '../market/market.fixture.js'
import type { EnginePlace } from './preview-address.js'
import { PreviewEngines } from './preview-engines.js'
import { receive, type SaidByEngine } from './preview-wire.js'

/** Real threads start as slowly as the machine is busy. */
const PATIENT = 120_000
const NOTHING_NEW = { lotIds: [], lots: [], demandIds: [], lines: [], cooperatives: [] }
const AT = '2026-11-30T02:00:00.000Z'
const LATER = '2026-11-30T02:00:01.000Z'

let folder: string
let address: string
let engines: PreviewEngines
let reported: string[]
const callers: Socket[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'engines-'))
  address = join(folder, 'door')
  reported = []
  engines = new PreviewEngines(address, (error) => reported.push(String(error)))
})
afterEach(async () => {
  vi.useRealTimers()
  for (const caller of callers.splice(0)) caller.destroy()
  await engines.end()
  rmSync(folder, { recursive: true })
})

/** The real one, whatever clock the engines wait on. */
const { setTimeout: after } = globalThis
async function soon(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => after(resolve, 2))
}

interface Caller {
  readonly socket: Socket
  readonly said: SaidByEngine[]
}
function callAt(place: EnginePlace): Caller {
  const socket = connect(`${address}.${place}`).on('error', () => undefined)
  const said: SaidByEngine[] = []
  receive<SaidByEngine>(socket, 1_000_000, (message) => said.push(message))
  callers.push(socket)
  return { socket, said }
}
const serves = ({ said }: Caller) => said.some((each) => 'serves' in each && each.serves)

/** A question that no api asks: the engine does not survive it. */
function endEngineOf({ socket }: Caller): void {
  socket.write('{"id":1,"question":null}\n')
}

describe('The engines of the preview process', { timeout: PATIENT }, () => {
  it('have a change fail when the one that handed over ends before it takes the change in', async () => {
    await engines.build(market(), AT)
    const [one, two] = [callAt(1), callAt(2)]
    await soon(() => [one, two].every(({ said }) => said.length > 0))
    const [before, next] = serves(one) ? [one, two] : [two, one]
    // Who hands over is waited for as long as this test wants.
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    const following = engines.follow(NOTHING_NEW, LATER)
    const outcome = following.then(
      () => 'followed',
      (error: unknown) => String(error),
    )
    await soon(() => serves(next))
    endEngineOf(before)
    await soon(() => reported.includes('Error: an engine ended'))
    vi.advanceTimersToNextTimer()
    expect(await outcome).toBe('Error: the engine has ended')
    expect(engines.asOf).toBe(LATER)
    expect(engines.areBoth).toBe(false)
  })

  it('have a build fail when they end while they are at it', async () => {
    const building = engines.build(market(), AT)
    const outcome = expect(building).rejects.toThrow('the engine ended at its work')
    await engines.end()
    await outcome
    expect(engines.asOf).toBeNull()
  })

  it('are two again after one ended, with the market that is built then', async () => {
    await engines.build(market(), AT)
    endEngineOf(callAt(1))
    await soon(() => !engines.areBoth)
    expect(engines.asOf).toBe(AT)
    await engines.build(market(), LATER)
    expect(engines.areBoth).toBe(true)
    expect(engines.asOf).toBe(LATER)
  })

  it('each hear sixty-four callers and hang up on one more, until one of them leaves', async () => {
    await engines.build(market(), AT)
    const most = Array.from({ length: 64 }, () => callAt(1))
    await soon(() => most.every(({ said }) => said.length > 0))
    const extra = callAt(1)
    await once(extra.socket, 'close')
    expect(extra.said).toEqual([])
    expect(most.every(({ socket }) => socket.readyState === 'open')).toBe(true)

    most[0]!.socket.destroy()
    let another = callAt(1)
    // The engine knows of the one that left a moment later.
    for (;;) {
      await soon(() => another.said.length > 0 || another.socket.closed)
      if (another.said.length > 0) break
      another = callAt(1)
    }
  })

  it('keep their places when others come for them, which end and say why', async () => {
    await engines.build(market(), AT)
    const others: string[] = []
    const second = new PreviewEngines(address, (error) => others.push(String(error)))
    second.open()
    await soon(() => others.filter((each) => each.includes('another process listens')).length === 2)
    await second.end()
    const caller = callAt(1)
    await soon(() => caller.said.length > 0)
  })
})
