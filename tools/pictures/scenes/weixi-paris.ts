import { airs, valley } from '../backdrops.js'
import { at, n, oval, pebble, stroke, times } from '../draw.js'
import { slope } from '../grounds.js'
import { leaf } from '../motifs/plants.js'
import type { Scene } from '../scene.js'

export const weixiParis: Scene = {
  alt: {
    zh: '七叶一枝花轮生的绿叶托着一朵花，前面是一节节的重楼根茎',
    en: 'A paris plant, one flower above a whorl of seven leaves, knotted rhizomes in front',
  },
  draw: (s) => {
    const rhizome = (long: number) => {
      const knots = Math.round(long / 32)
      return (
        times(
          knots,
          (i) =>
            s.volume(
              pebble(s, i * 32, Math.sin(i) * 6, 30 - (i % 3) * 2, 40 - i * 1.4, 0.06),
              s.pick(['#7d5a3c', '#8a6646', '#73513a']),
              { dark: 0.5 },
            ) + stroke(`M${i * 32 + 10} -34q14 34 0 66`, '#4a3222', 3, 0.5),
        ) +
        times(12, () =>
          stroke(
            `M${n(s.between(0, long))} 26q${n(s.between(-10, 10))} 20 ${n(s.between(-24, 24))} ${n(s.between(26, 48))}`,
            '#6a4c34',
            3,
            0.7,
          ),
        )
      )
    }
    const plant = at(
      500,
      300,
      stroke('M0 0Q10 140 0 280', '#7a6a4c', 12) +
        [0, 1, 2, 3, 4, 5, 6]
          .map((i) => {
            const a = (i / 7) * 360 + 14
            const k = Math.abs(Math.cos((a * Math.PI) / 180))
            return at(
              0,
              0,
              leaf(s, 120 + k * 90, 40 + (1 - k) * 8, s.pick(['#5f9146', '#4f8040', '#6a9c50']), 6),
              { turn: a },
            )
          })
          .join('') +
        stroke('M0 0V-120', '#7a9a52', 8) +
        [0, 1, 2, 3, 4, 5]
          .map((i) => at(0, -120, leaf(s, 62, 13, '#8fae4c', 2), { turn: i * 60 + 20 }))
          .join('') +
        times(12, (i) =>
          stroke(
            `M0 -120L${n(Math.cos(i * 0.52) * 70)} ${n(-120 + Math.sin(i * 0.52) * 50)}`,
            '#d9b43c',
            3,
          ),
        ) +
        s.volume(oval(0, -122, 20, 20), '#7a2f4a'),
    )
    return (
      valley(s, airs.green) +
      slope(s, '#6a8548') +
      plant +
      s.shadow(400, 650, 230, 30) +
      at(220, 620, rhizome(380), { turn: -4 }) +
      at(520, 656, rhizome(200), { turn: 8 })
    )
  },
}
