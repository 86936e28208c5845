import { airs, valley } from '../backdrops.js'
import { shade, tint } from '../colour.js'
import { at, fill, oval, poly } from '../draw.js'
import { table } from '../grounds.js'
import { steam } from '../motifs/plants.js'
import { bowl, plate } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const weixiSuyouButter: Scene = {
  alt: {
    zh: '一块金黄的酥油切开摆在木盘上，旁边一碗酥油茶冒着热气',
    en: 'A golden block of suyou butter cut on a wooden dish, a steaming bowl of butter tea beside it',
  },
  draw: (s) => {
    const c = '#efc552'
    const block = (x: number, y: number, w: number, h: number) =>
      at(
        x,
        y,
        s.volume(
          poly([
            [0, -h],
            [w, -h],
            [w + 60, -h - 48],
            [60, -h - 48],
          ]),
          tint(c, 0.35),
          { round: false, light: 0.6, dark: 0.05 },
        ) +
          s.volume(
            poly([
              [0, 0],
              [w, 0],
              [w, -h],
              [0, -h],
            ]),
            c,
            { round: false, light: 0.45, dark: 0.12 },
          ) +
          s.volume(
            poly([
              [w, 0],
              [w + 60, -48],
              [w + 60, -h - 48],
              [w, -h],
            ]),
            shade(c, 0.2),
            { round: false, light: 0.1, dark: 0.2 },
          ),
      )
    return (
      valley(s, airs.cold, { snow: true }) +
      table(s, '#7d5537') +
      s.shadow(390, 630, 290, 44) +
      at(390, 600, plate(s, { rx: 290, ry: 84, colour: '#a06a3c' })) +
      block(190, 600, 250, 160) +
      block(470, 612, 40, 130) +
      at(
        566,
        620,
        s.volume(
          poly([
            [0, 0],
            [90, -20],
            [100, -4],
            [12, 18],
          ]),
          c,
        ),
      ) +
      s.shadow(700, 650, 100, 20) +
      steam(690, 500, 130) +
      at(
        690,
        656,
        bowl(
          s,
          {
            width: 200,
            height: 120,
            colour: '#7c2620',
            inner: '#dcc098',
            pattern: 'lozenges',
            ink: '#e0a945',
          },
          fill(
            oval(0, 2, 90, 24),
            s.linear(
              [
                [0, '#ecd7b2'],
                [1, '#c9a276'],
              ],
              [0, 0, 1, 0],
            ),
          ) +
            [
              [-40, -2],
              [20, 6],
              [44, -8],
            ]
              .map(([x, y]) => fill(oval(x!, y!, 12, 5), '#f3d877'))
              .join(''),
        ),
      )
    )
  },
}
