import { wall } from '../backdrops.js'
import { at, fill } from '../draw.js'
import { cloth, lisu } from '../grounds.js'
import { crate } from '../motifs/containers.js'
import { chicory } from '../motifs/vegetables.js'
import type { Scene } from '../scene.js'

export const weidengEndive: Scene = {
  alt: {
    zh: '浅黄的菊苣嫩芽头码在铺了蓝布的木箱里',
    en: 'Pale yellow chicory heads laid in a wooden box lined with indigo cloth',
  },
  draw: (s) => {
    const row = [
      [-230, -52, -16],
      [-120, -84, -30],
      [10, -70, -22],
      [-200, 0, -8],
      [-60, -14, -14],
      [60, -10, -24],
    ]
      .map(([x, y, turn]) =>
        at(x!, y!, chicory(s, 230, s.pick(['#d9cf62', '#cfc85a', '#c5ce68'])), { turn }),
      )
      .join('')
    return (
      wall(s, '#c9d3c3') +
      cloth(s, '#e9dfc9', lisu) +
      s.shadow(450, 600, 290) +
      at(
        450,
        606,
        crate(
          s,
          { width: 540, height: 120, colour: '#b98a55' },
          fill(
            'M-250 0C-260 -70 -160 -60 -90 -40C0 -66 110 -70 190 -44C240 -60 262 -30 252 6Z',
            '#36508f',
          ) + row,
        ),
      ) +
      s.shadow(720, 660, 90, 18) +
      at(640, 664, chicory(s, 210, '#c98fa0'), { turn: -10 }) +
      at(150, 660, chicory(s, 200), { turn: -4 })
    )
  },
}
