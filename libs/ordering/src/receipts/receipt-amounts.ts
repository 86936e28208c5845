import { claimOf, type ClaimedLine } from '../after-sale/after-sale-amounts.js'

interface Worth {
  readonly goodsFen: number
  readonly freightFen: number
}

/**
 * What packages short and damaged of a line are credited with: what a case over each would ask for
 * from a seller at fault, the short ones first. Together at most what is left of the line.
 */
export function creditOf(
  line: ClaimedLine,
  { short, damaged }: { readonly short: number; readonly damaged: number },
): { short: Worth; damaged: Worth } {
  const ofShort = worthOf(line, short)
  const rest = {
    ...line,
    claimedQuantity: line.claimedQuantity + short,
    claimedGoodsFen: line.claimedGoodsFen + ofShort.goodsFen,
    claimedFreightFen: line.claimedFreightFen + ofShort.freightFen,
  }
  return { short: ofShort, damaged: worthOf(rest, damaged) }
}

function worthOf(line: ClaimedLine, packages: number): Worth {
  return packages > 0 ? claimOf(line, packages, true) : { goodsFen: 0, freightFen: 0 }
}
