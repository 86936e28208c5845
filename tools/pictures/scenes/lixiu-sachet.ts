import { wall } from '../backdrops.js'
import { at, fill, oval, poly, smooth, stroke, times } from '../draw.js'
import { cloth, lisu } from '../grounds.js'
import { leaf } from '../motifs/plants.js'
import { GOLD, MADDER, UNDYED, embroidered, seam, tassel } from '../motifs/weaves.js'
import type { Scene } from '../scene.js'

export const lixiuSachet: Scene = {
  alt: {
    zh: '一只心形绣花香囊系着红绳，垂着长穗，旁边散着干草药和花瓣',
    en: 'An embroidered sachet on a red cord with a long tassel, dried herbs and petals around it',
  },
  draw: (s) => {
    const d = smooth([
      [0, -140],
      [80, -168],
      [160, -120],
      [176, -30],
      [120, 70],
      [0, 160],
      [-120, 70],
      [-176, -30],
      [-160, -120],
      [-80, -168],
    ])
    return (
      wall(s, '#cfd6cc') +
      cloth(s, '#efe3cb', lisu) +
      stroke('M450 170C430 90 470 60 450 -10', MADDER, 9) +
      at(
        450,
        330,
        fill(d, '#1d140c', 0.25).replace('<path', '<path transform="translate(16 14)"') +
          s.volume(d, '#24386e', { light: 0.3, dark: 0.4 }) +
          `<path d="${d}" fill="none" stroke="${GOLD}" stroke-width="9"/>` +
          seam(
            smooth([
              [0, -116],
              [76, -142],
              [138, -102],
              [152, -26],
              [102, 60],
              [0, 134],
              [-102, 60],
              [-152, -26],
              [-138, -102],
              [-76, -142],
            ]),
            UNDYED,
          ) +
          at(0, -20, embroidered(s, 0.94)) +
          fill(
            poly([
              [0, 68],
              [20, 88],
              [0, 108],
              [-20, 88],
            ]),
            MADDER,
          ),
      ) +
      at(450, 476, tassel(s, 170, MADDER)) +
      at(
        450,
        168,
        s.volume('M-24 0C-60 -30 -60 30 -24 6M24 0C60 -30 60 30 24 6', MADDER) +
          s.volume(oval(0, 2, 20, 16), MADDER),
      ) +
      times(26, () =>
        at(
          s.between(180, 720),
          s.between(560, 620),
          s.pick([
            leaf(s, 40, 11, '#8fa06a', 2),
            fill(oval(0, 0, 13, 8), s.pick(['#d98a8f', '#c9a0c0', '#e8c46c'])),
            stroke('M0 0q14 -10 30 -2', '#8a6a3c', 5),
          ]),
          { turn: s.between(0, 180) },
        ),
      )
    )
  },
}
