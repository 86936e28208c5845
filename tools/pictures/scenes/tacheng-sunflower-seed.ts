import { airs, valley } from '../backdrops.js'
import { at, fill, oval, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { leaf } from '../motifs/plants.js'
import type { Scene } from '../scene.js'

export const tachengSunflowerSeed: Scene = {
  alt: {
    zh: '一盘金黄的葵花，花盘里结满籽，前面一堆黑白条纹的葵花籽',
    en: 'A golden sunflower head full of seeds, a heap of striped sunflower seeds in front',
  },
  draw: (s) => {
    const seed = (x: number, y: number, turn: number) =>
      at(
        x,
        y,
        s.volume('M-22 0C-14 -12 10 -12 24 0C10 12 -14 12 -22 0Z', '#34302c', { light: 0.35 }) +
          stroke('M-16 -2Q2 -6 18 -1M-16 4Q2 6 18 2', '#f1ead9', 2.5, 0.9),
        { turn },
      )
    const head = at(
      450,
      330,
      times(26, (i) =>
        at(
          0,
          0,
          s.volume(
            'M0 -120C-40 -150 -34 -230 0 -262C34 -230 40 -150 0 -120Z',
            s.pick(['#e9b22e', '#f0bf45', '#dca01f']),
            { dark: 0.25 },
          ),
          { turn: i * 13.85 },
        ),
      ) +
        s.volume(oval(0, 0, 150), '#6b4a24') +
        times(210, (i) => {
          const r = 9.6 * Math.sqrt(i)
          const a = i * 2.39996
          return fill(
            oval(Math.cos(a) * r, Math.sin(a) * r, 6.4, 4.6),
            i > 150 ? '#3a2c1c' : s.pick(['#8a6430', '#a67a3a', '#74512a']),
          )
        }),
    )
    return (
      valley(s, airs.day) +
      table(s, '#a87748') +
      at(250, 480, leaf(s, 230, 90, '#5f8f48'), { turn: 150 }) +
      head +
      at(640, 470, leaf(s, 220, 90, '#6a9a50'), { turn: 24 }) +
      s.shadow(450, 672, 250, 34) +
      times(190, (i) => {
        const t = i / 190
        const w = 235 * Math.sqrt(t)
        return seed(450 + s.between(-w, w), 560 + t * 116 + s.between(-6, 6), s.between(0, 180))
      })
    )
  },
}
