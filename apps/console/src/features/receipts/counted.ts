import type { ReceiptDifference } from '@weibao/contracts/goods-receipt'

export type Difference = ReceiptDifference

/** What is entered for a line. */
export interface Counted {
  readonly short: number
  readonly damaged: number
  readonly over: number
  /** As typed, in grams. */
  readonly weighed: string
  readonly note: string
  readonly photoIds: readonly string[]
}

export const asOrdered: Counted = {
  short: 0,
  damaged: 0,
  over: 0,
  weighed: '',
  note: '',
  photoIds: [],
}

/** Full-width digits come from Chinese keyboards. */
function gramsOf(typed: string): number | null {
  const plain = typed.normalize('NFKC').trim()
  return /^[1-9]\d{0,7}$/.test(plain) ? Number(plain) : null
}

export function isWeightWrong({ weighed }: Counted): boolean {
  return weighed.trim() !== '' && gramsOf(weighed) === null
}

/** The lines of which something is said, as the API takes them. */
export function differencesOf(counted: Readonly<Record<string, Counted>>): Difference[] {
  return Object.entries(counted)
    .map(([orderLineId, { weighed, note, photoIds, ...packages }]) => ({
      orderLineId,
      ...packages,
      // They show what is short or damaged; of a line that is whole after all they say nothing.
      photoIds: packages.short + packages.damaged > 0 ? [...photoIds] : [],
      weighedGrams: gramsOf(weighed),
      note: note.trim(),
    }))
    .filter(
      ({ short, damaged, over, weighedGrams, note }) =>
        short + damaged + over > 0 || weighedGrams !== null || note !== '',
    )
}
