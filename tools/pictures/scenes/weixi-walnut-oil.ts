import { airs, valley } from '../backdrops.js'
import { at } from '../draw.js'
import { table } from '../grounds.js'
import { bottle, paper, shapes } from '../motifs/bottles.js'
import { walnut, walnutKernel } from '../motifs/nuts.js'
import { sprig } from '../motifs/plants.js'
import type { Scene } from '../scene.js'

export const weixiWalnutOil: Scene = {
  alt: {
    zh: '一瓶淡金色核桃油立在木桌上，瓶前放着核桃和核桃仁',
    en: 'A bottle of pale gold walnut oil on a wooden table with walnuts and kernels in front',
  },
  draw: (s) =>
    valley(s, airs.earth) +
    table(s, '#93653c') +
    at(640, 330, sprig(s, 240, 6, { leaf: '#6f9a52', stem: '#6d4c2e', size: 100, slim: 0.36 }), {
      turn: -150,
    }) +
    s.shadow(450, 632, 120) +
    at(
      440,
      640,
      bottle(s, {
        profile: shapes.oil,
        glass: '#e8e0c0',
        liquid: '#dba83a',
        level: -330,
        cap: { colour: '#5b3a22', height: 44 },
        label: { y: -232, height: 150, paper, ink: '#5b3a22', second: '#c98a1e' },
      }),
      { scale: 1.18 },
    ) +
    [
      [250, 620, 60],
      [320, 664, 56],
      [610, 640, 62],
      [700, 660, 56],
    ]
      .map(
        ([x, y, r]) =>
          s.shadow(x!, y! + r! * 0.8, r!, 12) +
          at(x!, y!, walnut(s, r!), { turn: s.between(-40, 40) }),
      )
      .join('') +
    at(560, 690, walnutKernel(s, 38), { turn: 20 }) +
    at(220, 690, walnutKernel(s, 36)),
}
