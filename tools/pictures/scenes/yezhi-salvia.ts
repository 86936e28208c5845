import { airs, valley } from '../backdrops.js'
import { at, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { leaf } from '../motifs/plants.js'
import { root } from '../motifs/roots.js'
import type { Scene } from '../scene.js'

export const yezhiSalvia: Scene = {
  alt: {
    zh: '一捆砖红色的丹参根，后面是成串蓝紫色的丹参花',
    en: 'A bundle of brick-red salvia roots, spikes of blue-violet salvia flowers behind',
  },
  draw: (s) => {
    const spike = (x: number, high: number, lean: number) =>
      at(
        x,
        500,
        stroke(`M0 0Q${lean * 0.2} ${-high * 0.6} ${lean} ${-high}`, '#6a8f4a', 7) +
          times(8, (i) => {
            const t = 0.3 + i * 0.09
            const px = lean * t * t
            const py = -high * t
            return [-1, 1]
              .map((k) =>
                at(
                  px,
                  py,
                  s.volume(
                    'M0 0C10 -22 34 -30 46 -16C40 -6 34 0 44 12C26 18 10 12 0 0Z',
                    s.pick(['#6a62b5', '#7d74c4', '#574f9e']),
                    { light: 0.4 },
                  ),
                  { flip: k < 0, turn: k * 6 },
                ),
              )
              .join('')
          }) +
          at(lean * 0.04, -high * 0.18, leaf(s, 130, 46, '#6d9a50'), { turn: -20 }) +
          at(0, -high * 0.12, leaf(s, 130, 46, '#5f8c46'), { turn: 200 }),
      )
    return (
      valley(s, airs.dawn) +
      table(s, '#9a6d47') +
      spike(560, 380, 30) +
      spike(670, 330, 50) +
      spike(740, 260, 50) +
      s.shadow(420, 650, 300, 36) +
      times(9, (i) =>
        at(
          700 - (i % 3) * 8,
          540 + i * 13 - (i % 2) * 18,
          root(s, 480, 21, s.pick(['#a5452f', '#943a28', '#b5543a']), 2),
          { turn: 90 + s.between(-4, 4) },
        ),
      ) +
      stroke('M440 500Q404 590 436 676', '#e9dfc8', 16) +
      stroke('M460 500Q424 590 456 676', '#24386e', 7)
    )
  },
}
