import { airs, valley } from '../backdrops.js'
import { at, fill, oval, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { bee, combCells } from '../motifs/honey.js'
import { lathe, turned } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const tongleHoney: Scene = {
  alt: {
    zh: '挂在木楞房檐下的原木蜂桶，前面一只陶罐盛着深色土蜂蜜',
    en: 'A hollow-log beehive under the eaves of a log house, a clay pot of dark native-bee honey in front',
  },
  draw: (s) => {
    const log = 'M-210 -86C-240 -60 -240 60 -210 86H210C240 60 240 -60 210 -86Z'
    return (
      valley(s, airs.green) +
      fill(
        'M0 0H960V90L0 150Z',
        s.linear([
          [0, '#7a5230'],
          [1, '#4f331d'],
        ]),
      ) +
      times(12, (i) => stroke(`M${i * 84} 0l-20 ${146 - i * 5}`, '#3b2614', 5, 0.5)) +
      stroke('M330 130V210M650 112V210', '#8a6a3c', 8) +
      table(s, '#8a5e38') +
      at(
        490,
        280,
        turned(s, log, '#8f6a42') +
          times(9, (i) =>
            stroke(
              `M-220 ${-70 + i * 18}q220 ${i % 2 ? 10 : -8} 440 0`,
              '#4f361d',
              i % 3 ? 2 : 5,
              0.4,
            ),
          ) +
          s.volume(oval(-212, 0, 34, 86), '#c9a06a') +
          stroke(oval(-212, 0, 22, 58), '#8f6a42', 3, 0.7) +
          stroke(oval(-212, 0, 11, 28), '#8f6a42', 3, 0.7) +
          fill(oval(40, 20, 34, 16), '#24170d'),
      ) +
      at(420, 200, bee(s, 22)) +
      at(640, 370, bee(s, 26)) +
      at(300, 400, bee(s, 20)) +
      s.shadow(460, 646, 170) +
      at(
        450,
        654,
        turned(
          s,
          lathe([
            [92, -220],
            [100, -204],
            [86, -190],
            [140, -150],
            [150, -96],
            [110, -10],
            [80, 0],
          ]),
          '#8a4a2c',
        ) +
          fill(
            oval(0, -216, 92, 22),
            s.linear(
              [
                [0, '#c97a1c'],
                [1, '#7a3f0c'],
              ],
              [0, 0, 1, 0],
            ),
          ) +
          fill(
            'M30 -206C34 -150 44 -140 48 -96C50 -70 70 -70 70 -100C72 -150 88 -160 88 -214Z',
            '#b5661a',
          ) +
          stroke('M52 -190q4 40 4 70', '#f3c36b', 6, 0.8) +
          stroke('M-142 -120q142 44 288 0', '#e9c9a0', 5, 0.5),
      ) +
      at(690, 640, combCells(s, -70, -30, 80, 40, 19, ['#d98e1f', '#c97a1c', '#e5a63a']))
    )
  },
}
