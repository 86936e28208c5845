import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Idempotency } from './idempotency.js'
import { row } from './index.js'
import { openWorld, type World } from './testing/index.js'

describe('a unit of work', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld({ modules: [] })
    await world.sql('create table pairs (id int primary key, n int not null)')
    await world.sql('grant select, insert, update on pairs to weibao_app')
    await world.sql('insert into pairs values (1, 0), (2, 0)')
  })
  afterAll(() => world.close())

  it('runs again, as a whole, when it deadlocks with another', async () => {
    const bump = (first: number, second: number) =>
      world.unitOfWork.run(async (tx) => {
        await tx.query('update pairs set n = n + 1 where id = $1', [first])
        await tx.query('select pg_sleep(0.05)')
        await tx.query('update pairs set n = n + 1 where id = $1', [second])
      })
    await Promise.all([bump(1, 2), bump(2, 1), bump(1, 2), bump(2, 1)])
    expect(await world.sql('select n from pairs order by id')).toEqual([{ n: 4 }, { n: 4 }])
  })

  it('reads one snapshot, and writes nothing there', async () => {
    await world.unitOfWork.snapshot(async (reader) => {
      const before = await row<{ n: number }>(reader, 'select n from pairs where id = 1')
      await world.sql('update pairs set n = n + 1 where id = 1')
      expect(await row(reader, 'select n from pairs where id = 1')).toEqual(before)
    })
    await expect(
      world.unitOfWork.snapshot((reader) => reader.query('update pairs set n = 0')),
    ).rejects.toThrow('read-only')
  })

  it('cannot change the schema: the application owns nothing', async () => {
    await expect(world.unitOfWork.reader.query('create table mine (id int)')).rejects.toThrow(
      'permission denied',
    )
    await expect(world.unitOfWork.reader.query('drop table pairs')).rejects.toThrow('must be owner')
  })
})

describe('idempotency keys', () => {
  let world: World
  let keys: Idempotency
  beforeAll(async () => {
    world = await openWorld({ modules: [] })
    keys = world.get(Idempotency)
  })
  afterAll(() => world.close())

  it('let one of many twins run and answer the rest the same afterwards', async () => {
    const claims = await Promise.allSettled(
      Array.from({ length: 20 }, () => keys.claim('person:1', 'key-00000001', ['a'])),
    )
    expect(claims.filter((claim) => claim.status === 'fulfilled')).toHaveLength(1)
    await keys.complete('person:1', 'key-00000001', { status: 201, body: { id: 5 } })
    expect(await keys.claim('person:1', 'key-00000001', ['a'])).toEqual({
      status: 201,
      body: { id: 5 },
    })
  })

  it('are refused for another request, and are each person’s own', async () => {
    await expect(keys.claim('person:1', 'key-00000001', ['b'])).rejects.toThrow(
      'idempotency.key-reused',
    )
    expect(await keys.claim('person:2', 'key-00000001', ['b'])).toBeNull()
  })

  it('are free again after a refusal, and after the lease of a crashed run', async () => {
    expect(await keys.claim('person:3', 'key-00000002', ['a'])).toBeNull()
    await keys.release('person:3', 'key-00000002')
    expect(await keys.claim('person:3', 'key-00000002', ['a'])).toBeNull()
    await expect(keys.claim('person:3', 'key-00000002', ['a'])).rejects.toThrow(
      'idempotency.in-progress',
    )
    await world.sql(
      `update idempotency_keys set leased_until = now() - interval '1 second' where owner = 'person:3'`,
    )
    expect(await keys.claim('person:3', 'key-00000002', ['a'])).toBeNull()
  })

  it('are of a form that cannot be anything else', () => {
    expect(() => keys.readKey(undefined, true)).toThrow('idempotency.key-needed')
    expect(() => keys.readKey('short', false)).toThrow('idempotency.key-needed')
    expect(keys.readKey(undefined, false)).toBeNull()
  })
})
