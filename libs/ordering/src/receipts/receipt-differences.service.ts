import { Injectable } from '@nestjs/common'
import type { ReceiptDifference } from '@weibao/contracts/goods-receipt'
import { sumFen, type Id } from '@weibao/kernel'
import { refusal, UnitOfWork, type Reader, type Tx } from '@weibao/platform'
import { AfterSaleClaims, type LineOfOrder } from '../after-sale/after-sale-claims.service.js'
import { AfterSaleMoves, type Mover } from '../after-sale/after-sale.moves.js'
import { AfterSaleOpening } from '../after-sale/after-sale-opening.service.js'
import type { OrderEntity } from '../order.entity.js'
import { OrderRepository } from '../order.repository.js'
import { mustBeBuyer, type Shopper } from '../shopper.js'
import { creditOf } from './receipt-amounts.js'

type Fault = 'short' | 'damaged'
const FAULTS: readonly Fault[] = ['short', 'damaged']

/** What of a line is there, and what the rest is worth. */
interface CountedLine {
  readonly orderLineId: Id
  readonly ordered: number
  readonly accepted: number
  readonly short: number
  readonly damaged: number
  readonly inCases: number
  readonly over: number
  readonly weighedGrams: number | null
  readonly note: string
  readonly creditFen: number
}

/** What a receipt with differences writes down, and the cases that carry its credit. */
export interface Differences {
  readonly lines: readonly CountedLine[]
  readonly shortCaseId: Id | null
  readonly damagedCaseId: Id | null
}

/** Received whole: nothing to write down, nothing to credit. */
export const noDifferences: Differences = { lines: [], shortCaseId: null, damagedCaseId: null }

/**
 * Packages short and damaged at the receipt of an organisation's order. Each kind is an after-sale
 * case over its packages, agreed and settled at once: one rule for money, journals and what a
 * later case may still claim.
 */
@Injectable()
export class ReceiptDifferences {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderRepository,
    private readonly claims: AfterSaleClaims,
    private readonly opening: AfterSaleOpening,
    private readonly moves: AfterSaleMoves,
  ) {}

  /** What the differences would credit. */
  async quote(
    shopper: Shopper,
    orderId: Id,
    differences: readonly ReceiptDifference[],
  ): Promise<{ goodsFen: number; freightFen: number; totalFen: number }> {
    const { reader } = this.unitOfWork
    const order = await this.orders.get(reader, orderId)
    mustBeBuyer(shopper, order, 'order:accept')
    const parts = (await this.pair(reader, order, differences)).flatMap(({ claim, difference }) =>
      difference ? Object.values(creditOf(claim, difference)) : [],
    )
    const goodsFen = sumFen(parts.map((part) => part.goodsFen))
    const freightFen = sumFen(parts.map((part) => part.freightFen))
    return { goodsFen, freightFen, totalFen: sumFen([goodsFen, freightFen]) }
  }

  /** Credits them under the order's lock, before it is accepted. Closes it where nothing is left. */
  async settle(
    tx: Tx,
    order: OrderEntity,
    shopper: Shopper,
    differences: readonly ReceiptDifference[],
  ): Promise<Differences> {
    const lines = (await this.pair(tx, order, differences)).map(toCounted)
    const photos = photosByFault(differences)
    const by: Mover = { party: 'buyer', actor: shopper.actor }
    const [shortCaseId, damagedCaseId] = [
      await this.credit(tx, order, lines, { fault: 'short', photoIds: photos.short }, by),
      await this.credit(tx, order, lines, { fault: 'damaged', photoIds: photos.damaged }, by),
    ]
    return { lines, shortCaseId, damagedCaseId }
  }

  private async credit(
    tx: Tx,
    order: OrderEntity,
    counted: readonly CountedLine[],
    { fault, photoIds }: { fault: Fault; photoIds: Id[] },
    by: Mover,
  ): Promise<Id | null> {
    const wanted = counted.filter((line) => line[fault] > 0)
    if (wanted.length === 0) return null
    const kase = await this.opening.open(tx, order, by, {
      kind: 'refund-only',
      reason: fault,
      text: [...new Set(wanted.map(({ note }) => note))].filter(Boolean).join('；').slice(0, 500),
      lines: wanted.map((line) => ({ orderLineId: line.orderLineId, quantity: line[fault] })),
      photoIds,
    })
    await this.moves.agree(
      tx,
      await this.moves.lockedWith(tx, order, kase),
      kase.requestedGoodsFen + kase.requestedFreightFen,
      by,
    )
    return kase.id
  }

  /** Each line of the order with what is said of it. Refuses what does not fit the order. */
  private async pair(
    reader: Reader,
    order: OrderEntity,
    differences: readonly ReceiptDifference[],
  ): Promise<Counted[]> {
    if (!order.buyerId) throw refusal('receipt.organisations-only')
    const lines = await this.claims.linesOf(reader, order)
    differences.forEach((difference, index) => mustFit(lines, difference, index))
    return lines.map((each) => ({
      ...each,
      difference: differences.find(({ orderLineId }) => orderLineId === each.line.id),
    }))
  }
}

interface Counted extends LineOfOrder {
  readonly difference: ReceiptDifference | undefined
}

function mustFit(
  lines: readonly LineOfOrder[],
  difference: ReceiptDifference,
  index: number,
): void {
  const at = (field: string) => ({
    fields: [{ path: `differences.${index}.${field}`, code: 'field.invalid' }],
  })
  const found = lines.find(({ line }) => line.id === difference.orderLineId)
  if (!found) throw refusal('request.invalid', {}, at('orderLineId'))
  const left = found.claim.quantity - found.claim.claimedQuantity
  const fault = FAULTS.find((each) => difference[each] > left) ?? 'damaged'
  if (difference.short + difference.damaged > left)
    throw refusal('receipt.more-than-ordered', { left }, at(fault))
  // Photographs belong to a case, and what is as ordered has none.
  if (difference.photoIds.length > 0 && difference.short + difference.damaged === 0)
    throw refusal('request.invalid', {}, at('photoIds'))
}

/** A photograph is of one case: of what is broken, where a line has both. */
function photosByFault(differences: readonly ReceiptDifference[]): Record<Fault, Id[]> {
  const of = (fault: Fault) =>
    differences
      .filter(({ damaged }) => (damaged > 0 ? 'damaged' : 'short') === fault)
      .flatMap(({ photoIds }) => photoIds)
  return { short: of('short'), damaged: of('damaged') }
}

function toCounted({ line, claim, difference }: Counted): CountedLine {
  const { short, damaged } = difference ?? { short: 0, damaged: 0 }
  const inCases = claim.claimedQuantity
  const credit = creditOf(claim, { short, damaged })
  return {
    orderLineId: line.id,
    ordered: line.quantity,
    accepted: line.quantity - inCases - short - damaged,
    short,
    damaged,
    inCases,
    over: difference?.over ?? 0,
    weighedGrams: difference?.weighedGrams ?? null,
    note: difference?.note ?? '',
    creditFen: sumFen(FAULTS.flatMap((each) => [credit[each].goodsFen, credit[each].freightFen])),
  }
}
