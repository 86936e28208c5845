import type { INestApplicationContext } from '@nestjs/common'
import { Cooperatives, Products, Recognitions } from '@weibao/catalog'
import { addDays, Clock, invariant, localDay, type Id, type LocalDay } from '@weibao/kernel'
import { UnitOfWork, type Tx } from '@weibao/platform'
import { BenefitRecords, Lots, type NewLot } from '@weibao/supply'
import { seedBundles } from './bundles.js'
import { demoCooperatives } from './cooperatives.js'
import { seedForecasts } from './forecasts.js'
import { goods, offerOf, toNewProduct, type Goods } from './goods.js'
import { planLots } from './lot-plan.js'
import { papersOf } from './papers.js'
import { categories, townships } from './places.js'

/** The invented cooperatives, as organisations are made of them. */
export const demonstrationCooperatives = demoCooperatives.map(
  ({ slug, name, shortName, township }) => ({
    slug,
    zh: name.zh,
    en: name.en,
    shortZh: shortName.zh,
    shortEn: shortName.en,
    townshipCode: township,
  }),
)

interface Listed {
  readonly goods: Goods
  readonly cooperativeId: Id
  readonly productId: Id
  readonly skuIds: readonly Id[]
}

/**
 * Weixi's catalogue of 71 products with lots around today, sold by the invented cooperatives whose
 * organisations (id by slug) are there already. How many of each were made.
 */
export async function seedCatalogue(
  app: INestApplicationContext,
  organisationIds: ReadonlyMap<string, Id>,
): Promise<{ products: number; lots: number }> {
  const unitOfWork = app.get(UnitOfWork, { strict: false })
  const today = localDay(app.get(Clock, { strict: false }).now())
  await unitOfWork.run((tx) => seedSellers(app, tx, organisationIds, today))
  const listed = await unitOfWork.run((tx) => seedProducts(app, tx, organisationIds))
  await unitOfWork.run((tx) => seedPapers(app, tx, listed, today))
  await unitOfWork.run((tx) => seedRecognitions(app, tx, listed, today))
  await unitOfWork.run((tx) => seedBenefits(app, tx, organisationIds, today))
  await unitOfWork.run((tx) =>
    seedBundles(app, tx, {
      cooperativeIds: organisationIds,
      skuIds: new Map(listed.map(({ goods: { source }, skuIds }) => [source.slug, skuIds])),
    }),
  )
  const lots = listed.flatMap((each) => lotsOf(each, today))
  await unitOfWork.run((tx) => app.get(Lots, { strict: false }).declare(tx, lots, null))
  const harvested = listed.map(({ goods: { source }, ...ids }) => ({
    ...ids,
    harvestMonths: source.harvestMonths,
  }))
  await unitOfWork.run((tx) => seedForecasts(app, tx, harvested, today))
  return { products: listed.length, lots: lots.length }
}

async function seedSellers(
  app: INestApplicationContext,
  tx: Tx,
  ids: ReadonlyMap<string, Id>,
  today: LocalDay,
): Promise<void> {
  const cooperatives = app.get(Cooperatives, { strict: false })
  await cooperatives.savePlaces(tx, categories, townships)
  for (const { township, shortName: _, ...each } of demoCooperatives)
    await cooperatives.createProfile(tx, {
      ...each,
      organisationId: idOf(ids, each.slug),
      townshipCode: township,
      isDemonstration: true,
      joinedOn: addDays(today, -240),
    })
}

async function seedProducts(
  app: INestApplicationContext,
  tx: Tx,
  ids: ReadonlyMap<string, Id>,
): Promise<Listed[]> {
  const sellers = goods.map(({ content }) => idOf(ids, content.cooperative))
  const made = await app.get(Products, { strict: false }).createListed(
    tx,
    goods.map((each, index) => toNewProduct(each, sellers[index]!)),
  )
  return made.map((each, index) => ({
    ...each,
    goods: goods[index]!,
    cooperativeId: sellers[index]!,
  }))
}

async function seedPapers(
  app: INestApplicationContext,
  tx: Tx,
  listed: readonly Listed[],
  today: LocalDay,
): Promise<void> {
  const papers = demoCooperatives.flatMap((cooperative) => {
    const sold = listed.filter(({ goods }) => goods.content.cooperative === cooperative.slug)
    return papersOf(cooperative, sold[0]!.cooperativeId, sold, today)
  })
  await app.get(Cooperatives, { strict: false }).addPapers(tx, papers)
}

/** What a public source places in Weixi is recognised; of the rest, every third has applied. */
async function seedRecognitions(
  app: INestApplicationContext,
  tx: Tx,
  listed: readonly Listed[],
  today: LocalDay,
): Promise<void> {
  const recognitions = app.get(Recognitions, { strict: false })
  for (const [index, { goods: each, productId, cooperativeId }] of listed.entries()) {
    if (!each.source.isVerified && index % 3 !== 0) continue
    const id = await recognitions.apply(tx, {
      productId,
      cooperativeId,
      number: `演示认定-${today.slice(0, 4)}-${String(index + 1).padStart(3, '0')}`,
      appliedOn: addDays(today, -220),
      appliedBy: null,
      isDemonstration: true,
    })
    if (!each.source.isVerified) continue
    const validFrom = addDays(today, -200)
    await recognitions.decide(
      tx,
      id,
      {
        state: 'recognised',
        validFrom,
        // One in twelve runs out within the month, so that the reminder is seen.
        validTo: addDays(today, index % 12 === 5 ? 21 : 530),
        decidedOn: validFrom,
        decidedBy: null,
        reason: '演示数据',
      },
      null,
    )
  }
}

/** Each cooperative has paid some households this year: without it nothing of theirs counts. */
async function seedBenefits(
  app: INestApplicationContext,
  tx: Tx,
  ids: ReadonlyMap<string, Id>,
  today: LocalDay,
): Promise<void> {
  const paidOn = laterOf(addDays(today, -30), `${today.slice(0, 4)}-01-01`)
  const records = demoCooperatives.flatMap(({ slug, memberFarmers }) =>
    Array.from({ length: 6 + (memberFarmers % 9) }, (_, index) => ({
      cooperativeId: idOf(ids, slug),
      householdCode: `演示户-${slug}-${String(index + 1).padStart(3, '0')}`,
      kind: (['purchase', 'wages', 'dividends'] as const)[index % 3]!,
      amountFen: 68_000 + ((memberFarmers * 7919 + index * 104_729) % 420_000),
      paidOn,
    })),
  )
  await app.get(BenefitRecords, { strict: false }).record(tx, records, null)
}

function lotsOf(
  { goods: each, cooperativeId, productId, skuIds }: Listed,
  today: LocalDay,
): NewLot[] {
  return planLots(each.source, each.skus, today).map(({ skuIndex, ...planned }) => {
    const sku = each.skus[skuIndex]!
    return {
      ...planned,
      ...offerOf(sku.priceFen),
      cooperativeId,
      productId,
      skuId: skuIds[skuIndex]!,
      packGrams: sku.packGrams,
      temperatureMode: each.source.mode,
      townshipCode: each.townshipCode,
      village: each.village,
      grade: each.source.category === 'herb' ? 'ungraded' : each.source.isGift ? 'first' : 'second',
      labels: [],
      minimumOrder: each.source.isCanteen ? 5 : 1,
      note: '',
      state: 'open',
    }
  })
}

function laterOf(a: LocalDay, b: LocalDay): LocalDay {
  return a > b ? a : b
}

function idOf(ids: ReadonlyMap<string, Id>, slug: string): Id {
  const id = ids.get(slug)
  invariant(id, `no organisation of ${slug}`)
  return id
}
