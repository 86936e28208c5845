import { wall } from '../backdrops.js'
import { at, fill, poly, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { INDIGO, MADDER, UNDYED, applique } from '../motifs/weaves.js'
import type { Scene } from '../scene.js'

export const hempNotebook: Scene = {
  alt: {
    zh: '本色麻布封面的笔记本，书脊压一条傈僳织带，旁边一支铅笔',
    en: 'A notebook in natural hemp cloth with a band of Lisu weaving along its spine, a pencil beside it',
  },
  draw: (s) => {
    const cover = poly([
      [-210, -270],
      [210, -270],
      [210, 270],
      [-210, 270],
    ])
    const weave =
      times(60, (i) => stroke(`M-210 ${-268 + i * 9}H210`, '#8a774f', 1.4, 0.3)) +
      times(47, (i) => stroke(`M${-208 + i * 9} -270V270`, '#8a774f', 1.4, 0.26))
    return (
      wall(s, '#c6cfd2') +
      table(s, '#9a6c44') +
      s.shadow(470, 620, 260, 60) +
      at(
        440,
        400,
        fill(
          poly([
            [-200, -250],
            [232, -250],
            [232, 292],
            [-200, 292],
          ]),
          '#1d140c',
          0.3,
        ) +
          s.volume(
            poly([
              [-206, -262],
              [222, -262],
              [222, 282],
              [-206, 282],
            ]),
            '#f3ead6',
            { round: false },
          ) +
          times(6, (i) => stroke(`M-200 ${274 + i * 1.6}H220`, '#b9aa8a', 1, 0.6)) +
          s.volume(cover, '#cbb88c', { round: false, light: 0.4, dark: 0.22 }) +
          s.inside(
            cover,
            weave +
              at(
                0,
                0,
                applique(-270, 270, -210, [
                  { kind: 'stripe', height: 7, ground: MADDER, ink: UNDYED },
                  { kind: 'lozenges', height: 56, ground: INDIGO, ink: UNDYED, heart: MADDER },
                  { kind: 'stripe', height: 7, ground: MADDER, ink: UNDYED },
                ]),
                { turn: 90 },
              ),
          ) +
          at(
            64,
            -20,
            s.volume(
              poly([
                [-80, -56],
                [80, -56],
                [80, 56],
                [-80, 56],
              ]),
              '#f6ecd9',
              { round: false, dark: 0.1 },
            ) + stroke('M-50 -14H50M-50 16H30', '#8a774f', 5, 0.7),
          ) +
          stroke('M168 -270V270', MADDER, 9),
        { turn: -5 },
      ) +
      at(
        690,
        650,
        s.volume('M-210 -11H170L214 0L170 11H-210Z', '#e0a945', { round: false }) +
          fill('M170 -11L214 0L170 11Z', '#f1ddb5') +
          fill('M200 -3.5L214 0L200 3.5Z', '#2b2420') +
          fill('M-210 -11H-170V11H-210Z', MADDER),
        { turn: -24 },
      )
    )
  },
}
