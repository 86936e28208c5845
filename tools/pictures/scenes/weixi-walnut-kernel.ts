import { wall } from '../backdrops.js'
import { at, fill, oval } from '../draw.js'
import { table } from '../grounds.js'
import { walnutKernel } from '../motifs/nuts.js'
import { bowl } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const weixiWalnutKernel: Scene = {
  alt: {
    zh: '木碗里盛着浅金色的核桃仁，旁边几片核桃壳',
    en: 'Pale gold walnut kernels in a wooden bowl, with shells beside it',
  },
  nearer: 1.18,
  draw: (s) =>
    wall(s, '#d6c3a2') +
    table(s, '#7f5435') +
    s.shadow(440, 634, 250) +
    at(
      430,
      644,
      bowl(
        s,
        { width: 470, height: 170, colour: '#6f4526', pattern: 'wood' },
        [
          [-150, -10],
          [-60, -16],
          [40, -14],
          [136, -10],
          [-110, -62],
          [0, -70],
          [100, -62],
          [-50, -116],
          [56, -118],
          [0, -160],
        ]
          .map(([x, y]) => at(x!, y!, walnutKernel(s, 54), { turn: s.between(-70, 70) }))
          .join(''),
      ),
    ) +
    s.shadow(716, 676, 80, 16) +
    at(700, 648, s.volume(oval(0, 0, 60, 44), '#a06f3c') + fill(oval(0, -6, 50, 33), '#6b4522')) +
    at(774, 664, walnutKernel(s, 34), { turn: 20 }) +
    at(620, 690, walnutKernel(s, 34), { turn: -40 }),
}
