import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { refusal, type Tx } from '@weibao/platform'
import { Reservations, type StockMove } from '@weibao/supply'
import type { AfterSaleLineEntity, AfterSaleReturnEntity } from './after-sale.entity.js'
import { OrderStock } from '../order-stock.js'
import type { LockedCase } from './after-sale.books.js'
import { takeFromLots } from './after-sale-amounts.js'
import { AfterSaleRepository } from './after-sale.repository.js'

export interface Inspected {
  readonly orderLineId: Id
  /** Packages that can be sold again; the rest of the line is written off. */
  readonly resellable: number
}

/** Returned packages: back on the shelf of the lots they were sold from, or written off. */
@Injectable()
export class AfterSaleStock {
  constructor(
    private readonly repository: AfterSaleRepository,
    private readonly stock: OrderStock,
    private readonly reservations: Reservations,
  ) {}

  /**
   * The lines with what of them can be sold again. Refuses with `after-sale.lines-not-those` unless
   * each returned line is spoken of, once.
   */
  async takeBack(
    tx: Tx,
    { kase, order, lines, orderLines }: LockedCase,
    inspected: readonly Inspected[],
    personId: Id | null,
  ): Promise<AfterSaleLineEntity[]> {
    const resellable = new Map(inspected.map((line) => [line.orderLineId, line.resellable]))
    if (!lines.every((line) => fits(line, resellable)) || inspected.length !== lines.length)
      throw refusal('after-sale.lines-not-those')
    const sold = await this.stock.soldLots(tx, order.groupId, orderLines)
    const gone = await this.repository.returnedOf(tx, order.groupId)
    const left = sold.map((lot) => ({
      ...lot,
      quantity: lot.quantity - (gone.get(lot.lotId) ?? 0),
    }))
    const lineOf = new Map(orderLines.map((line) => [line.id, line]))
    const returns = lines.flatMap((line) => {
      const { orderLineId } = line
      const { skuId, lotCodes } = lineOf.get(orderLineId)!
      const own = left.filter((lot) => lot.skuId === skuId && lotCodes.includes(lot.lotCode))
      const taken = divide(own, line.quantity, resellable.get(orderLineId)!)
      for (const lot of own) {
        const part = taken.find(({ lotId }) => lotId === lot.lotId)
        lot.quantity -= part ? part.returned + part.writtenOff : 0
      }
      return taken.map((part) => ({
        caseId: kase.id,
        orderLineId,
        groupId: order.groupId,
        ...part,
      }))
    })
    await this.repository.insertReturns(tx, returns)
    const cause = { reference: kase.id, reason: `after-sale-${kase.reason}`, personId }
    const moves = (column: 'returned' | 'writtenOff'): StockMove[] =>
      returns
        .filter((each) => each[column] > 0)
        .map((each) => ({ lotId: each.lotId, quantity: each[column] }))
    if (moves('returned').length > 0)
      await this.reservations.returnToStock(tx, moves('returned'), cause)
    if (moves('writtenOff').length > 0)
      await this.reservations.writeOff(tx, moves('writtenOff'), cause)
    return lines.map((line) => ({ ...line, resellable: resellable.get(line.orderLineId)! }))
  }
}

function fits(line: AfterSaleLineEntity, resellable: ReadonlyMap<Id, number>): boolean {
  const said = resellable.get(line.orderLineId)
  return said !== undefined && said <= line.quantity
}

/** Which packages of which lots can be sold again, and which are written off: the first lots first. */
function divide(
  lots: readonly { readonly lotId: Id; readonly quantity: number }[],
  quantity: number,
  resellable: number,
): Pick<AfterSaleReturnEntity, 'lotId' | 'returned' | 'writtenOff'>[] {
  const fresh = takeFromLots(lots, resellable)
  const rest = lots.map((lot) => ({
    ...lot,
    quantity: lot.quantity - quantityOf(fresh, lot.lotId),
  }))
  const spoilt = takeFromLots(rest, quantity - resellable)
  return lots
    .map(({ lotId }) => ({
      lotId,
      returned: quantityOf(fresh, lotId),
      writtenOff: quantityOf(spoilt, lotId),
    }))
    .filter(({ returned, writtenOff }) => returned + writtenOff > 0)
}

function quantityOf(moves: readonly StockMove[], lotId: Id): number {
  return moves.find((move) => move.lotId === lotId)?.quantity ?? 0
}
