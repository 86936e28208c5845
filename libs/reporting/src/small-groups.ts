import type { VolumeFigures } from '@weibao/contracts/report'

/** A part of a split with the organisations that bought in it. */
export interface SplitPart extends VolumeFigures {
  readonly key: string
  readonly organisationIds: readonly string[]
}

/** So many organisations hide each other. */
export const LEAST_ORGANISATIONS = 5

/** The key of what was merged. */
export const OTHER = 'other'

/**
 * Parts in which one to four organisations bought become one part `other`; where that holds fewer than five
 * itself, the next smallest join it, as the total would give it away. Null when all together are too few.
 * Parts of households alone stand. The sums stay those of the parts.
 */
export function mergeSmallGroups(parts: readonly SplitPart[]): SplitPart[] | null {
  const bySize = parts
    .filter(({ organisationIds }) => organisationIds.length > 0)
    .sort((a, b) => a.organisationIds.length - b.organisationIds.length || a.goodsFen - b.goodsFen)
  if ((bySize[0]?.organisationIds.length ?? LEAST_ORGANISATIONS) >= LEAST_ORGANISATIONS)
    return [...parts]
  const merged = new Set<SplitPart>()
  const organisations = new Set<string>()
  for (const part of bySize) {
    const isSmall = part.organisationIds.length < LEAST_ORGANISATIONS
    if (!isSmall && organisations.size >= LEAST_ORGANISATIONS) break
    merged.add(part)
    part.organisationIds.forEach((id) => organisations.add(id))
  }
  if (organisations.size < LEAST_ORGANISATIONS) return null
  const other = [...merged].reduce((sum, part) => add(sum, part))
  return [
    ...parts.filter((part) => !merged.has(part)),
    { ...other, key: OTHER, organisationIds: [...organisations] },
  ]
}

function add(one: SplitPart, two: SplitPart): SplitPart {
  const sum = (key: keyof VolumeFigures) => one[key] + two[key]
  return {
    ...one,
    goodsFen: sum('goodsFen'),
    outsideFen: sum('outsideFen'),
    freightFen: sum('freightFen'),
    packingFen: sum('packingFen'),
    subsidyFen: sum('subsidyFen'),
    massGrams: sum('massGrams'),
    entries: sum('entries'),
  }
}
