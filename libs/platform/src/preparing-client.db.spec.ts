import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { StatementNames } from './preparing-client.js'
import { row, rows } from './sql.js'
import { openWorld, type World } from './testing/index.js'

describe('a statement used again and again', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld({ modules: [] })
    await world.sql('create table things (id int primary key, name text not null)')
    await world.sql('grant select, insert, update, delete on things to weibao_app')
    await world.sql(`insert into things select n, 'thing ' || n from generate_series(1, 20) n`)
  })
  afterAll(() => world.close())

  const prepared = async (text: string) =>
    world.unitOfWork.snapshot((reader) =>
      row<{ count: number }>(
        reader,
        'select count(*) from pg_prepared_statements where statement = $1',
        [text],
      ),
    )

  it('is prepared from its fifth use on, and answers as before', async () => {
    const text = 'select name from things where id = $1'
    await world.unitOfWork.run(async (tx) => {
      const found: string[] = []
      const counts: number[] = []
      for (let id = 1; id <= 12; id++) {
        found.push((await row<{ name: string }>(tx, text, [id]))!.name)
        const [kept] = await rows<{ count: number }>(
          tx,
          `select count(*) from pg_prepared_statements where statement = '${text}'`,
        )
        counts.push(kept!.count)
      }
      expect(found).toEqual(Array.from({ length: 12 }, (_, n) => `thing ${n + 1}`))
      expect(counts).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1])
    })
  })

  it('goes on after a failure, an undone part and a table that has grown a column', async () => {
    const text = 'insert into things (id, name) values ($1, $2) returning name'
    const add = (id: number) =>
      world.unitOfWork.run(async (tx) => row<{ name: string }>(tx, text, [id, `new ${id}`]))
    for (let id = 100; id < 108; id++) expect(await add(id)).toEqual({ name: `new ${id}` })
    await expect(add(100)).rejects.toThrow('duplicate key')
    await world.sql('alter table things add column extra int not null default 0')
    expect(await add(200)).toEqual({ name: 'new 200' })
    await world.unitOfWork.run(async (tx) => {
      await tx.query('savepoint part')
      await expect(row(tx, text, [200, 'again'])).rejects.toThrow('duplicate key')
      await tx.query('rollback to savepoint part')
      expect(await row(tx, text, [201, 'after'])).toEqual({ name: 'after' })
    })
  })

  it('is not prepared where its columns are whatever the table has', async () => {
    const text = 'select * from things where id = $1'
    await world.sql('alter table things add column before_that int')
    for (let n = 0; n < 8; n++) await world.unitOfWork.reader.query(text, [1])
    expect(await prepared(text)).toEqual({ count: 0 })
    await world.sql('alter table things add column after_that int')
    expect((await world.unitOfWork.reader.query<object[]>(text, [1]))[0]).toHaveProperty(
      'after_that',
    )
  })

  it('counts at most some thousand others meanwhile, and names at most four hundred', () => {
    const names = new StatementNames()
    const often = (text: string) => Array.from({ length: 6 }, () => names.of(text))
    for (let n = 0; n < 10_000; n++) expect(names.of(`select ${n} where $1`)).toBeUndefined()
    expect(often('select often where $1')).toEqual([...Array<undefined>(4), 's1', 's1'])
    for (let n = 2; n <= 400; n++) expect(often(`select ${n}, $1`).at(-1)).toBe(`s${n}`)
    expect(often('select once more, $1').at(-1)).toBeUndefined()
    expect(names.of('select often where $1')).toBe('s1')
  })
})
