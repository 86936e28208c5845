import { wall } from '../backdrops.js'
import { at, fill, oval, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { blade, flower } from '../motifs/plants.js'
import { lathe, turned } from '../motifs/pottery.js'
import { INDIGO, UNDYED } from '../motifs/weaves.js'
import type { Scene } from '../scene.js'

export const weixiCymbidium: Scene = {
  alt: {
    zh: '青花盆里一丛兰草，长叶舒展，开着几枝黄绿带紫点的兰花',
    en: 'A cymbidium in a blue-and-white pot, long arching leaves and yellow-green flowers dotted with purple',
  },
  draw: (s) => {
    const orchid = (x: number, y: number, k: number) =>
      at(
        x,
        y,
        [-150, -30, -90]
          .map((a) =>
            at(
              0,
              0,
              s.volume('M0 0C20 -16 64 -18 84 0C64 16 20 14 0 0Z', '#c9cf6e', {
                light: 0.45,
                dark: 0.25,
              }) + stroke('M4 0H72', '#9aa548', 2.5, 0.6),
              { turn: a },
            ),
          )
          .join('') +
          [-58, -122]
            .map((a) =>
              at(
                0,
                0,
                s.volume('M0 0C16 -13 48 -14 60 0C48 12 16 11 0 0Z', '#dbdd8c', { light: 0.5 }),
                { turn: a },
              ),
            )
            .join('') +
          s.volume('M-8 0C-26 14 -22 44 0 50C22 44 26 14 8 0Z', '#f6efcf', { light: 0.5 }) +
          fill('M-6 10C-16 22 -14 38 0 42C14 38 16 22 6 10Z', '#a2486e', 0.75) +
          stroke('M0 8V34', '#f6efcf', 3, 0.8) +
          s.volume(oval(0, -2, 9, 11), '#f0e09a'),
        { scale: k },
      )
    return (
      wall(s, '#d3d8c6') +
      table(s, '#8a6142') +
      s.shadow(450, 640, 160) +
      times(22, (i) => {
        const lean = (i - 10.5) * 27 + s.between(-16, 16)
        return at(
          450 + (i - 10.5) * 4,
          440,
          blade(
            370 - Math.abs(lean) * 0.5,
            lean,
            8,
            s.pick(['#4f8043', '#5f9150', '#3f6d39', '#74a35c']),
          ),
        )
      }) +
      stroke('M430 440Q410 300 350 200', '#8fa45c', 8) +
      stroke('M470 440Q490 320 560 240', '#8fa45c', 8) +
      orchid(350, 200, 1.15) +
      orchid(392, 288, 0.95) +
      orchid(560, 236, 1.1) +
      orchid(512, 322, 0.9) +
      at(
        450,
        650,
        turned(
          s,
          lathe([
            [140, -216],
            [146, -200],
            [134, -190],
            [122, -90],
            [104, -8],
            [96, 0],
          ]),
          '#eef0ec',
        ) +
          fill(oval(0, -212, 132, 30), '#4f3a28') +
          times(60, () =>
            fill(
              oval(s.between(-116, 116), s.between(-226, -198), 9, 5),
              s.pick(['#6a7a44', '#55683a', '#7a5a3c']),
            ),
          ) +
          stroke('M-128 -176q128 40 256 0M-100 -20q100 26 200 0', INDIGO, 7, 0.85) +
          at(
            0,
            -96,
            stroke(
              'M-60 40Q-20 -50 10 -60M-60 40Q0 -20 60 -30M-60 40Q-50 -30 -70 -50',
              INDIGO,
              6,
              0.85,
            ) + flower(s, 26, 5, '#4f6ab0', UNDYED),
          ),
      )
    )
  },
}
