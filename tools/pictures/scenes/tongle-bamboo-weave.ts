import { airs, valley } from '../backdrops.js'
import { at, fill, n, oval, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { basket } from '../motifs/containers.js'
import { leaf } from '../motifs/plants.js'
import { turned } from '../motifs/pottery.js'
import { INDIGO, MADDER, bambooNet } from '../motifs/weaves.js'
import type { Scene } from '../scene.js'

export const tongleBambooWeave: Scene = {
  alt: {
    zh: '一只高脚竹背篓和一只小竹篮，六角孔编得匀细，后面是竹林',
    en: 'A tall bamboo carrying basket and a small one in fine hexagonal weave, bamboo grove behind',
  },
  draw: (s) => {
    const d = 'M-170 -400L-120 -10A120 34 0 0 0 120 -10L170 -400A170 44 0 0 1 -170 -400Z'
    return (
      valley(s, airs.green) +
      times(8, (i) => {
        const x = 60 + i * 118 + s.between(-24, 24)
        return (
          stroke(`M${n(x)} -10L${n(x + 12)} 480`, '#8fb07a', 22, 0.7) +
          stroke(`M${n(x - 5)} -10L${n(x + 7)} 480`, '#d5e6c2', 5, 0.7) +
          times(4, (k) => stroke(`M${n(x - 10)} ${60 + k * 120}q12 5 26 0`, '#5f8450', 4, 0.7)) +
          times(4, (k) =>
            at(x, 70 + k * 110, leaf(s, 110, 12, '#7fa566', 1), { turn: s.between(-40, 220) }),
          )
        )
      }) +
      table(s, '#a8794a') +
      s.shadow(380, 640, 180) +
      at(
        370,
        650,
        fill(oval(0, -400, 170, 44), '#7a5a2a') +
          fill(d, '#8a6630') +
          s.inside(
            d,
            bambooNet(-180, -420, 180, 30, 44, '#d9b464') +
              fill(
                'M-180 -440H180V40H-180Z',
                s.linear(
                  [
                    [0, '#fff6e4', 0.25],
                    [0.4, '#fff6e4', 0],
                    [1, '#1d140c', 0.42],
                  ],
                  [0, 0, 1, 0],
                ),
              ),
          ) +
          turned(s, 'M-176 -406A176 46 0 0 0 176 -406V-376A174 46 0 0 1 -174 -376Z', '#cda254') +
          times(22, (i) => {
            const u = -1 + (i + 0.5) / 11
            return stroke(
              `M${n(Math.sin((u * Math.PI) / 2) * 174)} ${n(-404 + 46 * Math.cos((u * Math.PI) / 2))}l6 28`,
              '#8a6630',
              4,
              0.7,
            )
          }) +
          turned(s, 'M-126 -20A122 34 0 0 0 126 -20V6A122 34 0 0 1 -126 6Z', '#cda254') +
          stroke('M-150 -340C-260 -300 -240 -120 -128 -60', INDIGO, 19) +
          stroke('M-150 -340C-260 -300 -240 -120 -128 -60', MADDER, 6),
      ) +
      s.shadow(660, 650, 120) +
      at(660, 656, basket(s, { width: 230, height: 110, colour: '#d3ab5c', handle: true }))
    )
  },
}
