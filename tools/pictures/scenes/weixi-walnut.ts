import { airs, valley } from '../backdrops.js'
import { shade } from '../colour.js'
import { at, fill, oval, stroke } from '../draw.js'
import { table } from '../grounds.js'
import { walnut, walnutKernel } from '../motifs/nuts.js'
import { sprig } from '../motifs/plants.js'
import type { Scene } from '../scene.js'

export const weixiWalnut: Scene = {
  alt: {
    zh: '麻布袋口倒出带壳核桃，一只敲开，露出核桃仁',
    en: 'Walnuts in the shell pouring from a linen sack, one cracked open to show the kernel',
  },
  draw: (s) =>
    valley(s, airs.earth) +
    table(s, '#8f6038') +
    at(-40, 70, sprig(s, 600, 13, { leaf: '#6f9a52', stem: '#6d4c2e', size: 100, slim: 0.36 }), {
      turn: 12,
    }) +
    s.shadow(430, 640, 300) +
    s.volume(
      'M150 640C110 520 180 380 300 400C420 380 470 450 450 520C500 600 460 650 420 656C300 664 200 664 150 640Z',
      '#d5bf97',
      { light: 0.4 },
    ) +
    stroke('M210 440q40 90 20 190M300 410q30 110 40 230', shade('#d5bf97', 0.4), 6, 0.2) +
    fill(oval(432, 560, 46, 92), '#6a4e2e') +
    [
      [430, 520, 50],
      [450, 600, 56],
      [500, 560, 58],
      [540, 630, 60],
      [600, 570, 56],
      [470, 660, 52],
      [640, 640, 58],
      [560, 690, 50],
    ]
      .map(
        ([x, y, r]) =>
          fill(oval(x! + 10, y! + r! * 0.8, r!, 14), '#1d140c', 0.22) +
          at(x!, y!, walnut(s, r!), { turn: s.between(-50, 50) }),
      )
      .join('') +
    s.shadow(735, 690, 76, 16) +
    at(
      735,
      650,
      s.volume(oval(0, 0, 68, 60), '#a06f3c') +
        fill(oval(0, -2, 58, 50), '#efdcb4') +
        at(0, -2, walnutKernel(s, 46)),
    ),
}
