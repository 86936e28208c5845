/**
 * Whether stated flips really flip: each is written into the instance and everything is solved again.
 * In flow mode the volume must rise by the stated gain, and must not when the change is one unit smaller;
 * a matched line must lose all it has. In full mode the line itself must receive more, by the stated gain.
 */
import { problemFrom, solve, type Flip, type Limits, type Solution } from '@weibao/matching-engine'

type Row = Record<string, unknown>
export type Instance = Record<string, unknown> & {
  readonly demands: readonly Row[]
  readonly lots: readonly Row[]
  readonly buyers: readonly Row[]
  readonly coops: readonly Row[]
}
type Tier = { readonly kg: number }

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

/** What the caller's line receives. */
function receives(instance: Instance, { allocation }: Solution, demand: number): number {
  const { id } = problemFrom(instance).demands
  return allocation.line.reduce(
    (sum, line, k) => sum + (id[line] === demand ? allocation.mass[k]! : 0),
    0,
  )
}

/** Every `step`-th of the flips of missed, or of matched, lines. */
function pick(solution: Solution, matched: boolean, most: number): [number, Flip][] {
  const all = [...solution.flips.entries()].filter(
    (entry): entry is [number, Flip] =>
      entry[1] !== null && (solution.reasons[entry[0]] === 'MATCHED_FULL') === matched,
  )
  const step = Math.max(1, all.length / most)
  const picked: [number, Flip][] = []
  for (let at = 0; at < all.length && picked.length < most; at += step) {
    picked.push(all[Math.floor(at)]!)
  }
  return picked
}

/** Counts, for one instance and mode, how many of the flips tried came true. */
export function flipRow(
  instance: Instance,
  limits: Limits,
  most: number,
): Record<string, string | number> {
  const problem = problemFrom(instance)
  const before = solve(problem, limits)
  const again = (flip: Flip, short = 0): [Instance, Solution] => {
    const other = changed(instance, flip, short)
    return [other, solve(problemFrom(other), limits)]
  }
  const missed = pick(before, false, most)
  let rose = 0
  let smallest = 0
  let claimed = 0
  for (const [line, flip] of missed) {
    const [other, after] = again(flip)
    const { volume } = after.allocation
    if (limits.mode === 'flow') rose += volume >= before.allocation.volume + flip.gain ? 1 : 0
    else {
      const id = problem.demands.id[line]!
      rose += receives(other, after, id) >= receives(instance, before, id) + flip.gain ? 1 : 0
    }
    if (!flip.smallest) continue
    claimed++
    const [, less] = again(flip, 1)
    smallest += less.allocation.volume < before.allocation.volume + flip.gain ? 1 : 0
  }
  const matched = pick(before, true, Math.ceil(most / 10))
  const lost = matched.filter(([line, flip]) => {
    const [other, after] = again(flip)
    return receives(other, after, problem.demands.id[line]!) === 0
  })
  const short = before.reasons.filter((reason) => reason !== 'MATCHED_FULL').length
  const stated = before.flips.filter(
    (flip, line) => flip !== null && before.reasons[line] !== 'MATCHED_FULL',
  ).length
  return {
    mode: limits.mode,
    'short lines with a flip': `${stated} of ${short}`,
    'flips that flip': `${rose} of ${missed.length}`,
    'one unit less does not': `${smallest} of ${claimed}`,
    'matched lines that lose': `${lost.length} of ${matched.length}`,
  }
}
