import { airs, valley } from '../backdrops.js'
import { at, fill, oval, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { chestnut } from '../motifs/nuts.js'
import { leaf } from '../motifs/plants.js'
import { bowl } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const weixiChestnut: Scene = {
  alt: {
    zh: '张开的带刺栗苞里露出三颗油亮的板栗，旁边一碗板栗',
    en: 'An open spiny burr with three glossy chestnuts, a bowl of chestnuts beside it',
  },
  draw: (s) => {
    const burr = (x: number, y: number, size: number) =>
      at(
        x,
        y,
        times(120, () => {
          const a = s.between(0, 6.283)
          const r = size * s.between(0.75, 1)
          return stroke(
            `M${Math.cos(a) * r * 0.8} ${Math.sin(a) * r * 0.64}L${Math.cos(a + 0.06) * r * 1.28} ${Math.sin(a + 0.06) * r * 1.04}`,
            s.pick(['#9aa04e', '#7f8a3e', '#b8b566']),
            3,
            0.9,
          )
        }) +
          s.volume(oval(0, 0, size, size * 0.8), '#8f9a48', { dark: 0.45 }) +
          fill(oval(0, -4, size * 0.76, size * 0.56), '#efe0b8') +
          at(-size * 0.38, 0, chestnut(s, size * 0.42), { turn: -14 }) +
          at(size * 0.4, 2, chestnut(s, size * 0.42), { turn: 14 }) +
          at(0, -4, chestnut(s, size * 0.46)),
      )
    return (
      valley(s, airs.honey) +
      table(s, '#8a5c36') +
      s.shadow(620, 560, 150) +
      at(
        610,
        570,
        bowl(
          s,
          { width: 320, height: 150, colour: '#c9a06a', pattern: 'rings', ink: '#7a5310' },
          [6, 5, 4, 2]
            .flatMap((across, row) =>
              Array.from({ length: across }, (_, i) => [
                (i - (across - 1) / 2) * 46,
                -6 - row * 36,
              ]),
            )
            .map(([x, y]) =>
              at(x! + s.between(-5, 5), y! + s.between(-5, 5), chestnut(s, 38), {
                turn: s.between(-40, 40),
              }),
            )
            .join(''),
        ),
      ) +
      s.shadow(330, 640, 190) +
      burr(330, 560, 170) +
      s.shadow(640, 680, 120, 18) +
      at(560, 652, chestnut(s, 50), { turn: -20 }) +
      at(680, 660, chestnut(s, 46), { turn: 26 }) +
      at(170, 690, leaf(s, 260, 44, '#b58a3c', 8), { turn: -8 })
    )
  },
}
