import { Injectable } from '@nestjs/common'
import { Clock, DomainError, type Id } from '@weibao/kernel'
import { refusal, type Reader, type Tx } from '@weibao/platform'
import { Reservations, type HeldLot, type NamedHold, type Wanted } from '@weibao/supply'
import type { OrderEntity, OrderLineEntity } from './order.entity.js'
import { OrderRepository } from './order.repository.js'
import { divideOverLots, type BackFromLot } from './sold-lots.js'

const LATE_HOLD_MILLIS = 60_000

/** For what packages move, once, and on whose word. */
interface MoveCause {
  readonly reference: string
  readonly reason: string
  readonly personId: Id | null
}

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

  /** What allocations hold is the group's now: at least until an instant. False when a hold has ended. */
  async takeOver(tx: Tx, allocationIds: readonly Id[], until: Date): Promise<boolean> {
    for (const reference of [...allocationIds].sort())
      if (!(await this.reservations.extend(tx, reference, until))) return false
    return true
  }

  async release(tx: Tx, groupId: Id, lines: readonly OrderLineEntity[]): Promise<void> {
    for (const reference of referencesOf(groupId, lines))
      await this.reservations.release(tx, reference)
  }

  /** What was held is sold now: all of it, or nothing and false when a hold has ended meanwhile. */
  async sell(tx: Tx, groupId: Id, lines: readonly OrderLineEntity[]): Promise<boolean> {
    const references = referencesOf(groupId, lines)
    if (references.length > 1 && !(await this.takeOver(tx, references, this.clock.now())))
      return false
    for (const reference of references)
      if (!(await this.reservations.confirm(tx, reference))) return false
    return true
  }

  /** The money came after the hold had ended: takes the goods anew. False when they are gone. */
  async sellLate(tx: Tx, groupId: Id, lines: readonly OrderLineEntity[]): Promise<boolean> {
    if (lines.some(({ allocationId }) => allocationId !== null))
      return this.sellAllocatedLate(tx, lines)
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

  /** The sold packages of one order go back on sale, all but those that are `lost`: by line. */
  async putBack(
    tx: Tx,
    order: OrderEntity,
    lines: readonly OrderLineEntity[],
    { lost, ...cause }: MoveCause & { readonly lost: ReadonlyMap<Id, number> },
  ): Promise<void> {
    const sold = await this.soldLots(tx, order.groupId, lines)
    const back = lines.map(({ id, skuId, lotCodes, quantity }) => {
      const resellable = quantity - (lost.get(id) ?? 0)
      return { orderLineId: id, skuId, lotCodes, quantity, resellable }
    })
    await this.takeBack(tx, divideOverLots(sold, back), cause)
  }

  /** Sold packages are on sale again, or written off; `reference` of the cause names the refund or the case, once. */
  async takeBack(tx: Tx, parts: readonly BackFromLot[], cause: MoveCause): Promise<void> {
    const moves = (column: 'returned' | 'writtenOff') =>
      parts
        .filter((part) => part[column] > 0)
        .map((part) => ({ lotId: part.lotId, quantity: part[column] }))
    const [returned, writtenOff] = [moves('returned'), moves('writtenOff')]
    if (returned.length > 0) await this.reservations.returnToStock(tx, returned, cause)
    if (writtenOff.length > 0) await this.reservations.writeOff(tx, writtenOff, cause)
  }

  /** From which lots the packages of a group, or of its lines that name allocations, were sold, in time or late. */
  async soldLots(
    reader: Reader,
    groupId: Id,
    lines: readonly OrderLineEntity[],
  ): Promise<HeldLot[]> {
    const found = new Map<Id, HeldLot>()
    for (const reference of referencesOf(groupId, lines))
      for (const each of [reference, lateReference(reference)])
        for (const { state, ...lot } of await this.reservations.lotsOf(reader, each))
          if (state === 'sold')
            found.set(lot.lotId, {
              ...lot,
              quantity: lot.quantity + (found.get(lot.lotId)?.quantity ?? 0),
            })
    return [...found.values()]
  }

  /** As `sellLate`, from the very lots that were allocated: what is still held, and the rest anew. */
  private async sellAllocatedLate(tx: Tx, lines: readonly OrderLineEntity[]): Promise<boolean> {
    const now = this.clock.now()
    const gone: NamedHold[] = []
    for (const allocationId of referencesOf('', lines)) {
      if (await this.reservations.extend(tx, allocationId, now)) continue
      for (const { lotId, quantity } of await this.reservations.lotsOf(tx, allocationId))
        gone.push({ reference: lateReference(allocationId), lotId, quantity })
    }
    const left = await this.reservations.leftOfNamed(
      tx,
      gone.map(({ lotId }) => lotId),
    )
    for (const { lotId, quantity } of gone) {
      left.set(lotId, (left.get(lotId) ?? 0) - quantity)
      if (left.get(lotId)! < 0) return false
    }
    await this.reservations.holdNamed(tx, gone, new Date(now.getTime() + LATE_HOLD_MILLIS))
    const late = new Set(gone.map(({ reference }) => reference))
    for (const allocationId of referencesOf('', lines)) {
      const reference = lateReference(allocationId)
      await this.reservations.confirm(tx, late.has(reference) ? reference : allocationId)
    }
    return true
  }

  private async writeCodes(tx: Tx, groupId: Id, held: readonly HeldLot[]): Promise<void> {
    const bySku = new Map<Id, string[]>()
    for (const { skuId, lotCode } of held) bySku.set(skuId, [...(bySku.get(skuId) ?? []), lotCode])
    await this.orders.setLotCodes(tx, groupId, bySku)
  }
}

/** Under what packages are held: the group's id, or the allocations' that the lines carry out, in one order. */
function referencesOf(groupId: Id, lines: readonly OrderLineEntity[]): Id[] {
  const allocated = lines.flatMap(({ allocationId }) => allocationId ?? [])
  return allocated.length > 0 ? allocated.sort() : [groupId]
}

function lateReference(reference: Id): string {
  return `${reference}:late`
}
