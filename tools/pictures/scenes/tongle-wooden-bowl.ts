import { airs, valley } from '../backdrops.js'
import { at, oval, stroke, times } from '../draw.js'
import { cloth, lisu } from '../grounds.js'
import { bowl, lathe, turned } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const tongleWoodenBowl: Scene = {
  alt: {
    zh: '两只木碗，一大一小，年轮纹理清楚，旁边一只带盖的木糌粑盒',
    en: 'Two turned wooden bowls showing their grain, a lidded wooden box beside them',
  },
  nearer: 1.04,
  draw: (s) => {
    const ring = (rx: number) =>
      times(7, (i) =>
        stroke(
          oval(rx * 0.1, 4, rx * (0.14 + i * 0.13), rx * 0.28 * (0.14 + i * 0.13)),
          '#5a331a',
          i % 2 ? 2 : 4,
          0.4,
        ),
      )
    return (
      valley(s, airs.earth) +
      cloth(s, '#e7d9bb', lisu) +
      s.shadow(640, 520, 120) +
      at(
        640,
        520,
        turned(
          s,
          lathe([
            [96, -190],
            [110, -176],
            [124, -110],
            [112, -30],
            [80, 0],
          ]),
          '#a5642f',
        ) +
          [-150, -120, -60]
            .map((y) => stroke(`M-120 ${y}q120 34 240 0`, '#5f3418', 4, 0.5))
            .join('') +
          turned(
            s,
            lathe([
              [14, -268],
              [20, -254],
              [14, -240],
              [80, -220],
              [112, -192],
              [112, -184],
            ]),
            '#8a4f26',
          ),
      ) +
      s.shadow(370, 600, 230) +
      at(
        360,
        606,
        bowl(
          s,
          { width: 440, height: 220, colour: '#b5713a', inner: '#9a5c2c', pattern: 'wood' },
          s.inside(oval(0, 0, 214, 58), ring(230)),
        ),
      ) +
      s.shadow(650, 626, 120) +
      at(
        650,
        630,
        bowl(
          s,
          { width: 230, height: 118, colour: '#8f4f26', inner: '#7a4420', pattern: 'wood' },
          s.inside(oval(0, 0, 110, 29), ring(118)),
        ),
      )
    )
  },
}
