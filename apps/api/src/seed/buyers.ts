import type { INestApplicationContext } from '@nestjs/common'
import type { FileQuotaBody, QuotaArrangement } from '@weibao/contracts/quota'
import { subdistricts } from '@weibao/contracts/subdistricts'
import { Budgets, DeliveryPoints, Demands, Quotas } from '@weibao/demand'
import { Organisations } from '@weibao/identity'
import { addDays, Clock, localDay, type Id, type LocalDay } from '@weibao/kernel'
import { UnitOfWork } from '@weibao/platform'
import { OpenLots } from '@weibao/supply'

type Offer = Awaited<ReturnType<OpenLots['list']>>[number]

interface BuyerKind {
  readonly zh: string
  readonly en: string
  /** Canteens buy staples by weight, trade unions what can be given, shops a little of all. */
  readonly budget: 'canteen' | 'trade-union' | 'other'
  /** Kilograms a line, from and to. */
  readonly kg: readonly [number, number]
  readonly ceilingYuan: number
}

const KINDS: readonly BuyerKind[] = [
  {
    zh: '机关食堂',
    en: 'government canteen',
    budget: 'canteen',
    kg: [60, 300],
    ceilingYuan: 90_000,
  },
  {
    zh: '第一小学食堂',
    en: 'No. 1 primary school canteen',
    budget: 'canteen',
    kg: [80, 400],
    ceilingYuan: 80_000,
  },
  {
    zh: '社区医院食堂',
    en: 'community hospital canteen',
    budget: 'canteen',
    kg: [40, 220],
    ceilingYuan: 60_000,
  },
  {
    zh: '钢铁企业工会',
    en: 'steelworkers’ union',
    budget: 'trade-union',
    kg: [100, 500],
    ceilingYuan: 160_000,
  },
  {
    zh: '教育工会',
    en: 'teachers’ union',
    budget: 'trade-union',
    kg: [60, 260],
    ceilingYuan: 90_000,
  },
  {
    zh: '社区超市',
    en: 'community supermarket',
    budget: 'other',
    kg: [50, 300],
    ceilingYuan: 120_000,
  },
  {
    zh: '养老院食堂',
    en: 'care home canteen',
    budget: 'canteen',
    kg: [30, 160],
    ceilingYuan: 40_000,
  },
]
const LINES = 10

const budgetNames: Readonly<Record<BuyerKind['budget'], string>> = {
  canteen: '主副食采购',
  'trade-union': '节日慰问',
  other: '接待与礼品',
}
/** What each kind of money does not buy. */
const UNFIT: Readonly<Record<BuyerKind['budget'], readonly string[]>> = {
  canteen: ['craft', 'wine', 'herb', 'plant', 'snack'],
  'trade-union': ['herb', 'vegetable', 'fish', 'plant'],
  other: ['herb', 'craft', 'plant'],
}
/** The buyer whose people can be signed in as: the first. */
export const TOUR_BUYER = 'buyer-0'

/** Above ¥5,000 of its budget two approvers accept: some of what rounds propose to it costs more, some less. */
const TOUR_APPROVAL_LIMIT_FEN = 500_000

/** Draws the same way every time: a demonstration is the same on each machine on a day. */
class Dice {
  constructor(private state: number) {}

  /** A whole number from `from` to `to`. */
  between(from: number, to: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0
    return from + (this.state % (to - from + 1))
  }
}

/** A canteen that could need something every week, with its door and its money. */
export interface Canteen {
  readonly id: Id
  readonly name: string
  readonly deliveryPointId: Id
  readonly budgetLineId: Id
}

/**
 * Invented buyer organisations over all twelve subdistricts and towns, each with a door, a budget and
 * a demand around today. Their ids by key, how many lines they want, and those of them that are canteens.
 */
export async function seedBuyers(
  app: INestApplicationContext,
): Promise<{ ids: Map<string, Id>; lines: number; canteens: Canteen[] }> {
  const organisations = app.get(Organisations, { strict: false })
  const unitOfWork = app.get(UnitOfWork, { strict: false })
  const today = localDay(app.get(Clock, { strict: false }).now())
  const offers = (await app.get(OpenLots, { strict: false }).list(unitOfWork.reader, today)).filter(
    ({ available, dispatchTo }) => available > 20 && dispatchTo > addDays(today, 7),
  )
  const ids = new Map<string, Id>()
  const canteens: Canteen[] = []
  for (const [index, { code, name, kind }] of buyersOf().entries()) {
    const id = await organisations.create({
      kind: 'buyer',
      nameZh: `${name.zh}${kind.zh}（演示）`,
      nameEn: `${name.en} ${kind.en} (demo)`,
      shortNameZh: `${name.zh.slice(0, 2)}${kind.zh}`,
      shortNameEn: `${name.en.split(' ')[0]} ${kind.en}`.slice(0, 40),
      region: 'baoshan',
      placeCode: code,
      isDemonstration: true,
    })
    ids.set(`buyer-${index}`, id)
    const places = await seedDemand(app, { id, code, kind, index }, offers, today)
    if (kind.budget === 'canteen') canteens.push({ id, name: `${name.zh}${kind.zh}`, ...places })
  }
  return { ids, lines: ids.size * LINES, canteens }
}

