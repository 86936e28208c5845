import { openWorld, type World } from '@weibao/platform/testing'
import { newId } from '@weibao/kernel'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cooperativePayable, Ledger, LedgerModule, type Posting } from './index.js'

let world: World
let ledger: Ledger

beforeAll(async () => {
  world = await openWorld({ modules: [LedgerModule], now: new Date('2026-11-25T02:00:00Z') })
  ledger = world.get(Ledger)
})
afterAll(() => world.close())

const charge = (reference: string, amountFen = 5800): Posting => ({
  kind: 'charge',
  reference,
  lines: [
    { account: 'stripe-clearing', amountFen, paymentId: reference },
    { account: 'buyer-prepaid', amountFen: -amountFen, paymentId: reference },
  ],
})
const post = (posting: Posting) => world.unitOfWork.run((tx) => ledger.post(tx, posting))
const entriesOf = (reference: string) =>
  world.sql<{ account: string; amount_fen: string }>(
    'select account, amount_fen from ledger_facts where reference = $1 order by kind, position',
    [reference],
  )

describe('posting', () => {
  it('books a fact once: the same posting again gives the first', async () => {
    const reference = newId()
    const first = await post(charge(reference))
    const second = await post({
      ...charge(reference),
      occurredAt: new Date('2026-11-25T03:00:00Z'),
    })
    expect(first.isNew).toBe(true)
    expect(second).toEqual({ ...first, isNew: false })
    expect(await entriesOf(reference)).toHaveLength(2)
  })

  it('refuses other figures under the same reference', async () => {
    const reference = newId()
    await post(charge(reference))
    await expect(post(charge(reference, 5900))).rejects.toMatchObject({
      code: 'ledger.posting-differs',
    })
  })

  it('opens the account of a cooperative with its first earning and leaves lines of zero out', async () => {
    const account = cooperativePayable(newId())
    await post({
      kind: 'earning',
      reference: newId(),
      lines: [
        { account: 'buyer-prepaid', amountFen: 10_000 },
        { account, amountFen: -10_000 },
        { account: 'commission-income', amountFen: 0 },
      ],
    })
    expect(await ledger.balance(world.unitOfWork.reader, account)).toBe(-10_000)
    expect(await ledger.balance(world.unitOfWork.reader, cooperativePayable(newId()))).toBe(0)
  })

  it('is stopped by our own check when it does not balance, or has one line', async () => {
    const lines = [{ account: 'bank' as const, amountFen: 1 }]
    await expect(post({ kind: 'x', reference: newId(), lines })).rejects.toThrow('fewer than two')
    await expect(
      post({
        kind: 'x',
        reference: newId(),
        lines: [...lines, { account: 'stripe-clearing', amountFen: 2 }],
      }),
    ).rejects.toThrow('do not sum to zero')
  })

  it('gives one transaction to twenty who post the same fact at once on separate connections', async () => {
    const reference = newId()
    const results = await Promise.all(Array.from({ length: 20 }, () => post(charge(reference))))
    expect(results.filter((result) => result.isNew)).toHaveLength(1)
    expect(new Set(results.map((result) => result.id)).size).toBe(1)
    expect(await entriesOf(reference)).toHaveLength(2)
  })
})

describe('a reversal', () => {
  it('is the exact negative, once', async () => {
    const reference = newId()
    await post(charge(reference))
    const reverse = () =>
      world.unitOfWork.run((tx) => ledger.reverse(tx, { kind: 'charge', reference, memo: '误记' }))
    const [first, second] = [await reverse(), await reverse()]
    expect(second).toEqual({ ...first, isNew: false })
    const amounts = (await entriesOf(reference)).map((entry) => Number(entry.amount_fen))
    expect(amounts).toEqual([5800, -5800, -5800, 5800])
  })

  it('makes the fact need a new reference', async () => {
    const reference = newId()
    await post(charge(reference))
    await world.unitOfWork.run((tx) => ledger.reverse(tx, { kind: 'charge', reference }))
    await expect(post(charge(reference))).rejects.toMatchObject({ code: 'ledger.posting-reversed' })
  })

  it('needs something booked, and is not reversed itself', async () => {
    const reference = newId()
    const reverse = (kind: string) =>
      world.unitOfWork.run((tx) => ledger.reverse(tx, { kind, reference }))
    await expect(reverse('charge')).rejects.toMatchObject({ code: 'object.not-found' })
    await post(charge(reference))
    await reverse('charge')
    await expect(reverse('charge.reversal')).rejects.toMatchObject({
      code: 'ledger.not-reversible',
    })
  })
})

