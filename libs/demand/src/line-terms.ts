import type { LineTerms } from '@weibao/contracts/demand'
import { addDays, type LocalDay } from '@weibao/kernel'

/** A line of which less is left is done: no pack is smaller. */
export const LEAST_LEFT_GRAMS = 10

const MOST_WINDOW_DAYS = 366

/** The last day to which a window that begins on a day may reach: what is needed later is another demand. */
export const windowEnd = (deliverFrom: LocalDay): LocalDay => addDays(deliverFrom, MOST_WINDOW_DAYS)

/** Whether goods can come within these days. */
export const isWindow = ({
  deliverFrom,
  deliverTo,
}: Pick<LineTerms, 'deliverFrom' | 'deliverTo'>) =>
  deliverFrom <= deliverTo && deliverTo <= windowEnd(deliverFrom)

const GRADES = ['premium', 'first', 'second', 'ungraded'] as const

/**
 * Whether anything that was right for the line before might not be after: what is promised of a line
 * already was chosen under its terms, so these may only be widened.
 */
export function narrows(before: LineTerms, after: LineTerms, promisedGrams: number): boolean {
  return (
    after.wantedGrams < promisedGrams ||
    after.minimumGrams > Math.max(before.minimumGrams, promisedGrams) ||
    after.maxLandedFenPerKg < before.maxLandedFenPerKg ||
    after.deliverFrom > before.deliverFrom ||
    after.deliverTo < before.deliverTo ||
    GRADES.indexOf(after.worstGrade) < GRADES.indexOf(before.worstGrade) ||
    after.minShelfDays > before.minShelfDays ||
    (after.recognisedOnly && !before.recognisedOnly) ||
    (after.productId !== null && after.productId !== before.productId)
  )
}

/** The terms that differ, as they were and as they are. */
export function changedTerms<T extends object>(
  before: T,
  after: T,
): { before: Partial<T>; after: Partial<T> } | null {
  const keys = (Object.keys(after) as (keyof T)[]).filter((key) => before[key] !== after[key])
  if (keys.length === 0) return null
  const only = (from: T) => Object.fromEntries(keys.map((key) => [key, from[key]])) as Partial<T>
  return { before: only(before), after: only(after) }
}
