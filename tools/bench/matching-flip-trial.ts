/**
 * Whether stated flips really flip: each is written into the instance and everything is solved again, nothing of the
 * first run kept. In flow mode the volume must rise by the stated gain, and must not when the change is one unit
 * smaller; a matched line must lose all it has. In full mode the line itself must receive more, by the stated gain.
 */
import {
  loadHighsSolver,
  problemFrom,
  solve,
  type Flip,
  type Limits,
  type Solution,
} from '@weibao/matching-engine'

type Row = Record<string, unknown>
export type Instance = Record<string, unknown> & {
  readonly demands: readonly Row[]
  readonly lots: readonly Row[]
  readonly buyers: readonly Row[]
  readonly coops: readonly Row[]
}
type Tier = { readonly kg: number }

/** A flip to try: of which line (the caller's index), and what that had and everybody together. */
export interface Trial {
  readonly demand: number
  readonly flip: Flip
  readonly isMatched: boolean
  readonly received: number
  readonly volume: number
}

export interface TrialOrder {
  readonly instance: Instance
  readonly limits: Pick<Limits, 'mode' | 'moves'>
  readonly trials: readonly Trial[]
}

/** Whether it came true, and whether one unit less does not do it (null: that is not claimed). */
export interface TrialResult {
  readonly isMatched: boolean
  readonly cameTrue: boolean
  readonly isSmallest: boolean | null
}

/** The instance under the flip's changes; `short` takes that much off the first change. */
function changed(instance: Instance, flip: Flip, short: number): Instance {
  const tables: Record<string, Row[]> = {
    demands: [...instance.demands],
    lots: [...instance.lots],
    buyers: [...instance.buyers],
    coops: [...instance.coops],
  }
  flip.changes.forEach((change, k) => {
    const to = k > 0 ? change.to : change.to - Math.sign(change.to - change.from) * short
    const rows = tables[change.table]!
    rows[change.id] = { ...rows[change.id], [change.field]: to }
    if (change.table === 'lots') offerMore(tables['coops']!, instance.lots[change.id]!, to)
  })
  return { ...instance, ...tables }
}

/** More of a lot is more of its cooperative's offer: its last tier grows as much. */
function offerMore(coops: Row[], lot: Row, quantity: number): void {
  const id = lot['coop'] as number
  const more = quantity - (lot['qtyKg'] as number)
  const coop = coops[id]!
  const tiers = coop['tiers'] as Tier[]
  const last = tiers.at(-1)!
  coops[id] = {
    ...coop,
    offeredKg: (coop['offeredKg'] as number) + more,
    tiers: [...tiers.slice(0, -1), { ...last, kg: last.kg + more }],
  }
}

/** What each line receives, by the caller's indexes. */
export function received(instance: Instance, { allocation }: Solution): Float64Array {
  const { id, count } = problemFrom(instance).demands
  const masses = new Float64Array(count)
  allocation.line.forEach((line, k) => (masses[id[line]!]! += allocation.mass[k]!))
  return masses
}

function tried({ instance }: TrialOrder, limits: Limits, trial: Trial): TrialResult {
  const again = (short: number): [Instance, Solution] => {
    const other = changed(instance, trial.flip, short)
    return [other, solve(problemFrom(other), limits)]
  }
  const { isMatched, demand, flip, volume } = trial
  const [other, after] = again(0)
  const mass = received(other, after)[demand]!
  if (isMatched) return { isMatched, cameTrue: mass === 0, isSmallest: null }
  const cameTrue =
    limits.mode === 'flow'
      ? after.allocation.volume >= volume + flip.gain
      : mass >= trial.received + flip.gain
  if (!flip.smallest) return { isMatched, cameTrue, isSmallest: null }
  return { isMatched, cameTrue, isSmallest: again(1)[1].allocation.volume < volume + flip.gain }
}

/** Tries what it is told to and says how each came out, then ends. */
async function serve(order: TrialOrder): Promise<void> {
  const limits: Limits = { ...order.limits, exact: await loadHighsSolver() }
  for (const trial of order.trials) process.send!(tried(order, limits, trial))
  process.disconnect()
}

if (process.send) process.once('message', (order: TrialOrder) => void serve(order))
