import type { AfterSaleOptions, AskedKind, AskedReason } from '@weibao/contracts/after-sale'

/** A case as it stands in the form: how many of each line, by its id. */
export interface CaseDraft {
  readonly kind: AskedKind
  readonly reason: AskedReason
  readonly quantities: Readonly<Record<string, number>>
  readonly text: string
}

/** Everything that is left, when there is one line only; else nothing is chosen yet. */
export function emptyCase({ lines }: AfterSaleOptions): CaseDraft {
  const open = lines.filter(({ left }) => left > 0)
  return {
    kind: 'refund-only',
    reason: 'damaged',
    quantities: open.length === 1 ? { [open[0]!.orderLineId]: open[0]!.left } : {},
    text: '',
  }
}

/** Without a reason goods come back; before they were received they cannot. */
export function reasonsOf(kind: AskedKind, options: AfterSaleOptions): AskedReason[] {
  const faults: AskedReason[] = ['damaged', 'spoilt', 'short', 'wrong', 'not-as-described']
  const isReturnable = options.returnUntil !== null && options.lines.some((l) => l.isReturnable)
  return kind === 'return-and-refund' && isReturnable ? [...faults, 'no-reason'] : faults
}

/** The lines that are asked about; without a reason only those that may come back so. */
export function linesOf(
  { reason, quantities }: CaseDraft,
  options: AfterSaleOptions,
): { orderLineId: string; quantity: number }[] {
  return options.lines
    .filter((line) => reason !== 'no-reason' || line.isReturnable)
    .map(({ orderLineId, left }) => ({
      orderLineId,
      quantity: Math.min(left, quantities[orderLineId] ?? 0),
    }))
    .filter(({ quantity }) => quantity > 0)
}
