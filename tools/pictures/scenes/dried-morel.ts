import { wall } from '../backdrops.js'
import { at } from '../draw.js'
import { table } from '../grounds.js'
import { tray } from '../motifs/containers.js'
import { morel } from '../motifs/fungi.js'
import type { Scene } from '../scene.js'

export const driedMorel: Scene = {
  alt: {
    zh: '竹簸箕里晒着棕褐色的干羊肚菌，菌帽布满蜂窝状凹坑',
    en: 'Brown dried morels with honeycombed caps on a bamboo tray',
  },
  draw: (s) =>
    wall(s, '#d8c4a2') +
    table(s, '#86593a') +
    s.shadow(450, 590, 340, 70) +
    at(
      440,
      560,
      tray(
        s,
        330,
        124,
        [
          [-250, 10, 84, 40],
          [-150, -30, 86, 78],
          [-20, 0, 88, -74],
          [110, -36, 86, 70],
          [250, -20, 82, -40],
          [-200, 62, 90, 66],
          [-60, 54, 94, -60],
          [70, 58, 96, 74],
          [240, 50, 88, -72],
          [-110, 104, 92, 82],
          [40, 112, 96, -64],
          [170, 100, 90, 62],
        ]
          .map(([x, y, r, turn]) =>
            at(x!, y!, morel(s, r!, s.pick(['#6b4a30', '#7a5638', '#5d3f29']), '#c9ab7d'), {
              turn,
            }),
          )
          .join(''),
      ),
    ),
}
