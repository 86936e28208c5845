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
          [-216, -18, 74, 70],
          [-110, -50, 76, -60],
          [4, -56, 76, 84],
          [118, -52, 76, -78],
          [222, -20, 74, 58],
          [-160, 34, 82, -74],
          [-30, 18, 84, 64],
          [104, 26, 84, -58],
          [210, 52, 78, 80],
          [-84, 82, 84, 76],
          [56, 84, 86, -70],
        ]
          .map(([x, y, r, turn]) =>
            at(
              x!,
              y!,
              at(0, r! * 0.8, morel(s, r!, s.pick(['#6b4a30', '#7a5638', '#5d3f29']), '#c9ab7d')),
              { turn },
            ),
          )
          .join(''),
      ),
    ),
}
