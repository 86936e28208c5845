import { makeProduct, openShop } from '@weibao/catalog/testing'
import { testDocumentsConfig } from '@weibao/documents/testing'
import { IdentityConfig, IdentityModule, Organisations } from '@weibao/identity'
import { addDays, localDay, newId, type Id } from '@weibao/kernel'
import { openBeside, openWorld, type World } from '@weibao/platform/testing'
import { openLot } from '@weibao/supply/testing'
import { Module, type Provider, type Type } from '@nestjs/common'
import {
  DemandSource,
  type DemandedLine,
  type DemandTerms,
  type OpenDemandNow,
  type PurseTerms,
} from '../market/demand-source.js'
import type { Purse } from '../market/market-snapshot.js'
import { MatchingModule } from '../matching.module.js'

/** Open lines as a test sets them. */
export class GivenDemand extends DemandSource {
  lines: DemandedLine[] = []
  purses: Purse[] = []

  async open(): Promise<OpenDemandNow> {
    return { lines: this.lines, purses: this.purses }
  }

  async linesOf(_: unknown, demandIds: readonly Id[]): Promise<readonly DemandedLine[]> {
    return this.lines.filter(({ demandId }) => demandIds.includes(demandId))
  }

  async terms(): Promise<DemandTerms> {
    return { destination: 'baoshan', ceilingFen: null }
  }

  async lockVersions(_: unknown, ids: readonly Id[]): Promise<ReadonlyMap<Id, number>> {
    const open = this.lines.filter(({ id }) => ids.includes(id))
    return new Map(open.map(({ id, version }) => [id, version]))
  }

  async lockPurses(_: unknown, ids: readonly Id[]): Promise<readonly PurseTerms[]> {
    const found = this.purses.filter(({ id }) => ids.includes(id))
    return found.map(({ id, leftFen: ceilingFen }) => ({
      id,
      name: '食堂',
      ceilingFen,
      approvalLimitFen: null,
    }))
  }
}

export interface MatchingWorld {
  readonly world: World
  readonly options: Parameters<typeof openWorld>[0]
  readonly buyerId: Id
  readonly skuId: Id
  readonly productId: Id
  readonly cooperatives: readonly [Id, Id]
  /** A lot of ten packages of 500 g at ¥80 of the first, or the other, cooperative. */
  openLot(given?: Parameters<typeof openLot>[2], ofSecond?: boolean): Promise<Id>
}

export interface RoundsWorld extends MatchingWorld {
  readonly demand: GivenDemand
  /** Another process on the same database. */
  beside(): Promise<World>
}

/** A world on a module of matching, with a buyer and two cooperatives that sell the same category. */
export async function openMatchingWorld(
  matching: Type,
  providers: readonly Provider[] = [],
): Promise<MatchingWorld> {
  const identityConfig = {
    provide: IdentityConfig,
    useValue: {
      publicOrigin: 'http://localhost:3000',
      isProduction: false,
      sessionSecret: 'x'.repeat(32),
      dataEncryptionKey: Buffer.alloc(32, 9),
    },
  }
  const options = {
    modules: [IdentityModule, matching],
    providers: [testDocumentsConfig(), identityConfig, ...providers],
  }
  const world = await openWorld(options)
  const { tongle, tacheng } = await openShop(world)
  const buyerId = await world.get<Organisations>(Organisations).create({
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
    options,
    buyerId,
    skuId: own.skuId,
    productId: own.productId,
    cooperatives: [tongle, tacheng],
    openLot: (given = {}, ofSecond = false) =>
      openLot(world, ofSecond ? other.skuId : own.skuId, { quantity: 10, ...given }),
  }
}

/** The same with a demand that is given. */
export async function openRoundsWorld(): Promise<RoundsWorld> {
  const demand = new GivenDemand()
  @Module({
    imports: [MatchingModule.with({ provide: DemandSource, useValue: demand })],
  })
  class Matching {}
  const at = await openMatchingWorld(Matching)
  return { ...at, demand, beside: () => openBeside(at.world, at.options) }
}

/** Nothing is wanted, allocated or on sale any more. */
export async function clearRounds({ demand, world }: RoundsWorld): Promise<void> {
  demand.lines = []
  demand.purses = []
  await world.sql(`update allocations set state = 'superseded', ended_at = now()
    where state in ('proposed', 'accepted', 'confirmed')`)
  await world.sql(`update lots set state = 'withdrawn' where state in ('open', 'exhausted')`)
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
