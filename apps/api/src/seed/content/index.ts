import type { Contents } from '../product-content.js'
import { crafts } from './crafts.js'
import { fruitsAndNuts } from './fruits-nuts.js'
import { fungiAndHerbs } from './fungi-herbs.js'
import { grains } from './grains.js'
import { livestock } from './livestock.js'
import { oilsAndHoney } from './oils-honey.js'
import { vegetables } from './vegetables.js'
import { wineAndSweets } from './wine-sweets.js'

export const contents: Contents = {
  ...grains,
  ...vegetables,
  ...fruitsAndNuts,
  ...oilsAndHoney,
  ...fungiAndHerbs,
  ...wineAndSweets,
  ...livestock,
  ...crafts,
}
