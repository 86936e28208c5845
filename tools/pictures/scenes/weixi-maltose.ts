import { airs, valley } from '../backdrops.js'
import { at, fill, oval, poly, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { leaf } from '../motifs/plants.js'
import { lathe, turned } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const weixiMaltose: Scene = {
  alt: {
    zh: '绿叶上几块裹着米粉的琥珀色麦芽糖，一根筷子挑起拉出糖丝',
    en: 'Amber malt candy dusted with flour on a green leaf, a chopstick pulling up a thread of syrup',
  },
  draw: (s) => {
    const piece = (x: number, y: number, w: number) =>
      at(
        x,
        y,
        fill(
          poly([
            [-w, 26],
            [w + 18, 26],
            [w + 46, 10],
            [-w + 30, 8],
          ]),
          '#1d140c',
          0.22,
        ) +
          s.volume(
            poly([
              [-w, -16],
              [w, -16],
              [w + 30, -42],
              [-w + 30, -42],
            ]),
            '#efc77d',
            { round: false, light: 0.55 },
          ) +
          s.volume(
            poly([
              [-w, -16],
              [w, -16],
              [w, 24],
              [-w, 24],
            ]),
            '#d99a3c',
            { round: false, light: 0.45, dark: 0.25 },
          ) +
          s.volume(
            poly([
              [w, -16],
              [w + 30, -42],
              [w + 30, -4],
              [w, 24],
            ]),
            '#b5762a',
            { round: false },
          ) +
          times(22, () =>
            fill(
              oval(s.between(-w, w + 20), s.between(-40, -14), s.between(2, 6), s.between(1, 3)),
              '#fffaf0',
              0.85,
            ),
          ),
      )
    return (
      valley(s, airs.honey) +
      table(s, '#9a6a3c') +
      s.shadow(430, 620, 320, 44) +
      at(130, 600, leaf(s, 650, 150, '#5f8f48', 9), { turn: -4 }) +
      piece(300, 590, 60) +
      piece(470, 570, 66) +
      piece(380, 640, 62) +
      piece(570, 630, 60) +
      piece(420, 520, 56) +
      s.shadow(700, 640, 110, 22) +
      at(
        690,
        650,
        turned(
          s,
          lathe([
            [84, -150],
            [96, -130],
            [92, -30],
            [70, 0],
          ]),
          '#7d4a2c',
        ) +
          fill(
            oval(0, -148, 84, 20),
            s.linear(
              [
                [0, '#f0bd57'],
                [1, '#b5701c'],
              ],
              [0, 0, 1, 0],
            ),
          ),
      ) +
      fill('M676 504C668 420 650 340 640 286L660 282C676 340 700 420 712 506Z', '#e0a239', 0.92) +
      fill('M626 226C606 260 622 300 650 300C680 300 690 258 668 222Z', '#e9b04a') +
      stroke('M640 260L760 110', '#7c2620', 13) +
      stroke('M636 246q-6 22 8 36', '#fff3c9', 6, 0.7)
    )
  },
}
