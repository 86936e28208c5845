import { makeProduct, openShop } from '@weibao/catalog/testing'
import { testDocumentsConfig } from '@weibao/documents/testing'
import { IdentityConfig, IdentityModule, Organisations } from '@weibao/identity'
import { addDays, localDay, newId, type Id } from '@weibao/kernel'
import { openBeside, openWorld, type World } from '@weibao/platform/testing'
import { openLot } from '@weibao/supply/testing'
import { Module } from '@nestjs/common'
import { DemandSource, type DemandedLine, type OpenDemandNow } from '../demand-source.js'
import type { Purse } from '../market-snapshot.js'
import { MatchingModule } from '../matching.module.js'

/** Open lines as a test sets them. */
export class GivenDemand extends DemandSource {
  lines: DemandedLine[] = []
  purses: Purse[] = []

  async open(): Promise<OpenDemandNow> {
    return { lines: this.lines, purses: this.purses }
  }

  async lockVersions(_: unknown, ids: readonly Id[]): Promise<ReadonlyMap<Id, number>> {
    const open = this.lines.filter(({ id }) => ids.includes(id))
    return new Map(open.map(({ id, version }) => [id, version]))
  }
}

export interface RoundsWorld {
  readonly world: World
  readonly demand: GivenDemand
  readonly buyerId: Id
  readonly skuId: Id
  readonly productId: Id
  readonly cooperatives: readonly [Id, Id]
  /** A lot of ten packages of 500 g at ¥80 of the first, or the other, cooperative. */
  openLot(given?: Parameters<typeof openLot>[2], ofSecond?: boolean): Promise<Id>
  /** Another process on the same database. */
  beside(): Promise<World>
}

const options = (demand: GivenDemand) => {
  @Module({
    imports: [MatchingModule.with({ provide: DemandSource, useValue: demand })],
  })
  class Matching {}
  return {
    modules: [IdentityModule, Matching],
    providers: [
      testDocumentsConfig(),
      {
        provide: IdentityConfig,
        useValue: {
          publicOrigin: 'http://localhost:3000',
          isProduction: false,
          sessionSecret: 'x'.repeat(32),
          dataEncryptionKey: Buffer.alloc(32, 9),
        },
      },
    ],
  }
}

/** A world with a buyer, two cooperatives that sell the same category, and a demand that is given. */
export async function openRoundsWorld(): Promise<RoundsWorld> {
  const demand = new GivenDemand()
  const world = await openWorld(options(demand))
  const { tongle, tacheng } = await openShop(world)
  const buyerId = await world.get(Organisations).create({
    kind: 'buyer',
    nameZh: '演示小学食堂',
    nameEn: 'Demonstration school canteen',
    shortNameZh: '演示小学',
    shortNameEn: 'School',
    region: 'baoshan',
    placeCode: '310113003',
    isDemonstration: true,
  })
  const own = await makeProduct(world, tongle)
  const other = await makeProduct(world, tacheng)
  return {
    world,
    demand,
    buyerId,
    skuId: own.skuId,
    productId: own.productId,
    cooperatives: [tongle, tacheng],
    openLot: (given = {}, ofSecond = false) =>
      openLot(world, ofSecond ? other.skuId : own.skuId, { quantity: 10, ...given }),
    beside: () => openBeside(world, options(demand)),
  }
}

/** A line that wants 5 kg of honey at up to ¥200 a kilogram within a month. */
export function wantedLine(
  { world, buyerId }: RoundsWorld,
  given: Partial<DemandedLine> = {},
): DemandedLine {
  const today = localDay(world.clock.now())
  return {
    id: newId(),
    version: 1,
    demandId: newId(),
    demandNumber: 'XQ-202611-000001',
    channel: 'canteen',
    buyerId,
    purseId: null,
    destination: 'baoshan',
    subdistrictCode: '310113003',
    productId: null,
    categoryCode: 'honey',
    acceptsSubstitutes: false,
    wantedGrams: 5000,
    minimumGrams: 0,
    worstGrade: 'ungraded',
    labels: [],
    maxLandedFenPerKg: 20_000,
    deliverFrom: today,
    deliverTo: addDays(today, 30),
    minShelfDays: 0,
    recognisedOnly: false,
    shareCapBasisPoints: 10_000,
    preferredCooperativeIds: [],
    blockedCooperativeIds: [],
    submittedAt: world.clock.now().toISOString(),
    ...given,
  }
}
