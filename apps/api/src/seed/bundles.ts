import type { INestApplicationContext } from '@nestjs/common'
import { Bundles } from '@weibao/catalog'
import { invariant, parseYuan, shareFen, type Id } from '@weibao/kernel'
import type { Tx } from '@weibao/platform'

interface DemoBundle {
  readonly slug: string
  readonly cooperative: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly story: { readonly zh: string; readonly en: string }
  readonly yuan: number
  /** Slug of the product, which of its packs (first is 0), how many of them in a box. */
  readonly holds: readonly (readonly [string, number, number])[]
}

const box = (
  slug: string,
  cooperative: string,
  yuan: number,
  [zh, en]: readonly [string, string],
  [storyZh, storyEn]: readonly [string, string],
  holds: DemoBundle['holds'],
): DemoBundle => ({
  slug,
  cooperative,
  yuan,
  name: { zh, en },
  story: { zh: storyZh, en: storyEn },
  holds,
})

/** Demonstration boxes around 60, 100, 200 and 300 yuan a head: what unions usually give at festivals. */
const demoBundles: readonly DemoBundle[] = [
  box(
    'zhonglu-sweet-and-pepper',
    'zhonglu-kitchen',
    58,
    ['中路灶头小礼', 'Zhonglu kitchen pair'],
    [
      '灶头上的两样：慢火熬的麦芽糖，晒到开口的红花椒。送同事、随手礼都合适，放常温就好。',
      'Two things from the stove: malt candy boiled slowly, and red pepper dried until it opens. A small present that keeps at room temperature.',
    ],
    [
      ['weixi-maltose', 0, 1],
      ['weixi-sichuan-pepper', 0, 1],
    ],
  ),
  box(
    'walnut-three-ways',
    'walnut-shade',
    88,
    ['核桃三味礼盒', 'Walnut, three ways'],
    [
      '同一片核桃林的三种吃法：带壳核桃现剥，核桃仁当零嘴，冷榨核桃油拌凉菜。',
      'One walnut grove, three ways: in the shell to crack yourself, kernels to nibble, and cold-pressed oil for a salad.',
    ],
    [
      ['weixi-walnut', 1, 1],
      ['weixi-walnut-kernel', 1, 1],
      ['weixi-walnut-oil', 1, 1],
    ],
  ),
  box(
    'tongle-field-and-hive',
    'tongle-hillside',
    98,
    ['同乐坡上礼盒', 'Tongle hillside box'],
    [
      '坡地上的甜荞、苦荞各一袋，配一瓶土蜂蜜。荞麦饼蘸蜜，是同乐村待客的早饭。',
      'Common and tartary buckwheat from the slopes, with a jar of hill honey. Buckwheat cakes dipped in honey are the breakfast Tongle serves its guests.',
    ],
    [
      ['tongle-honey', 1, 1],
      ['tongle-sweet-buckwheat', 0, 1],
      ['tongle-tartary-buckwheat', 0, 1],
    ],
  ),
  box(
    'yezhi-rice-and-quinoa',
    'yezhi-riverside',
    98,
    ['叶枝江边米礼', 'Yezhi riverside grains'],
    [
      '澜沧江边的香米五公斤，加一袋藜麦。一锅掺着煮，米香更厚，够一家人吃上大半个月。',
      'Five kilos of fragrant rice from the Lancang and a bag of quinoa. Cooked together they feed a family for half a month.',
    ],
    [
      ['yezhi-fragrant-rice', 0, 1],
      ['yezhi-quinoa', 0, 1],
    ],
  ),
  box(
    'spring-morel-first-pick',
    'spring-morel',
    99,
    ['春菌初采礼盒', 'First morels'],
    [
      '开春头茬羊肚菌烘干，配一袋当归，炖一锅鸡汤正好用完。',
      'The first morels of spring, dried, with angelica root: exactly what one pot of chicken soup takes.',
    ],
    [
      ['dried-morel', 1, 1],
      ['weixi-angelica', 0, 1],
    ],
  ),
  box(
    'snow-mountain-morning',
    'badi-barley',
    108,
    ['雪山晨光礼盒', 'Snow mountain morning'],
    [
      '百花蜜一瓶、青稞米一袋。早上一碗青稞粥，淋一勺蜜，是雪山脚下的开门味道。',
      'A jar of mixed-flower honey and a bag of pearled barley: a bowl of barley porridge with a spoon of honey, as mornings begin below the snow.',
    ],
    [
      ['weixi-baihua-honey', 0, 1],
      ['highland-barley', 2, 1],
    ],
  ),
  box(
    'weideng-dry-goods',
    'weideng-orchard',
    118,
    ['维登山厨礼盒', 'Weideng mountain kitchen'],
    [
      '黑木耳肉厚，泡发快；傈僳人家的漆油煮鸡最香。两样干货，厨房常备。',
      'Thick wood-ear that soaks quickly, and the lacquer-seed oil that Lisu households cook chicken in. Two things for the larder.',
    ],
    [
      ['black-fungus', 0, 1],
      ['lacquer-seed-oil', 0, 1],
    ],
  ),
  box(
    'lisu-handwork',
    'lisu-needles',
    128,
    ['傈绣小件礼盒', 'Lisu handwork'],
    [
      '两只绣香囊、一本麻布笔记本，都是绣娘农闲时一针一线做的，件件不同。',
      'Two embroidered sachets and a hemp notebook, made stitch by stitch in the quiet months. No two are alike.',
    ],
    [
      ['lixiu-sachet', 0, 2],
      ['hemp-notebook', 0, 1],
    ],
  ),
  box(
    'lapu-valley-larder',
    'lapu-valley',
    128,
    ['腊普河谷粮油礼盒', 'Lapu valley larder'],
    [
      '红米、白芸豆、菜籽油、葵花籽，一条河谷一年的收成装进一箱，过节回家不空手。',
      'Red rice, white beans, rapeseed oil and sunflower seeds: a valley’s year in one box, so that nobody goes home empty-handed.',
    ],
    [
      ['tacheng-red-rice', 0, 1],
      ['chuanda-white-kidney-bean', 0, 1],
      ['tacheng-rapeseed-oil', 1, 1],
      ['tacheng-sunflower-seed', 0, 1],
    ],
  ),
  box(
    'walnut-full-house',
    'walnut-shade',
    188,
    ['核桃满堂礼盒', 'A full house of walnuts'],
    [
      '核桃油一大瓶、核桃仁两袋、带壳核桃一袋，分量足，全家分着吃。',
      'A large bottle of walnut oil, two bags of kernels and one of walnuts in the shell: enough for the whole family.',
    ],
    [
      ['weixi-walnut-oil', 0, 1],
      ['weixi-walnut-kernel', 0, 2],
      ['weixi-walnut', 1, 1],
    ],
  ),
  box(
    'snow-mountain-honey',
    'badi-barley',
    228,
    ['雪山蜜意礼盒', 'Snow mountain honey'],
    [
      '一瓶百花蜜、一盒整块巢蜜，再加一袋青稞米。巢蜜连蜡嚼着吃，甜里有花香。',
      'A jar of mixed-flower honey, a whole comb, and a bag of barley. The comb is chewed wax and all, and tastes of flowers.',
    ],
    [
      ['weixi-baihua-honey', 0, 1],
      ['weixi-comb-honey', 0, 1],
      ['highland-barley', 2, 1],
    ],
  ),
  box(
    'spring-morel-treasure',
    'spring-morel',
    268,
    ['春菌臻选礼盒', 'Choice morels'],
    [
      '羊肚菌两袋，个头匀整；配一袋当归。送长辈、送老师，体面又实在。',
      'Two bags of even, well-grown morels with angelica root: a present for parents and teachers that is both fine and useful.',
    ],
    [
      ['dried-morel', 0, 2],
      ['weixi-angelica', 0, 1],
    ],
  ),
  box(
    'tongle-fireside',
    'tongle-hillside',
    288,
    ['同乐火塘礼盒', 'Tongle fireside'],
    [
      '土蜂蜜、琵琶肉、苦荞，再放一只木匠挖的木碗。围着火塘吃的一桌，搬到上海来。',
      'Hill honey, pipa pork, tartary buckwheat, and a bowl carved from one piece of wood: what is eaten round the hearth, brought to Shanghai.',
    ],
    [
      ['tongle-honey', 0, 1],
      ['tongle-pipa-pork', 1, 1],
      ['tongle-tartary-buckwheat', 0, 1],
      ['tongle-wooden-bowl', 0, 1],
    ],
  ),
  box(
    'snow-vine-pair',
    'snow-vine',
    368,
    ['江岸双支酒礼', 'Two bottles from the river terraces'],
    [
      '一支高原干红，一支冰葡萄酒，一干一甜，家宴从头喝到甜点。饮酒适量，未成年人请勿饮酒。',
      'A highland dry red and an ice wine: one dry, one sweet, from the first course to the last. Drink with measure; not for minors.',
    ],
    [
      ['tacheng-dry-red', 0, 1],
      ['tacheng-ice-wine', 0, 1],
    ],
  ),
]

