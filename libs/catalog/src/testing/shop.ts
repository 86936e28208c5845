import { newId, type Id } from '@weibao/kernel'
import type { World } from '@weibao/platform/testing'
import { Cooperatives } from '../cooperatives/cooperatives.service.js'
import type { NewProduct } from '../products/product-rows.js'
import { Products } from '../products/products.service.js'

/** Two cooperatives in two townships, with nothing to sell yet. */
export interface Shop {
  readonly tongle: Id
  readonly tacheng: Id
}

const categories = [
  { code: 'honey', name: { zh: '蜂蜜', en: 'Honey' }, isBusinessOnly: false },
  { code: 'fungi', name: { zh: '菌菇', en: 'Fungi' }, isBusinessOnly: false },
  { code: 'wine', name: { zh: '酒', en: 'Wine' }, isBusinessOnly: false },
  { code: 'herb', name: { zh: '中药材', en: 'Medicinal herbs' }, isBusinessOnly: true },
]
const townships = [
  {
    code: 'yezhi',
    name: { zh: '叶枝镇', en: 'Yezhi Town' },
    kind: 'town' as const,
    intro: { zh: '澜沧江边。', en: 'On the Lancang.' },
    villages: ['同乐村'],
  },
  {
    code: 'tacheng',
    name: { zh: '塔城镇', en: 'Tacheng Town' },
    kind: 'town' as const,
    intro: { zh: '腊普河谷。', en: 'The Lapu valley.' },
    villages: ['启别村'],
  },
]

/** Places and two cooperatives, for tests of whoever sells. */
export async function openShop(world: World, given: Partial<Shop> = {}): Promise<Shop> {
  const cooperatives = world.get(Cooperatives)
  const shop = { tongle: newId(), tacheng: newId(), ...given }
  await world.unitOfWork.run(async (tx) => {
    await cooperatives.savePlaces(tx, categories, townships)
    for (const [slug, zh, en, townshipCode, organisationId] of [
      ['tongle-demo', '同乐示范合作社', 'Tongle Demonstration Cooperative', 'yezhi', shop.tongle],
      [
        'tacheng-demo',
        '塔城示范合作社',
        'Tacheng Demonstration Cooperative',
        'tacheng',
        shop.tacheng,
      ],
    ] as const)
      await cooperatives.createProfile(tx, {
        organisationId,
        slug,
        name: { zh, en },
        townshipCode,
        villages: [],
        summary: { zh, en },
        story: { zh, en },
        memberFarmers: 40,
        foundedYear: 2019,
        isDemonstration: true,
        joinedOn: '2026-01-01',
      })
  })
  return shop
}

/** A listed product with one sku of 500 g at ¥98 unless said otherwise. */
export async function makeProduct(
  world: World,
  cooperativeId: Id,
  given: Partial<NewProduct> = {},
): Promise<{ productId: Id; skuIds: Id[]; skuId: Id; slug: string }> {
  const slug = given.slug ?? `honey-${newId()}`
  const text = { zh: '装在玻璃瓶里的蜂蜜。', en: 'Honey in a glass jar.' }
  const [made] = await world.unitOfWork.run((tx) =>
    world.get(Products).createListed(tx, [
      {
        slug,
        cooperativeId,
        categoryCode: 'honey',
        name: { zh: '维西百花蜜', en: 'Weixi mixed-flower honey' },
        originScope: 'township',
        townshipCode: 'yezhi',
        townshipCodes: ['yezhi'],
        villages: ['同乐村'],
        story: text,
        storage: text,
        use: text,
        pictureAlt: text,
        keywords: [],
        facts: [],
        compliance: [],
        harvestMonths: [10, 11],
        shelfLifeDays: 730,
        temperatureMode: 'none',
        isGift: false,
        isCanteen: false,
        isBusinessOnly: false,
        isAdultOnly: false,
        isReturnException: false,
        isVerified: true,
        estimatedFields: [],
        rank: 1000,
        skus: [
          {
            name: { zh: '500克瓶装', en: '500 g jar' },
            pack: { zh: '500克', en: '500 g' },
            packGrams: 500,
            isSoldByWeight: true,
            priceFen: 9800,
            priceBreaks: [],
          },
        ],
        ...given,
      },
    ]),
  )
  return { ...made!, skuId: made!.skuIds[0]!, slug }
}
