import { Injectable } from '@nestjs/common'
import { MAX_SLIPS, type PackedState } from '@weibao/contracts/packing'
import { renderPdf } from '@weibao/documents'
import { Clock, localDay, type Id } from '@weibao/kernel'
import {
  notFound,
  PlatformConfig,
  refusal,
  UnitOfWork,
  type Actor,
  type Reader,
} from '@weibao/platform'
import { isLongOver } from '../order.reads.js'
import { OrderRepository } from '../order.repository.js'
import { maskAddress } from '../order.views.js'
import { packingSlips, type Slip } from './packing-slips.js'
import { PackingRepository } from './packing.repository.js'

/** The packing slips of many orders in one file: printed once, before the shelves are walked. */
@Injectable()
export class PackingSlips {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: PlatformConfig,
    private readonly orders: OrderRepository,
    private readonly packing: PackingRepository,
  ) {}

  /** Of the orders named, of those in a state, or of those to ship. 404 where one of them is another's. */
  async make(
    actor: Actor,
    cooperativeId: Id,
    wanted: Wanted = {},
    most = MAX_SLIPS,
  ): Promise<{ name: string; bytes: Uint8Array }> {
    actor.mustReach('order:ship', cooperativeId)
    const slips = await this.slipsOf(cooperativeId, wanted, most)
    if (slips.length === 0) throw refusal('packing.nothing-to-print')
    const printedAt = this.clock.now()
    const origin = this.config.publicOrigin
    const bytes = await renderPdf(packingSlips(slips, { printedAt, origin }))
    return { name: `weibao-slips-${localDay(printedAt)}.pdf`, bytes }
  }

  private slipsOf(cooperativeId: Id, wanted: Wanted, most: number): Promise<Slip[]> {
    return this.unitOfWork.snapshot(async (reader) => {
      const ids = await this.idsOf(reader, cooperativeId, wanted, most)
      const orders = await this.orders.ofCooperative(reader, cooperativeId, ids)
      if (orders.length !== ids.length) throw notFound()
      const parts = await this.orders.partsOf(reader, ids)
      const groups = await this.orders.groupsOf(
        reader,
        orders.map(({ groupId }) => groupId),
      )
      const now = this.clock.now()
      return orders.map((order) => {
        const address = groups.find(({ id }) => id === order.groupId)?.address ?? null
        const lines = parts.lines.filter(({ orderId }) => orderId === order.id)
        const isToShip = order.state === 'confirmed' || order.state === 'partly-shipped'
        return {
          order,
          address: address && isLongOver(order, now) ? maskAddress(address) : address,
          lines,
          bundles: parts.bundles.filter(({ orderId }) => orderId === order.id),
          packed: new Map(
            lines.map(({ id, quantity }) => [
              id,
              quantity -
                (parts.cancelled.get(id) ?? 0) -
                (isToShip ? inParcels(parts.shipmentLines, id) : 0),
            ]),
          ),
        }
      })
    })
  }

  /** Never fewer than match: more than fit into one file are refused, with how many there are. */
  private async idsOf(
    reader: Reader,
    cooperativeId: Id,
    { orders, state }: Wanted,
    most: number,
  ): Promise<Id[]> {
    if (orders) return [...new Set(orders)]
    const states = state ? [state] : (['confirmed', 'partly-shipped'] as const)
    const found = await this.packing.inStates(reader, cooperativeId, states, most)
    const count = found[0]?.count ?? 0
    if (count > most) throw refusal('packing.too-many', { count, most })
    return found.map(({ id }) => id)
  }
}

interface Wanted {
  readonly orders?: readonly Id[] | undefined
  readonly state?: PackedState | undefined
}

function inParcels(
  lines: readonly { readonly orderLineId: Id; readonly quantity: number }[],
  id: Id,
): number {
  return lines
    .filter(({ orderLineId }) => orderLineId === id)
    .reduce((sum, { quantity }) => sum + quantity, 0)
}
