import { isCompared, type OfferedAndDelivered } from '@weibao/kernel'

/** Fewer than this many would tell each the others' figures. */
const LEAST_COMPARED = 3

/**
 * Which third of the cooperatives compared one is in, by the share it delivered of what it offered:
 * whoever has as many above it as another is in the same third. Null when it is not compared.
 */
export function bandOf(
  own: OfferedAndDelivered | undefined,
  all: readonly OfferedAndDelivered[],
): 'upper' | 'middle' | 'lower' | null {
  const compared = all.filter(isCompared)
  if (!own || !isCompared(own) || compared.length < LEAST_COMPARED) return null
  const shareOf = ({ deliveredGrams, offeredGrams }: OfferedAndDelivered) =>
    deliveredGrams / offeredGrams
  const above = compared.filter((each) => shareOf(each) > shareOf(own)).length
  if (above * 3 < compared.length) return 'upper'
  return above * 3 < compared.length * 2 ? 'middle' : 'lower'
}
