import { airs, valley } from '../backdrops.js'
import { at } from '../draw.js'
import { table } from '../grounds.js'
import { tray } from '../motifs/containers.js'
import { boleteSlice } from '../motifs/fungi.js'
import type { Scene } from '../scene.js'

export const driedWildBoletus: Scene = {
  alt: {
    zh: '竹匾上铺开的干牛肝菌片，片片看得见菌盖和菌柄',
    en: 'Dried slices of wild bolete spread on a bamboo tray, cap and stem showing in each',
  },
  draw: (s) =>
    valley(s, airs.honey) +
    table(s, '#8f6038') +
    s.shadow(450, 570, 350, 80) +
    at(
      440,
      540,
      tray(
        s,
        350,
        150,
        [
          [-220, -20],
          [-110, -58],
          [20, -66],
          [140, -54],
          [230, -8],
          [-160, 40],
          [-40, 8],
          [86, 14],
          [180, 62],
          [-80, 88],
          [50, 92],
        ]
          .map(([x, y]) => at(x!, y!, boleteSlice(s, 74), { turn: s.between(-80, 80) }))
          .join(''),
      ),
    ),
}
