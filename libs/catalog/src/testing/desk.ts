import { testDocumentsConfig } from '@weibao/documents/testing'
import { IdentityConfig, IdentityModule, Members, Organisations, People } from '@weibao/identity'
import { openWorld, type World } from '@weibao/platform/testing'
import { CatalogDeskModule } from '../catalog-desk.module.js'
import { CatalogModule } from '../catalog.module.js'
import { openShop, type Shop } from './shop.js'

/** A world where people of a cooperative can be told things. */
export interface Desk {
  readonly world: World
  readonly shop: Shop
  /** What the people of Tongle were told of a kind, oldest first. */
  told(kind: string): Promise<Record<string, unknown>[]>
}

export async function openDesk(): Promise<Desk> {
  const world = await openWorld({
    modules: [IdentityModule, CatalogModule, CatalogDeskModule],
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
  })
  const organisation = {
    kind: 'cooperative',
    nameZh: '同乐示范合作社',
    nameEn: 'Tongle Demonstration Cooperative',
    shortNameZh: '同乐',
    shortNameEn: 'Tongle',
    region: 'weixi',
  } as const
  const tongle = await world.get(Organisations).create(organisation)
  const personId = await world.get(People).create({
    displayName: '和春燕',
    contacts: ['tongle@example.com'],
    password: '山里的蜜蜂飞过河',
  })
  await world.get(Members).add({ organisationId: tongle, personId, role: 'owner' })
  const shop = await openShop(world, { tongle })
  const told = async (kind: string) => {
    const sql = 'select params from notifications where person_id = $1 and kind = $2 order by id'
    const found = await world.sql<{ params: Record<string, unknown> }>(sql, [personId, kind])
    return found.map(({ params }) => params)
  }
  return { world, shop, told }
}
