import { randomBytes } from 'node:crypto'
import type { INestApplicationContext } from '@nestjs/common'
import { Demands, StandingDemands } from '@weibao/demand'
import { Members, People } from '@weibao/identity'
import { addDays, Clock, localDay, type Id, type LocalDay } from '@weibao/kernel'
import { Actor, UnitOfWork } from '@weibao/platform'
import { OpenLots } from '@weibao/supply'
import type { Canteen } from './buyers.js'
import { actorsOf } from './procurement.js'

type Offer = Awaited<ReturnType<OpenLots['list']>>[number]

interface WeeklyNeed {
  readonly title: string
  /** Monday is 1. */
  readonly weekday: number
  readonly leadDays: number
  /** Kilograms a week, by category. */
  readonly kg: Readonly<Record<string, number>>
}

const EGGS: WeeklyNeed = {
  title: '每周禽蛋与杂粮',
  weekday: 2,
  leadDays: 5,
  kg: { poultry: 30, grain: 40 },
}
const MEAT: WeeklyNeed = { title: '每周肉食', weekday: 4, leadDays: 7, kg: { meat: 15 } }
const GREENS: WeeklyNeed = {
  title: '每周菜蔬与菌菇',
  weekday: 3,
  leadDays: 5,
  kg: { vegetable: 50, fungi: 4 },
}
const OIL: WeeklyNeed = { title: '每周食用油', weekday: 5, leadDays: 6, kg: { oil: 20 } }

/** The first canteen is the one whose people can be signed in as: it has two. */
const NEEDS: readonly (readonly WeeklyNeed[])[] = [
  [EGGS, MEAT],
  [GREENS],
  [EGGS],
  [OIL, GREENS],
  [MEAT],
]
const MOST_DAYS = 182
/** Above the middle of what is offered now, so that most weeks are met. */
const WILLINGNESS = 1.15

/**
 * What some canteens need every week, in the likeness of a demand that each states today: the next round matches
 * that one, and the weeks follow by themselves. How many needs.
 */
export async function seedStanding(
  app: INestApplicationContext,
  canteens: readonly Canteen[],
): Promise<number> {
  const today = localDay(app.get(Clock, { strict: false }).now())
  const { reader } = app.get(UnitOfWork, { strict: false })
  const offers = await app.get(OpenLots, { strict: false }).list(reader, today)
  let needs = 0
  for (const [index, own] of NEEDS.entries()) {
    const canteen = canteens[index]
    if (!canteen) break
    const requester = await requesterOf(app, canteen)
    for (const need of own) await open(app, { canteen, requester, need }, offers, today)
    needs += own.length
  }
  return needs
}

async function open(
  app: INestApplicationContext,
  { canteen, requester, need }: { canteen: Canteen; requester: Actor; need: WeeklyNeed },
  offers: readonly Offer[],
  today: LocalDay,
): Promise<void> {
  // The budget line is of the year in which its first demand is delivered.
  const startsOn = addDays(today, 8)
  const lines = Object.entries(need.kg).map(([categoryCode, kg]) => ({
    productId: null,
    categoryCode,
    wantedGrams: kg * 1000,
    minimumGrams: 0,
    worstGrade: 'ungraded' as const,
    maxLandedFenPerKg: priceFor(offers, categoryCode),
    deliverFrom: startsOn,
    deliverTo: addDays(startsOn, 7),
    minShelfDays: 0,
    recognisedOnly: false,
  }))
  const { deliveryPointId, budgetLineId } = canteen
  const demandId = await app.get(UnitOfWork, { strict: false }).run((tx) =>
    app.get(Demands, { strict: false }).make(
      tx,
      canteen.id,
      {
        title: need.title,
        deliveryPointId,
        budgetLineId,
        isNamed: true,
        cutOffOn: addDays(today, 3),
        lines,
      },
      requester.personId,
    ),
  )
  const { title, weekday, leadDays } = need
  const endsOn = lastDay(startsOn)
  await app
    .get(StandingDemands, { strict: false })
    .open(requester, canteen.id, { demandId, title, weekday, leadDays, startsOn, endsOn })
}

/** As far as the budget line reaches, half a year at most; two weeks where the year is nearly over. */
function lastDay(startsOn: LocalDay): LocalDay {
  const yearEnd = `${startsOn.slice(0, 4)}-12-31`
  const [least, most] = [addDays(startsOn, 14), addDays(startsOn, MOST_DAYS)]
  return yearEnd < least ? least : yearEnd > most ? most : yearEnd
}

function priceFor(offers: readonly Offer[], categoryCode: string): number {
  const perKg = offers
    .filter((offer) => offer.categoryCode === categoryCode)
    .map(({ offeredPriceFen, packGrams }) => (offeredPriceFen * 1000) / packGrams)
    .sort((a, b) => a - b)
  const middle = perKg[Math.floor(perKg.length / 2)] ?? 5_000
  return Math.round((middle * WILLINGNESS) / 10) * 10 + 1_000
}

/** Whoever states needs there; an invented one where nobody does yet. */
async function requesterOf(app: INestApplicationContext, { id, name }: Canteen): Promise<Actor> {
  const [there] = await actorsOf(app, id, 'buyer', 'requester')
  if (there) return there
  await addRequester(app, id, name)
  return (await actorsOf(app, id, 'buyer', 'requester'))[0]!
}

async function addRequester(app: INestApplicationContext, organisationId: Id, name: string) {
  const personId = await app.get(People, { strict: false }).create({
    displayName: `${name}采购员`,
    contacts: [`requester-${organisationId.slice(-6)}@weibao.example`],
    // Nobody signs in as them.
    password: randomBytes(18).toString('base64url'),
  })
  await app.get(Members, { strict: false }).add({ organisationId, personId, role: 'requester' })
}
