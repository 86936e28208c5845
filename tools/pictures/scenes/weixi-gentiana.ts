import { airs, valley } from '../backdrops.js'
import { at, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { leaf } from '../motifs/plants.js'
import { gentian, root } from '../motifs/roots.js'
import type { Scene } from '../scene.js'

export const weixiGentiana: Scene = {
  alt: {
    zh: '一束拧成绳状的秦艽根，旁边开着蓝紫的龙胆花',
    en: 'A bundle of twisted gentian roots with blue gentian flowers beside it',
  },
  draw: (s) =>
    valley(s, airs.cold, { snow: true }) +
    table(s, '#8b6242') +
    s.shadow(430, 620, 280, 40) +
    times(6, (i) =>
      at(
        250 + i * 56,
        330 + (i % 2) * 14,
        root(s, 300, 32, s.pick(['#8a6440', '#7a5636', '#9a7450']), 5),
        { turn: s.between(-10, 10) },
      ),
    ) +
    stroke('M220 420Q400 470 570 414', '#b3372b', 15) +
    stroke('M222 438Q400 488 572 432', '#24386e', 7) +
    at(
      690,
      640,
      stroke('M-20 0Q-10 -150 -20 -260M0 0Q30 -120 60 -200', '#5f8f48', 8) +
        [
          [-20, -60, 200],
          [-14, -130, -20],
          [20, -80, -20],
          [-18, -190, 200],
        ]
          .map(([x, y, t]) => at(x!, y!, leaf(s, 110, 22, '#6d9a50', 4), { turn: t! }))
          .join('') +
        gentian(s, -22, -240, -8) +
        gentian(s, 62, -190, 22) +
        gentian(s, -60, -170, -38),
    ),
}
