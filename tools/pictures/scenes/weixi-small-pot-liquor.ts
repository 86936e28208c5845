import { wall } from '../backdrops.js'
import { at, fill, oval, poly, stroke } from '../draw.js'
import { table } from '../grounds.js'
import { steam } from '../motifs/plants.js'
import { bowl, lathe, turned } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const weixiSmallPotLiquor: Scene = {
  alt: {
    zh: '红布封口的粗陶酒坛，前面两只小酒杯，灶上飘着热气',
    en: 'An earthen liquor jar sealed with red cloth, two small cups in front, steam rising behind',
  },
  draw: (s) =>
    wall(s, '#cdb48c') +
    table(s, '#7b5132') +
    steam(700, 250, 180) +
    at(
      700,
      470,
      turned(
        s,
        lathe([
          [120, -150],
          [130, -130],
          [150, -70],
          [140, -6],
          [110, 0],
        ]),
        '#5a5450',
      ) +
        turned(
          s,
          lathe([
            [20, -214],
            [30, -200],
            [90, -170],
            [126, -150],
            [126, -144],
          ]),
          '#b98148',
        ),
    ) +
    s.shadow(400, 638, 200) +
    at(
      390,
      648,
      turned(
        s,
        lathe([
          [74, -330],
          [80, -310],
          [76, -296],
          [150, -240],
          [176, -160],
          [150, -60],
          [110, -6],
          [90, 0],
        ]),
        '#8f5432',
      ) +
        [-214, -196, -90]
          .map((y) =>
            stroke(
              `M${y === -90 ? -158 : -166} ${y}q166 40 ${y === -90 ? 316 : 332} 0`,
              '#e9c9a0',
              5,
              0.55,
            ),
          )
          .join('') +
        s.volume(
          'M-110 -306C-100 -350 -60 -366 0 -368C60 -366 100 -350 110 -306C120 -270 92 -262 84 -286C40 -268 -40 -268 -84 -286C-92 -262 -120 -270 -110 -306Z',
          '#b3372b',
          { light: 0.35 },
        ) +
        stroke('M-84 -296Q0 -268 84 -296', '#e0a945', 9) +
        stroke('M60 -284q20 40 8 70M66 -284q40 26 40 60', '#e0a945', 6) +
        fill(
          poly([
            [0, -200],
            [58, -136],
            [0, -72],
            [-58, -136],
          ]),
          '#f1ddbb',
        ) +
        fill(
          poly([
            [0, -172],
            [34, -136],
            [0, -100],
            [-34, -136],
          ]),
          '#b3372b',
        ),
    ) +
    [
      [640, 664],
      [744, 650],
    ]
      .map(
        ([x, y]) =>
          s.shadow(x!, y!, 50, 10) +
          at(
            x!,
            y!,
            bowl(
              s,
              {
                width: 96,
                height: 58,
                colour: '#ece6d6',
                inner: '#cfd6d6',
                pattern: 'rings',
                ink: '#24386e',
              },
              fill(oval(0, 2, 40, 10), '#eef3f2', 0.95),
            ),
          ),
      )
      .join(''),
}
