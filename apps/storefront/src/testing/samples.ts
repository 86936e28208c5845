import type { Cart, CartBundle, CartLine } from '@weibao/contracts/cart'
import type { Quote } from '@weibao/contracts/order'
import type { ProductCard, ProductList } from '@weibao/contracts/product'
import type { Session } from '@weibao/contracts/session'

export const idOf = (n: number) => `01934b1e-8a51-7c3e-9d55-${String(n).padStart(12, '0')}`
const both = (zh: string, en = zh) => ({ zh, en })

export const riceLine: CartLine = {
  skuId: idOf(1),
  productSlug: 'tacheng-red-rice',
  name: both('塔城红米', 'Tacheng red rice'),
  skuName: both('2.5 公斤装', '2.5 kg'),
  packGrams: 2500,
  quantity: 2,
  unitPriceFen: 6300,
  lineTotalFen: 12_600,
  availableQuantity: 30,
  obstacle: null,
  needsAdult: false,
  needsReturnConsent: false,
}

export const honeyLine: CartLine = {
  ...riceLine,
  skuId: idOf(2),
  productSlug: 'tongle-honey',
  name: both('同乐土蜂蜜', 'Tongle honey'),
  skuName: both('500 克瓶装', '500 g'),
  packGrams: 500,
  quantity: 1,
  unitPriceFen: 11_300,
  lineTotalFen: 11_300,
}

export function cartOf(...lines: CartLine[]): Cart {
  const goodsFen = lines.reduce((sum, line) => sum + line.lineTotalFen, 0)
  return {
    cooperatives: lines.length
      ? [
          {
            cooperativeId: idOf(9),
            cooperativeSlug: 'river-bend',
            name: both('河湾合作社（演示）', 'River Bend (demo)'),
            goodsFen,
            lines,
            bundles: [],
          },
        ]
      : [],
    goodsFen,
    quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
  }
}

export const giftBox: CartBundle = {
  bundleId: idOf(3),
  slug: 'lapu-valley-larder',
  name: both('腊普河谷粮油礼盒', 'Lapu valley larder'),
  components: [
    {
      skuId: riceLine.skuId,
      productSlug: riceLine.productSlug,
      name: riceLine.name,
      skuName: riceLine.skuName,
      quantity: 1,
    },
    {
      skuId: idOf(4),
      productSlug: 'tacheng-sunflower-seed',
      name: both('塔城葵花籽', 'Tacheng sunflower seeds'),
      skuName: both('1 公斤袋装', '1 kg'),
      quantity: 2,
    },
  ],
  grams: 4500,
  quantity: 3,
  unitPriceFen: 12_800,
  totalFen: 38_400,
  availableQuantity: 90,
  obstacle: null,
  needsAdult: false,
  needsReturnConsent: false,
}

/** The same cart with gift boxes of its first cooperative. */
export function withBoxes(cart: Cart, ...bundles: CartBundle[]): Cart {
  const [first, ...rest] = cart.cooperatives
  const addedFen = bundles.reduce((sum, each) => sum + each.totalFen, 0)
  return {
    cooperatives: [{ ...first!, goodsFen: first!.goodsFen + addedFen, bundles }, ...rest],
    goodsFen: cart.goodsFen + addedFen,
    quantity: cart.quantity + bundles.reduce((sum, each) => sum + each.quantity, 0),
  }
}

export function quoteOf(cart: Cart, freightFen = 1200): Quote {
  const [group] = cart.cooperatives
  return {
    parcels: [
      {
        cooperativeId: group!.cooperativeId,
        name: group!.name,
        goodsFen: cart.goodsFen,
        freightFen,
        grams: 5000,
        temperatureMode: 'none',
        arrivesFrom: '2026-11-29',
        arrivesTo: '2026-12-01',
      },
    ],
    goodsFen: cart.goodsFen,
    freightFen,
    totalFen: cart.goodsFen + freightFen,
    needsAdult: group!.lines.some(({ needsAdult }) => needsAdult),
    needsReturnConsent: group!.lines.some(({ needsReturnConsent }) => needsReturnConsent),
  }
}

export function cardOf(n: number, zh: string, change: Partial<ProductCard> = {}): ProductCard {
  return {
    id: idOf(100 + n),
    slug: `goods-${n}`,
    name: both(zh, `Goods ${n}`),
    categoryCode: 'grain',
    townshipCode: 'tacheng',
    townshipName: both('塔城镇', 'Tacheng Town'),
    cooperativeSlug: 'river-bend',
    cooperativeName: both('河湾合作社（演示）', 'River Bend (demo)'),
    picture: { base: `/pictures/goods-${n}`, alt: both(`${zh}的画`, `Picture of goods ${n}`) },
    skuId: idOf(n),
    pack: both('500 克', '500 g'),
    priceFen: 6300,
    pricePer500gFen: 6300,
    skuCount: 1,
    availability: 'on-sale',
    left: 40,
    season: { harvestMonths: [9, 10], isNow: true, from: null, to: '2026-12-11', nextFrom: null },
    temperatureMode: 'none',
    isRecognised: false,
    rating: null,
    isGift: false,
    isCanteen: false,
    isBusinessOnly: false,
    isAdultOnly: false,
    ...change,
  }
}

export function listOf(...items: ProductCard[]): ProductList {
  return {
    items,
    nextCursor: null,
    total: items.length,
    facets: {
      category: [
        { value: 'grain', name: both('粮食', 'Grain'), count: 1 },
        { value: 'honey', name: both('蜂蜜', 'Honey'), count: 1 },
      ],
      township: [{ value: 'tacheng', name: both('塔城镇', 'Tacheng Town'), count: 2 }],
      temperature: [],
      season: 2,
      gift: 1,
      canteen: 0,
      recognised: 1,
      minPriceFen: 1000,
      maxPriceFen: 20_000,
    },
    isRelaxed: false,
  }
}

export const stranger: Session = {
  state: 'anonymous',
  person: null,
  memberships: [],
  secondFactor: { isEnabled: false, isRequired: false, provedUntil: null },
}

export const xiaoman: Session = {
  ...stranger,
  state: 'signed-in',
  person: {
    id: idOf(50),
    displayName: '林小满',
    locale: 'zh-CN',
    email: 'lin@example.com',
    mobile: null,
  },
}
