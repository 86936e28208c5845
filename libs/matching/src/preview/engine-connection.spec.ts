import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EngineConnection } from './engine-connection.js'
import { EngineStandIn } from '../testing/engine-stand-in.js'

/** Long enough on a busy machine: nothing here waits for it to pass. */
const PATIENT = 20_000
const question = { lines: [], leftFen: null }

let folder: string
let now: number
const engines: EngineStandIn[] = []
const connections: EngineConnection[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'engine-'))
  now = 1000
  // Time stands still, so that when it may be tried again is not a matter of speed.
  vi.spyOn(performance, 'now').mockImplementation(() => now)
})
afterEach(async () => {
  vi.restoreAllMocks()
  for (const connection of connections.splice(0)) connection.close()
  await Promise.all(engines.splice(0).map((engine) => engine.close()))
  rmSync(folder, { recursive: true })
})

const at = (name: string) => join(folder, name)
async function listen(name: string, serves = true): Promise<EngineStandIn> {
  const engine = await EngineStandIn.listen(at(name), { serves })
  engines.push(engine)
  return engine
}
function connectionTo(name: string): EngineConnection {
  const connection = new EngineConnection({ path: at(name) })
  connections.push(connection)
  return connection
}
async function openedTo(name: string): Promise<EngineConnection> {
  const connection = connectionTo(name)
  await connection.open(PATIENT)
  return connection
}
const soon = (isSo: () => boolean) => vi.waitUntil(isSo, { timeout: PATIENT, interval: 2 })

describe('A connection to an engine', () => {
  it('knows whether its engine serves once it is open', async () => {
    await listen('a', true)
    await listen('b', false)
    const [a, b] = [await openedTo('a'), await openedTo('b')]
    expect([a.isOpen, b.isOpen]).toEqual([true, true])
    expect(a.servesSince).toBeGreaterThan(0)
    expect(b.servesSince).toBe(0)
  })

  it('is opened once for many who ask for it at the same time', async () => {
    const engine = await listen('a')
    const connection = connectionTo('a')
    await Promise.all([1, 2, 3].map(() => connection.open(PATIENT)))
    await connection.open(PATIENT)
    expect(engine.callerCount).toBe(1)
  })

  it('gives each question its own answer, in whatever order they come', async () => {
    const engine = await listen('a')
    const connection = await openedTo('a')
    const answers = Promise.all([0, 1, 2].map(() => connection.ask(question, PATIENT)))
    await soon(() => engine.asked.length === 3)
    const [first, second, third] = engine.asked.map(({ id }) => id)
    engine.answer(third!, 'third')
    engine.answer(first!, 'first')
    engine.answer(first!, 'the same again')
    engine.answer(4711, 'to nobody')
    engine.answer(second!, 'second')
    expect((await answers).map(({ asOf }) => asOf)).toEqual(['first', 'second', 'third'])
  })

  it('rejects everything that waits when it breaks, and serves no more', async () => {
    const engine = await listen('a')
    const connection = await openedTo('a')
    const answers = Promise.allSettled([0, 1].map(() => connection.ask(question, PATIENT)))
    await soon(() => engine.asked.length === 2)
    engine.hangUp()
    expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(connection.isOpen).toBe(false)
    expect(connection.servesSince).toBe(0)
    await expect(connection.ask(question, PATIENT)).rejects.toThrow('cannot be asked')
  })

  it('rejects what is not answered in time, and takes its late answer for no other', async () => {
    const engine = await listen('a')
    const connection = await openedTo('a')
    await expect(connection.ask(question, 1)).rejects.toThrow('no answer in time')
    await soon(() => engine.asked.length === 1)
    const next = connection.ask(question, PATIENT)
    await soon(() => engine.asked.length === 2)
    engine.answer(engine.asked[0]!.id, 'late')
    engine.answer(engine.asked[1]!.id, 'next')
    expect(await next).toMatchObject({ asOf: 'next' })
  })

  it('keeps no more than sixty-four waiting, and has room again after an answer', async () => {
    const engine = await listen('a')
    const connection = await openedTo('a')
    const waiting = Array.from({ length: 64 }, () => connection.ask(question, PATIENT))
    await expect(connection.ask(question, PATIENT)).rejects.toThrow('cannot be asked')
    engine.answerAll('now')
    await soon(() => engine.asked.length === 64)
    for (const { id } of engine.asked) engine.answer(id, 'now')
    await Promise.all(waiting)
    expect(await connection.ask(question, PATIENT)).toMatchObject({ asOf: 'now' })
  })

  it('looks for nobody again too soon, and finds who has come since', async () => {
    const connection = await openedTo('a')
    expect(connection.isOpen).toBe(false)
    await listen('a')
    now += 199
    await connection.open(PATIENT)
    expect(connection.isOpen).toBe(false)
    now += 1
    await connection.open(PATIENT)
    expect(connection.isOpen).toBe(true)
  })

  it('is made again after it was lost', async () => {
    const engine = await listen('a')
    engine.answerAll('again')
    const connection = await openedTo('a')
    const before = connection.servesSince
    engine.hangUp()
    await soon(() => !connection.isOpen)
    now += 200
    await connection.open(PATIENT)
    expect(connection.servesSince).toBeGreaterThan(before)
    expect(await connection.ask(question, PATIENT)).toMatchObject({ asOf: 'again' })
  })

  it('is given up when its engine was asked and says nothing at all for five seconds', async () => {
    await listen('a')
    const connection = await openedTo('a')
    // However long nobody has asked: that is no silence of the engine's.
    now += 60_000
    for (const passed of [0, 4999]) {
      now += passed
      await expect(connection.ask(question, 1)).rejects.toThrow('no answer in time')
      expect(connection.isOpen).toBe(true)
    }
    now += 1
    await expect(connection.ask(question, 1)).rejects.toThrow('no answer in time')
    await soon(() => connection.servesSince === 0)
    await connection.open(PATIENT)
    expect(connection.servesSince).toBeGreaterThan(0)
  })

  it('is kept while its engine says something, however late', async () => {
    const engine = await listen('a')
    const connection = await openedTo('a')
    for (const asked of [1, 2, 3]) {
      await expect(connection.ask(question, 1)).rejects.toThrow('no answer in time')
      await soon(() => engine.asked.length === asked)
      const before = connection.servesSince
      engine.serve()
      await soon(() => connection.servesSince > before)
      now += 4000
    }
    expect(connection.isOpen).toBe(true)
  })

  it('waits no longer than it is told for an engine that says nothing', async () => {
    const engine = await EngineStandIn.listen(at('a'), { serves: null })
    engines.push(engine)
    const connection = connectionTo('a')
    await connection.open(1)
    expect(connection.servesSince).toBe(0)
    engine.serve()
    await soon(() => connection.servesSince > 0)
  })
})

describe('Of two engines', () => {
  it('the one counts that said last that it serves', async () => {
    const [first, second] = [await listen('a', true), await listen('b', false)]
    const [a, b] = [await openedTo('a'), await openedTo('b')]
    expect(a.servesSince).toBeGreaterThan(b.servesSince)
    second.serve()
    await soon(() => b.servesSince > a.servesSince)
    first.serve()
    await soon(() => a.servesSince > b.servesSince)
  })
})
