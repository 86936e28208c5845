import { CatalogModule } from '@weibao/catalog'
import { openShop, type Shop } from '@weibao/catalog/testing'
import { testDocumentsConfig } from '@weibao/documents/testing'
import { IdentityConfig, IdentityModule, Organisations } from '@weibao/identity'
import { localDay, type Id } from '@weibao/kernel'
import { makeActor, openWorld, type World } from '@weibao/platform/testing'
import { DemandModule } from '../demand.module.js'
import { Budgets } from '../budgets/budgets.service.js'
import { DeliveryPoints } from '../delivery/delivery-points.service.js'

const config = {
  publicOrigin: 'http://localhost:3000',
  isProduction: false,
  sessionSecret: 'x'.repeat(32),
  dataEncryptionKey: Buffer.alloc(32, 9),
}
/** What a world of demand is made of, and a second process on it. */
export const demandWorld = {
  modules: [IdentityModule, CatalogModule, DemandModule],
  providers: [testDocumentsConfig(), { provide: IdentityConfig, useValue: config }],
}

/** A world with cooperatives of honey and fungi. */
export async function openDemandWorld(now: Date): Promise<{ world: World; shop: Shop }> {
  const world = await openWorld({ ...demandWorld, now })
  return { world, shop: await openShop(world) }
}

export interface Buyer {
  readonly buyerId: Id
  readonly deliveryPointId: Id
  readonly budgetLineId: Id
}

/** A canteen with one kitchen door and one budget line of this year, without a ceiling. */
export async function openBuyer(world: World): Promise<Buyer> {
  const buyerId = await world.get<Organisations>(Organisations).create({
    kind: 'buyer',
    nameZh: '友谊路街道示例小学',
    nameEn: 'Sample School of Youyilu',
    shortNameZh: '示例小学',
    shortNameEn: 'Sample School',
    region: 'baoshan',
    placeCode: '310113003',
    isDemonstration: true,
  })
  const year = Number(localDay(world.clock.now()).slice(0, 4))
  return world.unitOfWork.run(async (tx) => ({
    buyerId,
    deliveryPointId: await world.get<DeliveryPoints>(DeliveryPoints).make(tx, buyerId, {
      name: '教工食堂',
      subdistrictCode: '310113003',
      street: '友谊路 1 号',
      contact: '周师傅',
      phone: '13800000000',
    }),
    budgetLineId: await world.get<Budgets>(Budgets).make(tx, buyerId, {
      year,
      kind: 'canteen',
      name: '食堂',
      ceilingFen: null,
    }),
  }))
}

export const requesterOf = (organisationId: Id) =>
  makeActor({ role: 'requester', organisationId, organisationKind: 'buyer' })
