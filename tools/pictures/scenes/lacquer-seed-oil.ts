import { wall } from '../backdrops.js'
import { shade, tint } from '../colour.js'
import { at, oval, poly, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { board } from '../motifs/containers.js'
import { leaf } from '../motifs/plants.js'
import type { Scene } from '../scene.js'

export const lacquerSeedOil: Scene = {
  alt: {
    zh: '切开的蜡黄色漆油块放在木板上，旁边一枝漆树籽',
    en: 'A cut block of waxy yellow lacquer-seed oil on a board, a spray of lacquer seeds beside it',
  },
  draw: (s) => {
    const block = (w: number, h: number, c: string) =>
      s.volume(
        poly([
          [0, -h],
          [w, -h],
          [w + 60, -h - 46],
          [60, -h - 46],
        ]),
        tint(c, 0.25),
        { round: false, light: 0.5, dark: 0.1 },
      ) +
      s.volume(
        poly([
          [0, 0],
          [w, 0],
          [w, -h],
          [0, -h],
        ]),
        c,
        { round: false, light: 0.4, dark: 0.2 },
      ) +
      s.volume(
        poly([
          [w, 0],
          [w + 60, -46],
          [w + 60, -h - 46],
          [w, -h],
        ]),
        shade(c, 0.28),
        { round: false, light: 0.1, dark: 0.3 },
      ) +
      times(9, () =>
        stroke(
          `M${s.between(8, w - 60)} ${s.between(-h + 14, -10)}q24 ${s.between(-8, 8)} 50 0`,
          shade(c, 0.3),
          2.5,
          0.35,
        ),
      )
    return (
      wall(s, '#cdbb98') +
      table(s, '#7c5232') +
      s.shadow(450, 650, 330, 40) +
      at(440, 616, board(s, 560, 120, '#b3804a')) +
      at(210, 610, block(300, 190, '#d3b56c')) +
      at(560, 630, block(54, 180, '#d9bd78')) +
      at(650, 640, block(40, 120, '#cfae62')) +
      at(
        700,
        250,
        stroke('M60 -160Q20 -60 -10 60', '#6d4c2e', 9) +
          times(70, (i) =>
            s.volume(
              oval(-10 + Math.sin(i * 2.4) * (18 + i * 0.9), -80 + i * 3.4, 12, 10),
              s.pick(['#b9a05a', '#a68c48', '#c9b472']),
              { dark: 0.5 },
            ),
          ) +
          at(30, -90, leaf(s, 150, 44, '#b5623a'), { turn: 30 }) +
          at(20, -50, leaf(s, 140, 42, '#8f8a3e'), { turn: 150 }),
      )
    )
  },
}