describe('the month', () => {
  it('is that of Shanghai, to the second', async () => {
    const before = await post({
      ...charge(newId()),
      occurredAt: new Date('2026-10-31T15:59:59.999Z'),
    })
    const after = await post({ ...charge(newId()), occurredAt: new Date('2026-10-31T16:00:00Z') })
    expect([before.period, after.period]).toEqual(['2026-10', '2026-11'])
  })

  it('takes no entries once it closes: a late fact lands in the open month', async () => {
    await world.sql(
      `insert into periods (month, state, closing_by, closing_at) values ('2026-08', 'closing', gen_random_uuid(), now())`,
    )
    const late = await post({ ...charge(newId()), occurredAt: new Date('2026-08-15T00:00:00Z') })
    expect(late.period).toBe('2026-11')
  })
})

describe('the database', () => {
  const insertHead = (id: string, month = '2026-11') =>
    `insert into ledger_transactions (id, kind, reference, digest, occurred_at, booked_at, local_day, period)
     values ('${id}', 'planted', '${id}', '', '${month}-10', '${month}-10', '${month}-10', '${month}')`
  const insertEntry = (id: string, position: number, amount: number) =>
    `insert into ledger_entries (transaction_id, position, account_id, amount_fen)
     select '${id}', ${position}, id, ${amount} from ledger_accounts where code = 'bank'`
  const asApp = async (...statements: string[]) => {
    const client = new pg.Client(world.appUrl)
    await client.connect()
    try {
      await client.query('begin')
      for (const statement of statements) await client.query(statement)
      await client.query('commit')
    } finally {
      await client.end()
    }
  }

  it('refuses at commit what does not balance or has one entry', async () => {
    const [unbalanced, single, empty] = [newId(), newId(), newId()]
    await expect(
      asApp(insertHead(unbalanced), insertEntry(unbalanced, 1, 5), insertEntry(unbalanced, 2, -4)),
    ).rejects.toMatchObject({ constraint: 'ledger_transactions_balanced' })
    await expect(asApp(insertHead(single), insertEntry(single, 1, 5))).rejects.toThrow(
      'has 1 entries',
    )
    await expect(asApp(insertHead(empty))).rejects.toThrow('has 0 entries')
  })

  it('refuses entries that join a transaction later, even balanced ones', async () => {
    const { id } = await post(charge(newId()))
    await expect(asApp(insertEntry(id, 8, 5), insertEntry(id, 9, -5))).rejects.toThrow(
      'is complete',
    )
  })

  it('refuses entries in a month that closes', async () => {
    const id = newId()
    await world.sql(
      `insert into periods (month, state, closing_by, closing_at) values ('2026-07', 'closing', gen_random_uuid(), now())`,
    )
    await expect(asApp(insertHead(id, '2026-07'))).rejects.toThrow('takes no more entries')
  })

  it('refuses a reversal that is not exact', async () => {
    const { id } = await post(charge(newId(), 7000))
    const reversal = newId()
    const head = insertHead(reversal)
      .replace('digest,', 'digest, reverses_id,')
      .replace("'planted'", "'charge.reversal'")
      .replace("'', ", `'', '${id}', `)
    await expect(
      asApp(head, insertEntry(reversal, 1, 5), insertEntry(reversal, 2, -5)),
    ).rejects.toMatchObject({ constraint: 'ledger_transactions_reversal_exact' })
  })

  it.each(['ledger_transactions', 'ledger_entries', 'ledger_accounts'])(
    'lets neither the application nor the owner change or delete rows of %s',
    async (table) => {
      const column = {
        ledger_transactions: 'memo',
        ledger_entries: 'order_id',
        ledger_accounts: 'code',
      }[table]
      const changes = [
        `update ${table} set ${column} = ${column}`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]
      for (const change of changes) {
        await expect(asApp(change)).rejects.toThrow('permission denied')
        await expect(world.sql(change)).rejects.toThrow('is append-only')
      }
    },
  )
})
