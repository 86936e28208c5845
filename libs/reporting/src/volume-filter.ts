import type { BreakdownBy, VolumeFilter } from '@weibao/contracts/report'

/** Column of `volume_facts` that each way of splitting groups by; its filter has the same values. */
export const BREAKDOWN_COLUMNS: Readonly<Record<BreakdownBy, string>> = {
  month: 'period',
  channel: 'channel',
  cooperative: 'cooperative_id',
  township: 'township',
  category: 'category',
  subdistrict: `coalesce(subdistrict_code, 'none')`,
  'buyer-kind': 'buyer_kind',
  'purchase-kind': 'purchase_kind',
  product: 'product_id',
}

const CONDITIONS: Readonly<Record<keyof VolumeFilter, string>> = {
  stage: 'stage = ?',
  from: 'period >= ?',
  to: 'period <= ?',
  counted: 'counted = ?',
  kind: 'kind = ?',
  channel: 'channel = ?',
  purchaseKind: 'purchase_kind = ?',
  cooperativeId: 'cooperative_id = ?',
  productId: 'product_id = ?',
  township: 'township = ?',
  category: 'category = ?',
  subdistrict: `coalesce(subdistrict_code, 'none') = ?`,
  buyerKind: 'buyer_kind = ?',
  attribution: 'attribution = ?',
  orderId: 'order_id = ?',
}

/** The only place where a filter becomes SQL: a figure and its rows use the same condition. */
export function whereOf(filter: VolumeFilter): { text: string; parameters: unknown[] } {
  const parameters: unknown[] = []
  const parts = filterParts(filter).map(([key, value]) => {
    parameters.push(value)
    return CONDITIONS[key].replace('?', `$${parameters.length}`)
  })
  return { text: parts.join(' and '), parameters }
}

/** The parts of a filter that narrow, in a fixed order. */
export function filterParts(
  filter: VolumeFilter,
): (readonly [keyof VolumeFilter, string | boolean])[] {
  return (Object.keys(CONDITIONS) as (keyof VolumeFilter)[]).flatMap((key) => {
    const value = filter[key]
    return value === undefined ? [] : [[key, value] as const]
  })
}
