import { Injectable } from '@nestjs/common'
import type { Bilingual } from '@weibao/contracts/basics'
import type { Checkout } from '@weibao/contracts/order'
import type { PaymentWay } from '@weibao/contracts/payment'
import { Clock, invariant, localDay, newId, sumFen, type Id } from '@weibao/kernel'
import { PaymentService } from '@weibao/payments'
import { currentContext, refusal, UnitOfWork, type Tx } from '@weibao/platform'
import { destinationOf, Settings } from '@weibao/settings'
import { Baskets, type QuotedBasket } from './basket.service.js'
import { CartRepository } from './cart.repository.js'
import type {
  OrderBundleEntity,
  OrderEntity,
  OrderGroupEntity,
  OrderLineEntity,
} from './order.entity.js'
import { OrderRepository } from './order.repository.js'
import { OrderStock } from './order-stock.js'
import { paymentDescription } from './payment-description.js'
import { commissionOf, type PricedBundle, type QuotedOrder } from './quote.js'
import { consentOf } from './return-exception.js'
import type { Shopper } from './shopper.js'

export const TERMS_VERSION = '2026-11'

/** From a basket to an order group that waits for its money. */
@Injectable()
export class CheckoutService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly baskets: Baskets,
    private readonly settings: Settings,
    private readonly stock: OrderStock,
    private readonly payments: PaymentService,
    private readonly orders: OrderRepository,
    private readonly carts: CartRepository,
  ) {}

  /**
   * Holds the goods, writes the group with one order per cooperative and its payment, all or
   * nothing. The same idempotency key gives the same group, also after a crash in between.
   */
  async place(shopper: Shopper, checkout: Checkout, way: PaymentWay = 'online'): Promise<Id> {
    const idempotencyKey = currentContext()?.idempotencyKey
    invariant(idempotencyKey, 'an order is placed under an idempotency key')
    const owner = shopper.personId ?? shopper.guestKey
    const known = await this.orders.findGroupByKey(this.unitOfWork.reader, owner, idempotencyKey)
    if (known) return known.id
    return this.unitOfWork.run(async (tx) => {
      const basket = await this.baskets.quote(tx, checkout, checkout.address)
      const quoted = basket.orders
      refuseUnlessAgreed(checkout, quoted)
      await this.stock.refuseWhatIsGone(tx, basket.packs)
      const group = await this.makeGroup(tx, shopper, checkout, quoted, idempotencyKey)
      await this.orders.insertGroup(tx, group)
      await this.insertOrders(tx, group, checkout, quoted)
      const { holdUntil } = await this.payments.begin(tx, {
        subjectId: group.id,
        amountFen: sumFen([group.totalFen]),
        description: paymentDescription(group.number, goodsOf(quoted)),
        locale: group.locale,
        returnPath: `/orders/paid/${group.id}`,
        way,
      })
      await this.hold(tx, group.id, basket.packs, holdUntil)
      await this.carts.remove(tx, shopper, checkout)
      return group.id
    })
  }

  /** Towards the end, so that the hot row of a lot is locked for the shortest time. */
  private async hold(
    tx: Tx,
    groupId: Id,
    packs: QuotedBasket['packs'],
    paymentNeeds: Date,
  ): Promise<void> {
    const now = this.clock.now()
    const minutes = await this.settings.get(tx, 'ordering.hold-minutes', localDay(now))
    const until = Math.max(now.getTime() + minutes * 60_000, paymentNeeds.getTime())
    await this.stock.hold(tx, groupId, packs, new Date(until))
  }

  private async makeGroup(
    tx: Tx,
    shopper: Shopper,
    checkout: Checkout,
    quoted: readonly QuotedOrder[],
    idempotencyKey: string,
  ): Promise<OrderGroupEntity> {
    const placedAt = this.clock.now()
    const goodsFen = sumFen(quoted.map((order) => order.goodsFen))
    const freightFen = sumFen(quoted.map((order) => order.freightFen))
    return {
      id: newId(),
      number: numberOf(placedAt, await this.orders.nextNumber(tx)),
      personId: shopper.personId,
      guestKey: shopper.guestKey,
      buyerId: null,
      deliveryPointId: null,
      idempotencyKey,
      locale: currentContext()?.locale ?? 'zh-CN',
      goodsFen,
      freightFen,
      totalFen: sumFen([goodsFen, freightFen]),
      address: checkout.address,
      email: checkout.email,
      termsVersion: TERMS_VERSION,
      isAdult: checkout.isAdult,
      acceptsReturnException: checkout.acceptsReturnException,
      placedAt,
    }
  }

  private async insertOrders(
    tx: Tx,
    group: OrderGroupEntity,
    checkout: Checkout,
    quoted: readonly QuotedOrder[],
  ): Promise<void> {
    const basisPoints = await this.settings.get(
      tx,
      'commission.basis-points',
      localDay(group.placedAt),
    )
    const made = quoted.map((order, index) => {
      const id = newId()
      const bundles = new Map(order.bundles.map((each) => [each, toBundleRow(id, each)]))
      return {
        order: toOrderRow(id, index, group, checkout, order),
        bundles: [...bundles.values()],
        lines: toLineRows(id, order, bundles, { basisPoints, group }),
      }
    })
    await this.orders.insertOrders(tx, {
      orders: made.map(({ order }) => order),
      bundles: made.flatMap(({ bundles }) => bundles),
      lines: made.flatMap(({ lines }) => lines),
    })
    const ids = made.map(({ order }) => order.id)
    await this.orders.addEvent(tx, ids, 'placed', group.placedAt, group.personId)
  }
}

