import { airs, valley } from '../backdrops.js'
import { at } from '../draw.js'
import { cloth, lisu } from '../grounds.js'
import { bean, heap, spill } from '../motifs/grain.js'
import { bowl } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const chuandaWhiteKidneyBean: Scene = {
  alt: {
    zh: '蓝染粗布上，陶碗盛着饱满的大白芸豆，几粒滚落在外',
    en: 'Plump large white kidney beans in an earthen bowl on indigo cloth, a few rolled out',
  },
  nearer: 1.16,
  draw: (s) => {
    const one = bean(s, '#f4ead6', 30)
    return (
      valley(s, airs.green) +
      cloth(s, '#36508f', lisu) +
      s.shadow(450, 606, 240) +
      at(
        450,
        612,
        bowl(
          s,
          { width: 470, height: 180, colour: '#a8633d', pattern: 'lozenges', ink: '#f1ddbb' },
          heap(s, { rx: 205, ry: 52, height: 120, count: 150, base: '#d9c8a6' }, one),
        ),
      ) +
      spill(s, 700, 612, 60, 4, one) +
      spill(s, 260, 632, 60, 3, one)
    )
  },
}
