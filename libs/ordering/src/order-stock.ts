import { Injectable } from '@nestjs/common'
import { Clock, DomainError, type Id } from '@weibao/kernel'
import { refusal, type Reader, type Tx } from '@weibao/platform'
import { Reservations, type HeldLot, type Wanted } from '@weibao/supply'
import type { OrderEntity, OrderLineEntity } from './order.entity.js'
import { OrderRepository } from './order.repository.js'

const LATE_HOLD_MILLIS = 60_000

/** The goods of order groups in supply's reservations, and the lot codes on their lines. */
@Injectable()
export class OrderStock {
  constructor(
    private readonly clock: Clock,
    private readonly reservations: Reservations,
    private readonly orders: OrderRepository,
  ) {}

  /**
   * Refuses with `lot.insufficient` what is plainly gone, before anything is written or waited for:
   * whoever comes late to a rush costs a read. What passes may still be refused by `hold`.
   */
  async refuseWhatIsGone(reader: Reader, wanted: readonly Wanted[]): Promise<void> {
    const left = await this.reservations.available(
      reader,
      wanted.map(({ skuId }) => skuId),
    )
    const short = wanted.find(({ skuId, quantity }) => (left.get(skuId) ?? 0) < quantity)
    if (short)
      throw refusal('lot.insufficient', { skuId: short.skuId, left: left.get(short.skuId) ?? 0 })
  }

  /** Holds the lines of a group until an instant; refuses with `lot.insufficient`. */
  async hold(tx: Tx, groupId: Id, wanted: readonly Wanted[], until: Date): Promise<void> {
    await this.writeCodes(tx, groupId, await this.reservations.hold(tx, groupId, wanted, until))
  }

  async release(tx: Tx, groupId: Id): Promise<void> {
    await this.reservations.release(tx, groupId)
  }

  /** What was held is sold now. False when the hold has ended meanwhile. */
  sell(tx: Tx, groupId: Id): Promise<boolean> {
    return this.reservations.confirm(tx, groupId)
  }

  /** The money came after the hold had ended: takes the goods anew. False when they are gone. */
  async sellLate(tx: Tx, groupId: Id, lines: readonly OrderLineEntity[]): Promise<boolean> {
    const reference = lateReference(groupId)
    try {
      const until = new Date(this.clock.now().getTime() + LATE_HOLD_MILLIS)
      await this.writeCodes(tx, groupId, await this.reservations.hold(tx, reference, lines, until))
    } catch (error) {
      if (error instanceof DomainError && error.code === 'lot.insufficient') return false
      throw error
    }
    return this.reservations.confirm(tx, reference)
  }

  /** The sold packages of one order go back on sale; `reference` names the refund, once. */
  async putBack(
    tx: Tx,
    order: OrderEntity,
    lines: readonly OrderLineEntity[],
    cause: { reference: string; personId: Id | null },
  ): Promise<void> {
    const skuIds = new Set(lines.map(({ skuId }) => skuId))
    const sold = (await this.soldLots(tx, order.groupId)).filter(({ skuId }) => skuIds.has(skuId))
    await this.reservations.returnToStock(tx, sold, { ...cause, reason: 'cancelled-by-buyer' })
  }

  /** From which lots a group's packages were sold, in time or late. */
  async soldLots(reader: Reader, groupId: Id): Promise<HeldLot[]> {
    const inTime = await this.reservations.lotsOf(reader, groupId)
    const late = await this.reservations.lotsOf(reader, lateReference(groupId))
    return [...inTime, ...late].filter(({ state }) => state === 'sold')
  }

  private async writeCodes(tx: Tx, groupId: Id, held: readonly HeldLot[]): Promise<void> {
    const bySku = new Map<Id, string[]>()
    for (const { skuId, lotCode } of held) bySku.set(skuId, [...(bySku.get(skuId) ?? []), lotCode])
    await this.orders.setLotCodes(tx, groupId, bySku)
  }
}

function lateReference(groupId: Id): string {
  return `${groupId}:late`
}
