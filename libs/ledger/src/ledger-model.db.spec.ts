import { newId } from '@weibao/kernel'
import { openWorld, type World } from '@weibao/platform/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  cooperativePayable,
  Ledger,
  LedgerModule,
  type AccountCode,
  type PostingLine,
} from './index.js'

/**
 * Any sequence of postings, repeats and reversals, by one or by several at once, leaves the balances
 * that a plain map has.
 */
let world: World
let ledger: Ledger

beforeAll(async () => {
  world = await openWorld({ modules: [LedgerModule] })
  ledger = world.get(Ledger)
})
afterAll(() => world.close())

const accounts: AccountCode[] = [
  'stripe-clearing',
  'bank',
  'buyer-prepaid',
  'commission-income',
  cooperativePayable(newId()),
  cooperativePayable(newId()),
]
const moneyMove = fc.record({
  from: fc.nat(accounts.length - 1),
  to: fc.nat(accounts.length - 1),
  amountFen: fc.integer({ min: 1, max: 10_000_000 }),
})
const step = fc.record({
  fact: fc.nat(7),
  does: fc.constantFrom('post' as const, 'post' as const, 'reverse' as const),
})
const facts = fc.array(fc.array(moneyMove, { minLength: 1, maxLength: 4 }), {
  minLength: 8,
  maxLength: 8,
})

type Moves = readonly { from: number; to: number; amountFen: number }[]
const linesOf = (moves: Moves): PostingLine[] =>
  moves.flatMap(({ from, to, amountFen }) => [
    { account: accounts[from]!, amountFen: -amountFen },
    { account: accounts[to]!, amountFen },
  ])

/** What a fact has gone through; the only thing the model remembers. */
type State = 'none' | 'posted' | 'reversed'

async function balances(): Promise<number[]> {
  return Promise.all(accounts.map((account) => ledger.balance(world.unitOfWork.reader, account)))
}

function effect(moves: Moves): number[] {
  const change = accounts.map(() => 0)
  for (const { account, amountFen } of linesOf(moves))
    change[accounts.indexOf(account)]! += amountFen
  return change
}

describe('the ledger', () => {
  it('keeps the balances of a model through any sequence of postings and reversals', async () => {
    await fc.assert(
      fc.asyncProperty(facts, fc.array(step, { maxLength: 25 }), async (all, steps) => {
        const references = all.map(() => newId())
        const states: State[] = all.map(() => 'none')
        const model = await balances()
        const add = (change: readonly number[], sign: 1 | -1) =>
          change.forEach((fen, i) => (model[i]! += sign * fen))

        for (const { fact, does } of steps) {
          const reference = references[fact]!
          const outcome = await world.unitOfWork
            .run((tx) =>
              does === 'post'
                ? ledger.post(tx, { kind: 'fact', reference, lines: linesOf(all[fact]!) })
                : ledger.reverse(tx, { kind: 'fact', reference }),
            )
            .then((posted) => (posted.isNew ? 'new' : 'old'))
            .catch((error: { code?: string }) => error.code)
          const before = states[fact]!
          if (does === 'post') {
            expect(outcome).toBe(
              { none: 'new', posted: 'old', reversed: 'ledger.posting-reversed' }[before],
            )
            if (before === 'none') add(effect(all[fact]!), 1)
            if (before === 'none') states[fact] = 'posted'
          } else {
            expect(outcome).toBe(
              { none: 'object.not-found', posted: 'new', reversed: 'old' }[before],
            )
            if (before === 'posted') add(effect(all[fact]!), -1)
            if (before === 'posted') states[fact] = 'reversed'
          }
        }
        expect(await balances()).toEqual(model)
      }),
      { numRuns: 25 },
    )
  })

  it('ends at the same balances when the same steps race on many connections', async () => {
    await fc.assert(
      fc.asyncProperty(facts, async (all) => {
        const before = await balances()
        const references = all.map(() => newId())
        const tries = all.flatMap((moves, i) =>
          [0, 1, 2].map(() => ({ moves, reference: references[i]! })),
        )
        const results = await Promise.all(
          tries.map(({ moves, reference }) =>
            world.unitOfWork.run((tx) =>
              ledger.post(tx, { kind: 'fact', reference, lines: linesOf(moves) }),
            ),
          ),
        )
        expect(results.filter((result) => result.isNew)).toHaveLength(all.length)
        const expected = all
          .map(effect)
          .reduce((sum, change) => sum.map((fen, i) => fen + change[i]!), before)
        expect(await balances()).toEqual(expected)
      }),
      { numRuns: 8 },
    )
  })

  it('sums to zero', async () => {
    const [total] = await world.sql<{ total: string }>(
      'select coalesce(sum(amount_fen), 0) as total from ledger_entries',
    )
    expect(total?.total).toBe('0')
  })
})
