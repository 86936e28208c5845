import type { Problem } from './problem.js'
import { landed, PairTable, type Pair } from './proof-candidates.js'
import type { Solution } from './solution.js'

export interface Flaw {
  readonly kind:
    | 'shape'
    | 'pair'
    | 'quantity'
    | 'pack'
    | 'minimum'
    | 'share'
    | 'ceiling'
    | 'sum'
    | 'cut'
    | 'price'
    | 'bound'
    | 'reason'
  readonly message: string
}

/** The pairs of every line with what they carry, and sums over them. */
export interface Ledger {
  readonly pairs: PairTable
  readonly received: Float64Array
  readonly sent: Float64Array
  readonly delivered: Float64Array
  readonly spent: Float64Array
  readonly reservedSpent: Float64Array
}

export const flaw = (kind: Flaw['kind'], message: string): Flaw => ({ kind, message })

/** The ledger before anything is allocated. */
export function openLedger(problem: Problem): Ledger {
  return {
    pairs: new PairTable(problem),
    received: new Float64Array(problem.demands.count),
    sent: new Float64Array(problem.lots.count),
    delivered: new Float64Array(problem.coops.count),
    spent: new Float64Array(problem.buyers.count),
    reservedSpent: new Float64Array(problem.buyers.count),
  }
}

/** Books the allocation; the first row that cannot be booked is a flaw. */
export function enterAll(problem: Problem, { allocation }: Solution, ledger: Ledger): Flaw | null {
  const { line, lot, mass } = allocation
  if (line.length !== lot.length || line.length !== mass.length) {
    return flaw('shape', 'columns of different length')
  }
  const { demands } = problem
  for (let k = 0; k < line.length; k++) {
    const amount = mass[k]!
    const name = `line ${line[k]} lot ${lot[k]}`
    if (!Number.isSafeInteger(amount) || amount <= 0) return flaw('quantity', `${name}: ${amount}`)
    if (!(line[k]! >= 0 && line[k]! < demands.count)) return flaw('pair', `${name} is unknown`)
  }
  ledger.pairs.enter(line, lot, mass)
  const entered = new Float64Array(demands.count)
  for (let k = 0; k < line.length; k++) entered[line[k]!]! += 1
  for (let each = 0; each < demands.count; each++) {
    if (entered[each] === 0) continue
    for (const pair of ledger.pairs.of(each)) {
      if (pair.mass === 0) continue
      entered[each]!--
      enter(problem, ledger, each, pair)
    }
    if (entered[each] !== 0) return flaw('pair', `line ${each}: no candidate, or one twice`)
  }
  return null
}

function enter(problem: Problem, ledger: Ledger, line: number, pair: Pair): void {
  const { demands, lots } = problem
  const buyer = demands.buyer[line]!
  const amount = pair.mass
  const money = amount * landed(problem, line, pair.lot)
  ledger.received[line]! += amount
  ledger.sent[pair.lot]! += amount
  ledger.delivered[lots.coop[pair.lot]!]! += amount
  ledger.spent[buyer]! += money
  if (demands.reserved[line]!) ledger.reservedSpent[buyer]! += money
}

/** Mass by cooperative within one line. */
export function byCoop(problem: Problem, pairs: readonly Pair[]): Map<number, Pair[]> {
  const groups = new Map<number, Pair[]>()
  for (const pair of pairs) {
    const coop = problem.lots.coop[pair.lot]!
    const group = groups.get(coop)
    if (group) group.push(pair)
    else groups.set(coop, [pair])
  }
  return groups
}

export const massOf = (pairs: readonly Pair[]): number => pairs.reduce((sum, p) => sum + p.mass, 0)
