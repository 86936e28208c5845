import { parsePack } from '@weibao/catalog'
import type { SourcedProduct } from '../data/weixi-products.js'

/** Grams of one piece of what is counted and not weighed: for freight and reports, rounded up. */
const PIECE_GRAMS: Readonly<Record<string, number>> = {
  'yezhi-herb-chicken-eggs': 50,
  'lisu-hualabiao-bag': 400,
  'lixiu-sachet': 40,
  'hemp-notebook': 350,
  'lisu-embroidered-pillow': 800,
  'mali-masa-straw-weave': 120,
  'tongle-wooden-bowl': 350,
  'tongle-bamboo-weave': 500,
  'hemeizhisha-dyed-cloth': 220,
  'weixi-cymbidium': 2500,
}
/** Edible oil is lighter than water; wine and liquor are taken as water. */
const OIL_GRAMS_PER_ML = 0.92
/** Of a gram of saffron, the price of 500 g says nothing. */
const LEAST_COMPARED_GRAMS = 50

/** Net grams of a pack of a product, and whether it shows a price per 500 g. Throws when unreadable. */
export function packOf(
  { slug, category }: Pick<SourcedProduct, 'slug' | 'category'>,
  text: string,
): { grams: number; isSoldByWeight: boolean } {
  const pack = parsePack(text, {
    gramsPerMl: category === 'oil' ? OIL_GRAMS_PER_ML : 1,
    arePiecesWeighed: category === 'poultry',
    ...(PIECE_GRAMS[slug] && { pieceGrams: PIECE_GRAMS[slug] }),
  })
  if (!pack.ok) throw new Error(`pack of ${slug}: "${text}" ${pack.error}`)
  const { grams, isSoldByWeight } = pack.value
  return { grams, isSoldByWeight: isSoldByWeight && grams >= LEAST_COMPARED_GRAMS }
}
