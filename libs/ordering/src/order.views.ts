import type { Address, Order, OrderGroup, OrderRow } from '@weibao/contracts/order'
import { cancellationSchema } from '@weibao/contracts/order-cancelling'
import { sumFen } from '@weibao/kernel'
import { toPaymentView, type Payment } from '@weibao/payments'
import type {
  OrderBundleEntity,
  OrderEntity,
  OrderEventEntity,
  OrderGroupEntity,
  OrderLineEntity,
} from './order.entity.js'
import type { OrderParts } from './order.repository.js'
import type { GoodsReceiptEntity, GoodsReceiptLineEntity } from './receipts/receipt.entity.js'
import type { ShipmentEntity } from './shipments/shipment.entity.js'
import type { ShipmentParts } from './shipments/shipment.repository.js'

/** Rows to what crosses HTTP. Pure. */

function common(order: OrderEntity) {
  return {
    id: order.id,
    number: order.number,
    groupId: order.groupId,
    cooperativeId: order.cooperativeId,
    cooperativeSlug: order.cooperativeSlug,
    cooperativeName: { zh: order.cooperativeNameZh, en: order.cooperativeNameEn },
    buyer:
      order.buyerId === null
        ? null
        : {
            id: order.buyerId,
            name: { zh: order.buyerNameZh!, en: order.buyerNameEn! },
          },
    leavesOn: order.leavesOn,
    arrivesOn: order.arrivesOn,
    state: order.state,
    goodsFen: order.goodsFen,
    freightFen: order.freightFen,
    totalFen: order.totalFen,
    note: order.note,
    placedAt: order.placedAt.toISOString(),
    autoAcceptAt: order.autoAcceptAt?.toISOString() ?? null,
  }
}

export function toOrder(
  order: OrderEntity,
  parts: OrderParts,
  address: Address | null,
  paymentId: string | null,
): Order {
  const of = <T extends { orderId: string }>(all: readonly T[]) =>
    all.filter(({ orderId }) => orderId === order.id)
  return {
    ...common(order),
    address,
    paymentId,
    lines: of(parts.lines).map((line) => toLine(line, parts.cancelled.get(line.id) ?? 0)),
    bundles: of(parts.bundles).map(toBundle),
    receipt: toReceipt(of(parts.receipts)[0], of(parts.receiptLines)),
    shipments: of(parts.shipments).map((shipment) => toShipment(shipment, parts)),
    cancellation: toCancellation(order, of(parts.events), address !== null),
    events: of(parts.events).map(toEvent),
  }
}

export function toRow(order: OrderEntity, lines: readonly OrderLineEntity[]): OrderRow {
  const own = lines.filter(({ orderId }) => orderId === order.id)
  return {
    ...common(order),
    lineCount: own.length,
    recipient: order.recipient,
    firstLines: own.slice(0, 3).map(({ productSlug, nameZh, nameEn, quantity }) => ({
      productSlug,
      name: { zh: nameZh, en: nameEn },
      quantity,
    })),
  }
}

export function toGroup(
  group: OrderGroupEntity,
  orders: readonly OrderEntity[],
  parts: OrderParts,
  payment: Payment,
): OrderGroup {
  return {
    id: group.id,
    number: group.number,
    totalFen: group.totalFen,
    placedAt: group.placedAt.toISOString(),
    payment: toPaymentView(payment),
    orders: orders.map((order) => toOrder(order, parts, group.address, payment.id)),
  }
}

function toLine(line: OrderLineEntity, cancelled: number): Order['lines'][number] {
  return {
    id: line.id,
    orderBundleId: line.orderBundleId,
    skuId: line.skuId,
    productSlug: line.productSlug,
    name: { zh: line.nameZh, en: line.nameEn },
    skuName: { zh: line.skuNameZh, en: line.skuNameEn },
    packGrams: line.packGrams,
    quantity: line.quantity,
    cancelled,
    unitPriceFen: line.unitPriceFen,
    lineTotalFen: line.lineTotalFen,
    isRecognised: line.isRecognised,
    lotCodes: line.lotCodes,
    returnException: line.returnExceptionAt && {
      version: line.returnExceptionVersion!,
      agreedAt: line.returnExceptionAt.toISOString(),
    },
  }
}

