import { airs, valley } from '../backdrops.js'
import { at, fill, n, oval, poly, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { board } from '../motifs/containers.js'
import { leaf } from '../motifs/plants.js'
import type { Scene } from '../scene.js'

export const weixiCostus: Scene = {
  alt: {
    zh: '粗壮的云木香根段码在木板上，背后一枝紫色木香花',
    en: 'Stout sections of costus root on a board, a purple costus flower behind',
  },
  draw: (s) => {
    const piece = (long: number, w: number) => {
      const d = `M0 ${-w}Q${long * 0.5} ${-w * 1.14} ${long} ${-w * 0.84}V${w * 0.84}Q${long * 0.5} ${w * 1.12} 0 ${w}Z`
      return (
        s
          .volume(d, '#8f6a45', { round: false, light: 0.34, dark: 0.45 })
          .replace(/x1="0" y1="0.1" x2="1" y2="0.6"/, '') +
        s.inside(
          d,
          times(7, (i) =>
            stroke(
              `M-10 ${n(-w + (i + 0.5) * w * 0.29)}q${long * 0.5} ${s.between(-14, 14)} ${long + 20} 0`,
              '#513823',
              4,
              0.5,
            ),
          ),
        ) +
        s.volume(oval(0, 0, w * 0.42, w), '#d9bf94', { light: 0.4 }) +
        times(10, (i) =>
          stroke(
            `M0 0L${n(Math.cos(i * 0.63) * w * 0.36)} ${n(Math.sin(i * 0.63) * w * 0.84)}`,
            '#a27c4c',
            2.5,
            0.6,
          ),
        ) +
        stroke(oval(0, 0, w * 0.26, w * 0.6), '#a27c4c', 2, 0.5)
      )
    }
    const thistle = at(
      660,
      220,
      stroke('M0 40Q-30 200 -20 300', '#6a8f4a', 10) +
        at(-20, 190, leaf(s, 170, 62, '#6d9a50'), { turn: 24 }) +
        at(-24, 210, leaf(s, 160, 58, '#5f8c46'), { turn: 160 }) +
        times(40, () =>
          stroke(
            `M0 0Q${n(s.between(-40, 40))} -60 ${n(s.between(-84, 84))} ${n(s.between(-110, -70))}`,
            s.pick(['#7d4a94', '#9460ab', '#6a3d80']),
            6,
          ),
        ) +
        s.volume(oval(0, 20, 56, 52), '#5f7a4a') +
        times(16, (i) =>
          fill(
            poly([
              [-48 + (i % 6) * 19, 0 + Math.floor(i / 6) * 20],
              [-39 + (i % 6) * 19, -18 + Math.floor(i / 6) * 20],
              [-30 + (i % 6) * 19, 0 + Math.floor(i / 6) * 20],
            ]),
            '#3f5632',
            0.8,
          ),
        ),
    )
    return (
      valley(s, airs.dusk) +
      table(s, '#7f5a3d') +
      thistle +
      s.shadow(450, 650, 320, 36) +
      at(440, 618, board(s, 560, 110, '#c09258')) +
      at(190, 560, piece(300, 52), { turn: -4 }) +
      at(420, 590, piece(290, 56), { turn: 3 }) +
      at(290, 480, piece(280, 48), { turn: -2 }) +
      at(180, 640, piece(250, 44), { turn: 2 })
    )
  },
}
