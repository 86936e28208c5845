import type { Flip } from './flip.js'

type Rows = Record<string, Record<string, unknown>[]>

/** The market after a flip; `short` takes that much off its first change. */
export function changed(market: object, { changes }: Flip, short: number): object {
  const copy = structuredClone(market) as Rows
  for (const [k, { table, id, field, from, to }] of changes.entries()) {
    const row = copy[table]![id]!
    row[field] = k === 0 ? to - Math.sign(to - from) * short : to
    if (table !== 'lots') continue
    const tiers = copy['coops']![row['coop'] as number]!['tiers'] as { kg: number }[]
    tiers.at(-1)!.kg += to - from
  }
  return copy
}
