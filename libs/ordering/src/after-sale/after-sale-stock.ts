import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { refusal, type Tx } from '@weibao/platform'
import type { AfterSaleLineEntity } from './after-sale.entity.js'
import { OrderStock } from '../order-stock.js'
import { divideOverLots } from '../sold-lots.js'
import type { LockedCase } from './after-sale.books.js'
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
    const returns = divideOverLots(
      left,
      lines.map(({ orderLineId, quantity }) => ({
        ...lineOf.get(orderLineId)!,
        orderLineId,
        quantity,
        resellable: resellable.get(orderLineId)!,
      })),
    )
    const { groupId } = order
    await this.repository.insertReturns(
      tx,
      returns.map((part) => ({ ...part, caseId: kase.id, groupId })),
    )
    const cause = { reference: kase.id, reason: `after-sale-${kase.reason}`, personId }
    await this.stock.takeBack(tx, returns, cause)
    return lines.map((line) => ({ ...line, resellable: resellable.get(line.orderLineId)! }))
  }
}

function fits(line: AfterSaleLineEntity, resellable: ReadonlyMap<Id, number>): boolean {
  const said = resellable.get(line.orderLineId)
  return said !== undefined && said <= line.quantity
}
