import type { Paper } from '@weibao/contracts/product'
import { addDays, type Id, type LocalDay } from '@weibao/kernel'
import { paperOf } from './compliance.js'
import type { DemoCooperative } from './cooperatives.js'
import type { Goods } from './goods.js'

interface DemoPaper extends Paper {
  readonly cooperativeId: Id
  readonly productId: Id | null
}

const SELLER_PAPERS = new Set(['food-production-licence', 'liquor-licence'])
/** Days left of every paper in turn: most a year or two, one within 90, one within 30, one within 7. */
const DAYS_LEFT = [400, 620, 250, 310, 75, 700, 480, 26, 365, 540, 5, 290]

/** Papers of a cooperative and its goods. All are placeholders and say so: the number begins 演示. */
export function papersOf(
  cooperative: DemoCooperative,
  cooperativeId: Id,
  sold: readonly { goods: Goods; productId: Id }[],
  today: LocalDay,
): DemoPaper[] {
  const papers: DemoPaper[] = []
  const add = (kind: Paper['kind'], productId: Id | null, daysLeft: number | null) =>
    papers.push({
      cooperativeId,
      productId,
      kind,
      number: `演示-${cooperative.slug}-${String(papers.length + 1).padStart(3, '0')}`,
      issuedOn: addDays(today, daysLeft === null ? -900 : daysLeft - 730),
      expiresOn: daysLeft === null ? null : addDays(today, daysLeft),
      isDemonstration: true,
    })
  add('business-licence', null, null)
  const offset = cooperative.memberFarmers
  const leftOf = (n: number) => DAYS_LEFT[(offset + n) % DAYS_LEFT.length]!
  const kinds = new Set(sold.flatMap(({ goods }) => kindsOf(goods)))
  for (const kind of kinds) if (SELLER_PAPERS.has(kind)) add(kind, null, leftOf(papers.length))
  for (const { goods, productId } of sold)
    for (const kind of kindsOf(goods))
      if (!SELLER_PAPERS.has(kind)) add(kind, productId, leftOf(papers.length))
  return papers
}

function kindsOf({ source }: Goods): Paper['kind'][] {
  return [...new Set(source.compliance.flatMap((code) => paperOf[code] ?? []))]
}
