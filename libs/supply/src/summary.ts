import { villageName, type SupplyFacts } from '@weibao/catalog'
import type { Bilingual } from '@weibao/contracts/basics'
import { addDays, type Id, type LocalDay } from '@weibao/kernel'
import { FRESH_DAYS, type ShownLot } from './supply-facts.repository.js'

const MAX_LABELS = 8

export const GRADES: Readonly<Record<string, Bilingual>> = {
  premium: { zh: '特级', en: 'Premium' },
  first: { zh: '一级', en: 'First grade' },
  second: { zh: '二级', en: 'Second grade' },
  ungraded: { zh: '统货', en: 'Ungraded' },
}

/** What the shop window says of a product, from its lots on a day. */
export function summarise(lots: readonly ShownLot[], today: LocalDay): SupplyFacts {
  const current = lots.filter((lot) => lot.harvestFrom <= today && lot.lastSaleDay >= today)
  const onSale = current.filter((lot) => lot.state === 'open' && lot.left > 0)
  const upcoming = lots.filter((lot) => lot.harvestFrom > today && lot.state === 'open')
  const skuLeft: Record<Id, number> = {}
  for (const lot of onSale) skuLeft[lot.skuId] = (skuLeft[lot.skuId] ?? 0) + lot.left
  return {
    state: stateOf(onSale.length, upcoming.length, current.length),
    isFresh: onSale.some((lot) => addDays(lot.harvestTo, FRESH_DAYS) >= today),
    left: onSale.reduce((sum, lot) => sum + lot.left, 0),
    seasonFrom: first(onSale.map((lot) => lot.harvestFrom)),
    seasonTo: last(onSale.map((lot) => lot.lastSaleDay)),
    nextFrom: first(upcoming.map((lot) => lot.harvestFrom)),
    skuLeft,
    lots: [...onSale, ...upcoming].slice(0, MAX_LABELS).map((lot) => toLabel(lot, today)),
  }
}

function stateOf(onSale: number, upcoming: number, current: number): SupplyFacts['state'] {
  if (onSale > 0) return 'on-sale'
  if (upcoming > 0) return 'upcoming'
  return current > 0 ? 'sold-out' : 'off-season'
}

function toLabel(
  { state: _, productId: __, lastSaleDay: ___, ...lot }: ShownLot,
  today: LocalDay,
): SupplyFacts['lots'][number] {
  return {
    ...lot,
    village: lot.village ? villageName(lot.village) : null,
    grade: GRADES[lot.grade]!,
    isUpcoming: lot.harvestFrom > today,
  }
}

function first(days: readonly LocalDay[]): LocalDay | null {
  return [...days].sort()[0] ?? null
}

function last(days: readonly LocalDay[]): LocalDay | null {
  return [...days].sort().at(-1) ?? null
}
