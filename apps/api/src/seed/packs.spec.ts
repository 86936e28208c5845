import { parsePack } from '@weibao/catalog'
import { describe, expect, it } from 'vitest'
import { sourcedProducts } from '../data/weixi-products.js'
import { packOf } from './packs.js'

/** Every pack of the source with the grams a person reads out of it. */
const packs: readonly (readonly [slug: string, text: string, grams: number])[] = [
  ['laoheigu-black-rice', '2.5 kg vacuum bag', 2500],
  ['tacheng-red-rice', '2.5 kg vacuum bag', 2500],
  ['yezhi-fragrant-rice', '5 kg bag', 5000],
  ['highland-barley', '2.5 kg flour or pearled grain', 2500],
  ['tongle-tartary-buckwheat', '1 kg bag', 1000],
  ['tongle-sweet-buckwheat', '1 kg bag', 1000],
  ['chuanda-white-kidney-bean', '1 kg bag', 1000],
  ['yezhi-quinoa', '500 g bag', 500],
  ['weixi-sticky-yam', '2.5 kg whole-root box', 2500],
  ['weixi-highland-potato', '5 kg box', 5000],
  ['yongfu-greenhouse-vegetables', '5 kg mixed box', 5000],
  ['baijixun-river-vegetables', '5 kg mixed box', 5000],
  ['yezhi-konjac', '5 kg fresh corms', 5000],
  ['weideng-endive', '3 kg box', 3000],
  ['zili-red-grape', '2.5 kg box', 2500],
  ['weideng-apple', '5 kg box', 5000],
  ['weideng-strawberry', '1 kg box', 1000],
  ['tongle-peach', '2.5 kg box', 2500],
  ['weixi-chestnut', '2.5 kg bag', 2500],
  ['weixi-walnut', '2.5 kg bag', 2500],
  ['weixi-walnut-kernel', '500 g bag', 500],
  ['weixi-walnut-oil', '500 ml bottle', 460],
  ['tacheng-sunflower-seed', '1 kg bag', 1000],
  ['lacquer-seed-oil', '500 g block', 500],
  ['prinsepia-oil', '250 ml bottle', 230],
  ['tacheng-rapeseed-oil', '5 L drum', 4600],
  ['weixi-baihua-honey', '500 g jar', 500],
  ['tongle-honey', '500 g jar', 500],
  ['weixi-comb-honey', '500 g box', 500],
  ['wasp-pupae', '250 g frozen', 250],
  ['dried-morel', '100 g bag', 100],
  ['fresh-morel', '500 g box', 500],
  ['fresh-matsutake', '500 g box', 500],
  ['dried-wild-boletus', '100 g bag', 100],
  ['black-fungus', '250 g bag', 250],
  ['weixi-gastrodia', '250 g box', 250],
  ['weixi-gentiana', '1 kg dried, bulk', 1000],
  ['weixi-angelica', '250 g bag', 250],
  ['weixi-costus', '1 kg dried, bulk', 1000],
  ['weixi-paris', '1 kg dried, bulk', 1000],
  ['yezhi-salvia', '1 kg dried, bulk', 1000],
  ['tacheng-saffron', '1 g gift tin', 1],
  ['weixi-sichuan-pepper', '250 g bag', 250],
  ['tacheng-ice-wine', '375 ml bottle', 375],
  ['baohe-ice-wine', '375 ml bottle', 375],
  ['tacheng-dry-red', '750 ml bottle', 750],
  ['weixi-small-pot-liquor', '500 ml bottle', 500],
  ['weixi-maltose', '250 g box', 250],
  ['baohe-festival-sweets', '600 g mixed box', 600],
  ['baohe-erkuai', '1 kg vacuum', 1000],
  ['pine-bark-cake', '500 g box', 500],
  ['nami-chicken', '1.2-1.5 kg dressed, frozen', 1200],
  ['lijia-black-chicken', '1.2-1.5 kg dressed, frozen', 1200],
  ['yezhi-herb-chicken-eggs', '30 eggs', 1500],
  ['pantiange-ham', '1 kg vacuum', 1000],
  ['tongle-pipa-pork', '1 kg vacuum', 1000],
  ['baijixun-ecological-pork', '2.5 kg frozen cuts', 2500],
  ['baijixun-beef', '2 kg frozen cuts', 2000],
  ['weixi-black-bone-sheep', '2 kg frozen cuts', 2000],
  ['weixi-suyou-butter', '500 g block', 500],
  ['rice-paddy-fish', '1 kg frozen', 1000],
  ['tacheng-rainbow-trout', '1 kg frozen', 1000],
  ['lisu-hualabiao-bag', 'one hand-made bag', 400],
  ['lixiu-sachet', 'one sachet, gift bag', 40],
  ['hemp-notebook', 'one notebook', 350],
  ['lisu-embroidered-pillow', 'one cushion', 800],
  ['mali-masa-straw-weave', 'one piece', 120],
  ['tongle-wooden-bowl', 'one bowl, boxed', 350],
  ['tongle-bamboo-weave', 'one basket', 500],
  ['hemeizhisha-dyed-cloth', 'one scarf', 220],
  ['weixi-cymbidium', 'one potted plant', 2500],
]

describe('the pack of each of the 71 products', () => {
  it.each(packs)('%s: "%s" is %i g', (slug, text, grams) => {
    const source = sourcedProducts.find((each) => each.slug === slug)!
    expect(source.pack).toBe(text)
    expect(packOf(source, text).grams).toBe(grams)
  })

  it('leaves none out', () => {
    expect(packs.map(([slug]) => slug)).toEqual(sourcedProducts.map(({ slug }) => slug))
    expect(packs).toHaveLength(71)
  })

  it('shows a price of 500 g for food, not for crafts and not for a gram of saffron', () => {
    const of = (slug: string) => sourcedProducts.find((each) => each.slug === slug)!
    expect(packOf(of('weixi-baihua-honey'), '500 g jar').isSoldByWeight).toBe(true)
    expect(packOf(of('yezhi-herb-chicken-eggs'), '30 eggs').isSoldByWeight).toBe(true)
    expect(packOf(of('tongle-wooden-bowl'), 'one bowl, boxed').isSoldByWeight).toBe(false)
    expect(packOf(of('tacheng-saffron'), '1 g gift tin').isSoldByWeight).toBe(false)
  })
})

describe('a pack nobody can read', () => {
  it.each([
    ['a lot', 'piece-weight-unknown'],
    ['vacuum bag', 'no-amount'],
    ['0 kg bag', 'amount-out-of-range'],
    ['1.5-1.2 kg', 'amount-out-of-range'],
    ['500 gold', 'piece-weight-unknown'],
    ['', 'no-amount'],
  ])('"%s" fails: %s', (text, error) => expect(parsePack(text)).toEqual({ ok: false, error }))
})
