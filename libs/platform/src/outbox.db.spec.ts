import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Jobs, Outbox, OutboxRelay } from './index.js'
import { openWorld, type World } from './testing/index.js'

describe('the outbox', () => {
  let world: World
  let outbox: Outbox
  const heard: { subscriber: string; n: number; eventId: string }[] = []
  let failures = 0

  beforeAll(async () => {
    world = await openWorld({ modules: [] })
    outbox = world.get(Outbox)
    for (const subscriber of ['test.one', 'test.two'])
      outbox.subscribe<{ n: number }>('test.happened', subscriber, async ({ n }, eventId) => {
        heard.push({ subscriber, n, eventId })
      })
    outbox.subscribe('test.fails', 'test.failing', async () => {
      failures++
      throw new Error('the mail server is away')
    })
  })
  afterAll(() => world.close())

  it('hands an event to each subscriber once it is committed', async () => {
    await world.unitOfWork.run((tx) => outbox.add(tx, { kind: 'test.happened', payload: { n: 1 } }))
    await world.deliver()
    expect(
      heard
        .filter(({ n }) => n === 1)
        .map(({ subscriber }) => subscriber)
        .sort(),
    ).toEqual(['test.one', 'test.two'])
    expect(new Set(heard.map(({ eventId }) => eventId)).size).toBe(1)
  })

  it('forgets an event whose transaction is rolled back', async () => {
    const work = world.unitOfWork.run(async (tx) => {
      await outbox.add(tx, { kind: 'test.happened', payload: { n: 2 } })
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow('changed my mind')
    await world.deliver()
    expect(heard.some(({ n }) => n === 2)).toBe(false)
  })

  it('takes many events of one kind by one statement, each for every subscriber', async () => {
    const numbers = [10, 11, 12]
    await world.unitOfWork.run(async (tx) => {
      await outbox.addAll(
        tx,
        'test.happened',
        numbers.map((n) => ({ n })),
      )
      await outbox.addAll(tx, 'test.happened', [])
      await outbox.addAll(tx, 'test.nobody-listens', [{ n: 13 }])
    })
    await world.deliver()
    const told = heard.filter(({ n }) => n >= 10 && n < 20)
    expect(told.map(({ subscriber, n }) => `${subscriber} ${n}`).sort()).toEqual(
      ['test.one', 'test.two'].flatMap((name) => numbers.map((n) => `${name} ${n}`)),
    )
    expect(new Set(told.map(({ eventId }) => eventId)).size).toBe(3)
  })

  it('lets several relays share the work without handing anything over twice', async () => {
    await world.unitOfWork.run(async (tx) => {
      for (let n = 100; n < 160; n++)
        await outbox.add(tx, { kind: 'test.happened', payload: { n } })
    })
    const relay = world.get(OutboxRelay)
    await Promise.all([relay.drain(), relay.drain(), relay.drain(), relay.drain()])
    const many = heard.filter(({ n }) => n >= 100)
    expect(many).toHaveLength(120)
    expect(new Set(many.map(({ subscriber, n }) => `${subscriber} ${n}`)).size).toBe(120)
  })

  it('lets events of one key that are not taken yet be one', async () => {
    const add = (mergeKey?: string) =>
      world.unitOfWork.run((tx) =>
        outbox.add(tx, { kind: 'test.happened', payload: { n: 50 } }, mergeKey ? { mergeKey } : {}),
      )
    const deliveries = () => heard.filter(({ n }) => n === 50).length
    await add('a')
    await add('a')
    await add('b')
    await world.deliver()
    expect(deliveries()).toBe(4)
    // What has been handed over, or is just being handed over, may have missed it.
    await add('a')
    await world.sql(
      `update outbox set leased_until = now() + interval '1 minute' where state = 'waiting'`,
    )
    await add('a')
    await world.deliver()
    expect(deliveries()).toBe(6)
    await world.sql(`update outbox set leased_until = null where state = 'waiting'`)
    await world.deliver()
    expect(deliveries()).toBe(8)
  })

  it('counts failures against an event, not the workers killed on it', async () => {
    const [{ attempts }] = (await world.sql(
      `select max(attempts) as attempts from outbox where state = 'done'`,
    )) as [{ attempts: number }]
    expect(attempts).toBe(0)
  })

  it('takes up what a killed worker had leased once the lease has ended', async () => {
    await world.unitOfWork.run((tx) => outbox.add(tx, { kind: 'test.happened', payload: { n: 7 } }))
    await world.sql(
      `update outbox set leased_until = now() + interval '1 minute' where state = 'waiting'`,
    )
    await world.deliver()
    expect(heard.some(({ n }) => n === 7)).toBe(false)
    await world.sql(
      `update outbox set leased_until = now() - interval '1 second' where state = 'waiting'`,
    )
    await world.deliver()
    expect(heard.filter(({ n }) => n === 7)).toHaveLength(2)
  })

  it('backs off after a failure, and after ten keeps the entry for an operator', async () => {
    await world.unitOfWork.run((tx) => outbox.add(tx, { kind: 'test.fails', payload: {} }))
    await world.deliver()
    expect(failures).toBe(1)
    await world.deliver()
    expect(failures).toBe(1)
    for (let i = 0; i < 9; i++) {
      await world.sql(
        `update outbox set available_at = now() where kind = 'test.fails' and state = 'waiting'`,
      )
      await world.deliver()
    }
    expect(failures).toBe(10)
    const [entry] = await world.sql<{ state: string; last_error: string }>(
      `select state, last_error from outbox where kind = 'test.fails'`,
    )
    expect(entry).toEqual({ state: 'dead', last_error: 'Error: the mail server is away' })
  })
})

describe('jobs', () => {
  it('run when due, one worker each, and record a failure without stopping', async () => {
    const world = await openWorld({ modules: [] })
    const jobs = world.get(Jobs)
    let runs = 0
    jobs.every(3600, 'test-job', async () => {
      runs++
    })
    jobs.every(3600, 'test-broken-job', async () => {
      throw new Error('broken')
    })
    await jobs.prepare()
    const outcomes = await Promise.all([jobs.runDue(), jobs.runDue(), jobs.runDue(), jobs.runDue()])
    expect(outcomes.filter(Boolean)).toHaveLength(3) // ours and platform's own
    expect(runs).toBe(1)
    const [broken] = await world.sql<{ last_error: string }>(
      `select last_error from jobs where name = 'test-broken-job'`,
    )
    expect(broken?.last_error).toBe('Error: broken')
    expect(await jobs.runDue()).toBe(false)
    await world.close()
  })
})