function toBundle(bundle: OrderBundleEntity): Order['bundles'][number] {
  return {
    id: bundle.id,
    slug: bundle.slug,
    name: { zh: bundle.nameZh, en: bundle.nameEn },
    quantity: bundle.quantity,
    unitPriceFen: bundle.unitPriceFen,
    totalFen: bundle.totalFen,
  }
}

function toReceipt(
  receipt: GoodsReceiptEntity | undefined,
  lines: readonly GoodsReceiptLineEntity[],
): Order['receipt'] {
  if (!receipt) return null
  return {
    kind: receipt.kind,
    receivedAt: receipt.receivedAt.toISOString(),
    creditFen: sumFen(lines.map(({ creditFen }) => creditFen)),
    caseIds: [receipt.shortCaseId, receipt.damagedCaseId].filter((id) => id !== null),
    lines: lines.map((line) => ({
      orderLineId: line.orderLineId,
      accepted: line.accepted,
      short: line.short,
      damaged: line.damaged,
      inCases: line.inCases,
      over: line.over,
      weighedGrams: line.weighedGrams,
      note: line.note,
      creditFen: line.creditFen,
    })),
  }
}

function toShipment(
  shipment: ShipmentEntity,
  { shipmentLines, shipmentEvents }: ShipmentParts,
): Order['shipments'][number] {
  return {
    id: shipment.id,
    number: shipment.number,
    state: shipment.state,
    courier: shipment.courier,
    trackingNumber: shipment.trackingNumber,
    dispatchedAt: shipment.dispatchedAt?.toISOString() ?? null,
    deliveredAt: shipment.deliveredAt?.toISOString() ?? null,
    arrivesFrom: shipment.arrivesFrom,
    arrivesTo: shipment.arrivesTo,
    tracking: shipment.tracking,
    lines: shipmentLines
      .filter(({ shipmentId }) => shipmentId === shipment.id)
      .map(({ orderLineId, quantity }) => ({ orderLineId, quantity })),
    events: shipmentEvents
      .filter(({ shipmentId }) => shipmentId === shipment.id)
      .map((event) => ({
        code: event.code,
        place: { zh: event.placeZh, en: event.placeEn },
        at: event.happenedAt.toISOString(),
      })),
  }
}

function toEvent(event: OrderEventEntity): Order['events'][number] {
  return { kind: event.kind as Order['events'][number]['kind'], at: event.happenedAt.toISOString() }
}

/**
 * The last word counts: late money revives an order that had lapsed. What a buyer wrote before
 * reasons had names is text; the words of one whose data were erased are not shown.
 */
function toCancellation(
  order: OrderEntity,
  events: readonly OrderEventEntity[],
  isBuyerKnown: boolean,
): Order['cancellation'] {
  const event = events.findLast(({ kind }) => kind === 'cancelled')
  if (order.state !== 'cancelled' || !event) return null
  const { reason, text = '' } = event.details
  const known = cancellationSchema.safeParse({ reason, text })
  if (known.success && known.data.reason !== 'not-wanted') return known.data
  const words = known.success ? text : reason
  return { reason: 'not-wanted', text: isBuyerKnown && typeof words === 'string' ? words : '' }
}

/** What a cooperative still sees of an address once the parcel is long delivered. */
export function maskAddress(address: Address): Address {
  return {
    ...address,
    recipient: `${[...address.recipient][0] ?? ''}**`,
    phone: `${address.phone.slice(0, 3)}****${address.phone.slice(-4)}`,
    street: '****',
  }
}
