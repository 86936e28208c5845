import { airs, valley } from '../backdrops.js'
import { at, fill, oval } from '../draw.js'
import { table } from '../grounds.js'
import { tray } from '../motifs/containers.js'
import { heap, threeEdged } from '../motifs/grain.js'
import { steam } from '../motifs/plants.js'
import { bowl } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const tongleTartaryBuckwheat: Scene = {
  alt: {
    zh: '竹簸箕里一堆棱角分明的深褐苦荞粒，旁边一杯金黄的苦荞茶',
    en: 'A bamboo tray with a heap of dark ridged tartary buckwheat, beside it a cup of golden buckwheat tea',
  },
  draw: (s) => {
    const seed = threeEdged(s, ['#4f4530', '#6b5a3a', '#3a3224', '#7c6c48'])
    return (
      valley(s, airs.earth) +
      table(s, '#8a5d38') +
      s.shadow(430, 600, 330, 60) +
      at(
        420,
        580,
        tray(
          s,
          320,
          108,
          at(-10, 6, heap(s, { rx: 240, ry: 62, height: 128, count: 620, base: '#2c2519' }, seed)),
        ),
      ) +
      s.shadow(735, 652, 90, 22) +
      at(
        735,
        660,
        bowl(
          s,
          {
            width: 176,
            height: 112,
            colour: '#e9dfc8',
            inner: '#d8a13a',
            pattern: 'rings',
            ink: '#7a5310',
          },
          fill(
            oval(0, 3, 78, 20),
            s.linear(
              [
                [0, '#f0c25a'],
                [1, '#b97a16'],
              ],
              [0, 0, 1, 0],
            ),
          ),
        ),
      ) +
      steam(735, 530, 110)
    )
  },
}
