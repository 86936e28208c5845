import type { SkuForSale } from '@weibao/catalog'
import type { DeliveryPointView } from '@weibao/contracts/demand'
import type { Address } from '@weibao/contracts/order'
import type { PurchaseKind } from '@weibao/contracts/volume'
import { newId, shareFen, fen, sumFen, type Id, type LocalDay } from '@weibao/kernel'
import type { OrderableAllocation } from '@weibao/matching'
import type { OrderEntity, OrderGroupEntity, OrderLineEntity } from '../order.entity.js'
import { consentOf } from '../return-exception.js'

/** Allocations to the rows of orders. Pure. */

/** What goes to one delivery point: a group, and one order for each cooperative and channel. */
export interface ProcuredGroup {
  readonly point: DeliveryPointView
  readonly orders: readonly (readonly OrderableAllocation[])[]
}

/** What is frozen in an order beside the allocations' own prices. */
export interface Frozen {
  readonly buyer: { readonly id: Id; readonly zh: string; readonly en: string }
  readonly isInBaoshan: boolean
  readonly skus: ReadonlyMap<Id, SkuForSale>
  readonly purchaseKinds: ReadonlyMap<string, PurchaseKind>
  readonly commissionBasisPoints: number
}

/** In the order of first mention: by delivery point, then by cooperative and channel. */
export function groupAllocations(
  allocations: readonly OrderableAllocation[],
  points: ReadonlyMap<Id, DeliveryPointView>,
): ProcuredGroup[] {
  const byPoint = groupBy(allocations, ({ demandId }) => points.get(demandId)!.id)
  return byPoint.map((own) => ({
    point: points.get(own[0]!.demandId)!,
    orders: groupBy(own, ({ cooperativeId, channel }) => `${cooperativeId} ${channel}`),
  }))
}

export function totalsOf(allocations: readonly OrderableAllocation[]) {
  const goodsFen = sumFen(allocations.map((each) => each.goodsFen))
  const freightFen = sumFen(allocations.map((each) => each.freightFen))
  return { goodsFen, freightFen, totalFen: sumFen([goodsFen, freightFen]) }
}

export function addressOf(point: DeliveryPointView): Address {
  return {
    recipient: point.contact,
    phone: point.phone,
    province: '上海市',
    city: '上海市',
    district: '宝山区',
    subdistrictCode: point.subdistrictCode,
    street: point.street,
  }
}

export function toProcuredOrder(
  group: OrderGroupEntity,
  index: number,
  {
    point,
    own,
    frozen,
  }: { point: DeliveryPointView; own: readonly OrderableAllocation[]; frozen: Frozen },
): OrderEntity {
  const { cooperativeId, channel, skuId } = own[0]!
  const { cooperativeSlug, cooperativeName } = frozen.skus.get(skuId)!
  return {
    id: newId(),
    number: `${group.number}-${index + 1}`,
    groupId: group.id,
    cooperativeId,
    cooperativeSlug,
    cooperativeNameZh: cooperativeName.zh,
    cooperativeNameEn: cooperativeName.en,
    personId: group.personId,
    guestKey: null,
    buyerId: frozen.buyer.id,
    buyerNameZh: frozen.buyer.zh,
    buyerNameEn: frozen.buyer.en,
    state: 'placed',
    channel,
    purchaseKind: frozen.purchaseKinds.get(channel) ?? 'direct',
    leavesOn: dayOf(own.map((each) => each.leavesOn).sort()[0]!),
    arrivesOn: dayOf(
      own
        .map((each) => each.arrivesOn)
        .sort()
        .at(-1)!,
    ),
    ...totalsOf(own),
    note: point.name,
    recipient: point.contact,
    subdistrictCode: point.subdistrictCode,
    isInBaoshan: frozen.isInBaoshan,
    placedAt: group.placedAt,
    autoAcceptAt: null,
    updatedAt: group.placedAt,
  }
}

export function toProcuredLine(
  orderId: Id,
  allocation: OrderableAllocation,
  { skus, commissionBasisPoints }: Frozen,
  group: OrderGroupEntity,
): OrderLineEntity {
  const sku = skus.get(allocation.skuId)!
  return {
    id: newId(),
    orderId,
    orderBundleId: null,
    allocationId: allocation.id,
    freightFen: allocation.freightFen,
    skuId: sku.skuId,
    productId: sku.productId,
    productSlug: sku.slug,
    nameZh: sku.name.zh,
    nameEn: sku.name.en,
    skuNameZh: sku.skuName.zh,
    skuNameEn: sku.skuName.en,
    category: sku.categoryCode,
    townshipCode: sku.townshipCode,
    packGrams: allocation.packGrams,
    quantity: allocation.packages,
    unitPriceFen: allocation.unitPriceFen,
    lineTotalFen: allocation.goodsFen,
    commissionBasisPoints,
    commissionFen: shareFen(fen(allocation.goodsFen), commissionBasisPoints),
    isRecognised: sku.isRecognised,
    lotCodes: [allocation.lotCode],
    ...consentOf(sku, group),
  }
}

function groupBy<T>(all: readonly T[], keyOf: (each: T) => string): T[][] {
  const found = new Map<string, T[]>()
  for (const each of all) found.set(keyOf(each), [...(found.get(keyOf(each)) ?? []), each])
  return [...found.values()]
}

function dayOf(day: string): LocalDay {
  return day as LocalDay
}
