import { wall } from '../backdrops.js'
import { at, fill, stroke } from '../draw.js'
import { table } from '../grounds.js'
import { bee, combCells } from '../motifs/honey.js'
import { plate } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const weixiCombHoney: Scene = {
  alt: {
    zh: '木框里一块金黄的巢蜜，切开一角，蜂蜜流到白盘上',
    en: 'A slab of golden honeycomb in a wooden frame, a corner cut and honey running onto a white plate',
  },
  draw: (s) => {
    const frame = 'M230 190H670V500H230Z'
    return (
      wall(s, '#e6d2a5') +
      table(s, '#a06f3f') +
      s.shadow(450, 640, 290) +
      at(450, 620, plate(s, { rx: 310, ry: 84, colour: '#f5f1e6', ring: '#c98a1e' })) +
      s.volume(
        'M200 160H700V192H200ZM200 500H700V534H200ZM200 160H234V534H200ZM666 160H700V534H666Z',
        '#b98148',
        { round: false },
      ) +
      s.inside(
        frame,
        fill(frame, '#c97a1c') +
          combCells(s, 220, 196, 700, 520, 25, ['#e09a25', '#eaae3d', '#d4881c', '#f0bd57']) +
          fill(
            frame,
            s.linear(
              [
                [0, '#fff3c9', 0.4],
                [0.5, '#fff3c9', 0],
                [1, '#5f3408', 0.3],
              ],
              [0, 0, 1, 0.4],
            ),
          ),
      ) +
      fill(
        'M300 530C296 580 320 590 318 620C300 650 420 660 470 640C520 660 600 640 570 612C552 596 566 560 560 530Z',
        s.linear(
          [
            [0, '#f0b53a'],
            [1, '#c97a14'],
          ],
          [0, 0, 0.4, 1],
        ),
        0.94,
      ) +
      stroke('M330 540q-4 30 6 50M380 636q60 14 120 0', '#fff3c9', 7, 0.7) +
      at(650, 600, combCells(s, -60, -34, 66, 36, 20, ['#e09a25', '#eaae3d']), { turn: -8 }) +
      at(760, 250, bee(s, 26), { flip: true })
    )
  },
}
