import { Injectable } from '@nestjs/common'
import type { PickList } from '@weibao/contracts/packing'
import type { Id } from '@weibao/kernel'
import { UnitOfWork, type Actor } from '@weibao/platform'
import { PackingRepository } from './packing.repository.js'
import { pickFrom } from './pick-list.js'

const MOST_ORDERS = 200

/** What to take from the shelves for the orders to ship. */
@Injectable()
export class PickLists {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly packing: PackingRepository,
  ) {}

  async get(actor: Actor, cooperativeId: Id): Promise<PickList> {
    actor.mustReach('order:ship', cooperativeId)
    return this.unitOfWork.snapshot(async (reader) => {
      const waitingCount = await this.packing.waiting(reader, cooperativeId)
      const orders = await this.packing.toShip(reader, cooperativeId, MOST_ORDERS)
      const ids = orders.map(({ id }) => id)
      const left = await this.packing.left(reader, ids)
      const sold = await this.packing.sold(reader, ids)
      const byLot = new Map(sold.map((lot) => [lot.lotId, lot]))
      const picks = pickFrom(left, sold).map(({ lotId, quantity, orders: takers }) => {
        const { lotCode, productName, skuName, packGrams, bestBefore } = byLot.get(lotId)!
        const what = { lotId, lotCode, productName, skuName, packGrams, bestBefore }
        return { ...what, quantity, orders: [...takers] }
      })
      return { orderCount: orders.length, waitingCount, picks }
    })
  }
}