/** From so many boxes on a union gets them cheaper. */
const BREAKS = [
  { minQuantity: 50, basisPoints: 9600 },
  { minQuantity: 200, basisPoints: 9300 },
]

/** Makes the demonstration boxes out of the products just listed. How many. */
export async function seedBundles(
  app: INestApplicationContext,
  tx: Tx,
  known: {
    readonly cooperativeIds: ReadonlyMap<string, Id>
    readonly skuIds: ReadonlyMap<string, readonly Id[]>
  },
): Promise<number> {
  const bundles = app.get(Bundles, { strict: false })
  for (const { slug, cooperative, name, story, yuan, holds } of demoBundles) {
    const cooperativeId = known.cooperativeIds.get(cooperative)
    invariant(cooperativeId, `no organisation of ${cooperative}`)
    const priceFen = parseYuan(String(yuan))!
    const components = holds.map(([product, pack, quantity]) => {
      const skuId = known.skuIds.get(product)?.[pack]
      invariant(skuId, `no pack ${pack} of ${product}`)
      return { skuId, quantity }
    })
    const priceBreaks = BREAKS.map(({ minQuantity, basisPoints }) => ({
      minQuantity,
      priceFen: shareFen(priceFen, basisPoints),
    }))
    await bundles.make(
      tx,
      cooperativeId,
      { name, story, priceFen, priceBreaks, components, isActive: true },
      slug,
    )
  }
  return demoBundles.length
}
