import { wall } from '../backdrops.js'
import { shade } from '../colour.js'
import { at, stroke } from '../draw.js'
import { table } from '../grounds.js'
import { heap, kernel, kernels, spill } from '../motifs/grain.js'
import { steam } from '../motifs/plants.js'
import { bowl } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const yezhiFragrantRice: Scene = {
  alt: {
    zh: '青花碗里一碗热气腾腾的白米饭，碗上搁着筷子，旁边一小堆生米',
    en: 'A bowl of steaming white rice in blue-and-white china with chopsticks, raw rice beside it',
  },
  nearer: 1.12,
  draw: (s) => {
    const cooked = (x: number, y: number, lit: number) =>
      kernel(
        x,
        y,
        14,
        7,
        s.between(0, 180),
        shade(s.pick(['#fffdf5', '#fbf5e6']), 0.24 * (1 - lit)),
      )
    const raw = kernels(s, '#f3ead2', 13, 4.5, '#fffaf0')
    return (
      wall(s, '#dcc9a4') +
      table(s, '#9c6b3f') +
      steam(450, 250, 190) +
      s.shadow(450, 632, 240) +
      at(
        440,
        640,
        bowl(
          s,
          { width: 450, height: 210, colour: '#f2f1ea', inner: '#e9e6da', pattern: 'waves' },
          heap(s, { rx: 206, ry: 52, height: 140, count: 620, base: '#e8dfc9' }, cooked),
        ),
      ) +
      stroke('M600 640L840 500', '#7c2620', 13) +
      stroke('M628 652L852 520', '#8f3128', 13) +
      spill(s, 690, 662, 80, 70, raw) +
      at(716, 640, heap(s, { rx: 78, ry: 18, height: 36, count: 170, base: '#d9c9a2' }, raw))
    )
  },
}