/** Consents the law asks for, and the total that the buyer saw. */
function refuseUnlessAgreed(checkout: Checkout, quoted: readonly QuotedOrder[]): void {
  const skus = quoted.flatMap(({ lines }) => lines.map(({ sku }) => sku))
  const field = (path: string) => ({ fields: [{ path, code: 'field.required' }] })
  if (skus.some(({ isAdultOnly }) => isAdultOnly) && !checkout.isAdult)
    throw refusal('order.adult-needed', {}, field('isAdult'))
  if (skus.some(({ isReturnException }) => isReturnException) && !checkout.acceptsReturnException)
    throw refusal('order.return-consent-needed', {}, field('acceptsReturnException'))
  const totalFen = sumFen(quoted.map((order) => order.totalFen))
  if (totalFen !== checkout.expectedTotalFen)
    throw refusal('order.total-changed', { totalFen, totalYuan: (totalFen / 100).toFixed(2) })
}

/** `261125-000123`: the day, and a number that only grows. */
export function numberOf(at: Date, n: number): string {
  return `${localDay(at).slice(2).replaceAll('-', '')}-${String(n).padStart(6, '0')}`
}

/** What is bought, by name: single goods and gift boxes. */
function goodsOf(quoted: readonly QuotedOrder[]): Bilingual[] {
  return quoted.flatMap(({ lines, bundles }) => [
    ...lines.filter(({ bundle }) => !bundle).map(({ sku }) => sku.name),
    ...bundles.map(({ bundle }) => bundle.name),
  ])
}

function toOrderRow(
  id: Id,
  index: number,
  group: OrderGroupEntity,
  checkout: Checkout,
  order: QuotedOrder,
): Partial<OrderEntity> & { id: Id } {
  const { address } = checkout
  const { sku } = order.lines[0]!
  return {
    id,
    number: `${group.number}-${index + 1}`,
    groupId: group.id,
    cooperativeId: order.cooperativeId,
    cooperativeSlug: sku.cooperativeSlug,
    cooperativeNameZh: sku.cooperativeName.zh,
    cooperativeNameEn: sku.cooperativeName.en,
    personId: group.personId,
    guestKey: group.guestKey,
    state: 'placed',
    channel: 'online-retail',
    goodsFen: order.goodsFen,
    freightFen: order.freightFen,
    totalFen: order.totalFen,
    note:
      checkout.notes.find(({ cooperativeId }) => cooperativeId === order.cooperativeId)?.text ?? '',
    recipient: address.recipient,
    subdistrictCode: address.subdistrictCode,
    isInBaoshan: destinationOf(address) === 'baoshan' || /^宝山/.test(address.district),
    placedAt: group.placedAt,
    autoAcceptAt: null,
  }
}

function toBundleRow(
  orderId: Id,
  { bundle, quantity, unitPriceFen, totalFen }: PricedBundle,
): OrderBundleEntity {
  return {
    id: newId(),
    orderId,
    bundleId: bundle.bundleId,
    slug: bundle.slug,
    nameZh: bundle.name.zh,
    nameEn: bundle.name.en,
    quantity,
    unitPriceFen,
    totalFen,
  }
}

function toLineRows(
  orderId: Id,
  order: QuotedOrder,
  bundles: ReadonlyMap<PricedBundle, OrderBundleEntity>,
  { basisPoints, group }: { readonly basisPoints: number; readonly group: OrderGroupEntity },
): OrderLineEntity[] {
  return order.lines.map((line) => ({
    id: newId(),
    orderId,
    orderBundleId: line.bundle ? bundles.get(line.bundle)!.id : null,
    allocationId: null,
    freightFen: null,
    skuId: line.sku.skuId,
    productId: line.sku.productId,
    productSlug: line.sku.slug,
    nameZh: line.sku.name.zh,
    nameEn: line.sku.name.en,
    skuNameZh: line.sku.skuName.zh,
    skuNameEn: line.sku.skuName.en,
    category: line.sku.categoryCode,
    townshipCode: line.sku.townshipCode,
    packGrams: line.sku.packGrams,
    quantity: line.quantity,
    unitPriceFen: line.unitPriceFen,
    lineTotalFen: line.lineTotalFen,
    commissionBasisPoints: basisPoints,
    commissionFen: commissionOf(line, basisPoints),
    isRecognised: line.sku.isRecognised,
    lotCodes: [],
    ...consentOf(line.sku, group),
  }))
}