/** Three or four kinds in each place, so that every kind stands in several. */
function buyersOf() {
  return subdistricts.flatMap(({ code, name }, place) =>
    Array.from({ length: place % 2 === 0 ? 4 : 3 }, (_, n) => ({
      code,
      name,
      kind: KINDS[(place * 3 + n) % KINDS.length]!,
    })),
  )
}

async function seedDemand(
  app: INestApplicationContext,
  buyer: { id: Id; code: string; kind: BuyerKind; index: number },
  offers: readonly Offer[],
  today: LocalDay,
): Promise<Pick<Canteen, 'deliveryPointId' | 'budgetLineId'>> {
  const demands = app.get(Demands, { strict: false })
  const dice = new Dice(buyer.index + 1)
  const fits = offers.filter(({ categoryCode }) => !UNFIT[buyer.kind.budget].includes(categoryCode))
  const deliverFrom = addDays(today, 8)
  const year = Number(deliverFrom.slice(0, 4))
  const lines = Array.from({ length: LINES }, () => lineOf(dice, buyer.kind, fits, today))
  return app.get(UnitOfWork, { strict: false }).run(async (tx) => {
    const deliveryPointId = await app.get(DeliveryPoints, { strict: false }).make(tx, buyer.id, {
      name: buyer.kind.budget === 'canteen' ? '食堂后门' : '收发室',
      subdistrictCode: buyer.code,
      street: `示范路 ${buyer.index + 1} 号`,
      contact: '收货员',
      phone: `139${String(10_000_000 + buyer.index * 137)}`,
    })
    const budgetLineId = await app.get(Budgets, { strict: false }).make(tx, buyer.id, {
      year,
      kind: buyer.kind.budget,
      name: budgetNames[buyer.kind.budget],
      ceilingFen: buyer.kind.ceilingYuan * 100,
      approvalLimitFen: buyer.index === 0 ? TOUR_APPROVAL_LIMIT_FEN : null,
    })
    // Three tenths of what may be spent, an invented share.
    if (buyer.kind.budget === 'canteen')
      await app
        .get(Quotas, { strict: false })
        .make(tx, buyer.id, budgetLineId, quotaOf(buyer), null)
    await demands.make(
      tx,
      buyer.id,
      {
        title: buyer.kind.budget === 'trade-union' ? '职工福利采购' : '冬季食材采购',
        deliveryPointId,
        budgetLineId,
        isNamed: buyer.index % 3 === 0,
        cutOffOn: addDays(today, 10),
        lines,
      },
      null,
    )
    return { deliveryPointId, budgetLineId }
  })
}

const ARRANGEMENTS = ['own-canteen', 'shared', 'own-canteen', 'own-canteen', 'outsourced'] as const

/** Most canteens are run by themselves, some by a contractor, some file for others too; one in nine has no quota. */
function quotaOf({ kind, index }: { kind: BuyerKind; index: number }) {
  const arrangement: QuotaArrangement =
    index % 9 === 8 ? 'none' : ARRANGEMENTS[index % ARRANGEMENTS.length]!
  return {
    arrangement,
    minimumFen: arrangement === 'none' ? 0 : kind.ceilingYuan * 30,
    sharedWith: arrangement === 'shared' ? ['示例幼儿园（演示）', '示例社区服务中心（演示）'] : [],
    contractor: arrangement === 'outsourced' ? '示例餐饮管理公司（演示）' : null,
  } satisfies FileQuotaBody
}

/** A need around what is on offer: mostly affordable, some too dear, some for any of a category. */
function lineOf(dice: Dice, kind: BuyerKind, offers: readonly Offer[], today: LocalDay) {
  const offer = offers[dice.between(0, offers.length - 1)]!
  const perKg = (offer.offeredPriceFen * 1000) / offer.packGrams
  const freight = { none: 180, chilled: 900, frozen: 420 }[offer.temperatureMode]
  const willingness = dice.between(88, 135)
  const wantedGrams = dice.between(...kind.kg) * 1000
  const isAnyOfCategory = dice.between(1, 5) === 1
  const wished = dice.between(8, 12)
  // A budget line is of one year: nothing begins beyond it.
  const isSameYear = addDays(today, wished).slice(0, 4) === addDays(today, 8).slice(0, 4)
  const from = isSameYear ? wished : 8
  return {
    productId: isAnyOfCategory ? null : offer.productId,
    categoryCode: offer.categoryCode,
    wantedGrams,
    minimumGrams: dice.between(1, 4) === 1 ? Math.floor(wantedGrams / 2000) * 1000 : 0,
    worstGrade: 'ungraded' as const,
    maxLandedFenPerKg: Math.max(100, Math.round(((perKg + freight) * willingness) / 100)),
    deliverFrom: addDays(today, from),
    deliverTo: addDays(today, from + dice.between(6, 14)),
    minShelfDays: 0,
    recognisedOnly: kind.budget !== 'other' && dice.between(1, 3) === 1,
  }
}
