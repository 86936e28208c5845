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
          [-190, 40, 78, -64],
          [-70, 14, 84, -30],
          [60, 18, 86, 24],
          [180, 44, 80, 62],
          [-130, 92, 88, -48],
          [10, 86, 96, 6],
          [140, 96, 86, 50],
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
