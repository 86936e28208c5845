import { airs, valley } from '../backdrops.js'
import { at, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { peach } from '../motifs/fruits.js'
import { leaf } from '../motifs/plants.js'
import { bowl } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const tonglePeach: Scene = {
  alt: {
    zh: '枝头带叶的粉红蜜桃堆在木碗里，背后是桃枝',
    en: 'Blushing peaches with leaves in a wooden bowl, a peach branch behind',
  },
  draw: (s) =>
    valley(s, airs.green) +
    table(s, '#ad7b4b') +
    at(
      900,
      120,
      stroke('M0 0Q-200 60 -420 20', '#6d4c2e', 16) +
        times(7, (i) =>
          at(-60 - i * 56, 22 + (i % 3) * 8, leaf(s, 130, 24, '#6a9a4c', 6), {
            turn: i % 2 ? 100 + i * 6 : 200,
          }),
        ) +
        at(-240, 110, peach(s, 66)),
    ) +
    s.shadow(430, 634, 250) +
    at(
      430,
      644,
      bowl(
        s,
        { width: 460, height: 170, colour: '#8a5a34', pattern: 'wood' },
        [
          [-130, -24, 76],
          [126, -22, 78],
          [0, -40, 84],
          [-64, -128, 74],
          [76, -124, 76],
        ]
          .map(([x, y, r]) => at(x!, y!, peach(s, r!), { turn: s.between(-20, 20) }))
          .join('') +
          at(-60, -196, leaf(s, 120, 24, '#5f9146'), { turn: -160 }) +
          at(90, -190, leaf(s, 120, 24, '#6f9f4f'), { turn: -30 }),
      ),
    ) +
    s.shadow(726, 676, 70, 16) +
    at(720, 620, peach(s, 62)),
}
