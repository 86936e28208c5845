import { airs, valley } from '../backdrops.js'
import { at, fill, n, oval, poly, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { leaf } from '../motifs/plants.js'
import { lathe, turned } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const hemeizhishaDyedCloth: Scene = {
  alt: {
    zh: '竹竿上晾着靛蓝扎染布，白色花纹如雪花与菱格，下面一盆染液',
    en: 'Indigo tie-dyed cloth drying on a bamboo pole, white patterns like snowflakes and lozenges, a dye vat below',
  },
  draw: (s) => {
    const hang = (x: number, w: number, long: number, ground: string, kind: number) => {
      const d = `M${x} 110H${x + w}Q${x + w + 8} ${110 + long * 0.5} ${x + w - 4} ${110 + long}Q${x + w * 0.5} ${118 + long} ${x + 4} ${110 + long}Q${x - 8} ${110 + long * 0.5} ${x} 110Z`
      const marks = times(5, (r) =>
        times(3, (c) => {
          const cx = x + w * (0.2 + c * 0.3)
          const cy = 150 + r * (long / 5)
          return kind === 0
            ? times(8, (k) =>
                stroke(
                  `M${n(cx)} ${n(cy)}L${n(cx + Math.cos(k * 0.785) * 30)} ${n(cy + Math.sin(k * 0.785) * 30)}`,
                  '#eef2f8',
                  5,
                  0.85,
                ),
              ) + fill(oval(cx, cy, 9), ground)
            : kind === 1
              ? `<path d="${poly([
                  [cx, cy - 36],
                  [cx + 28, cy],
                  [cx, cy + 36],
                  [cx - 28, cy],
                ])}" fill="none" stroke="#eef2f8" stroke-width="7" stroke-opacity=".85"/>` +
                fill(oval(cx, cy, 7), '#eef2f8', 0.9)
              : stroke(oval(cx, cy, 26, 26), '#eef2f8', 6, 0.8) +
                stroke(oval(cx, cy, 13, 13), '#eef2f8', 5, 0.8)
        }),
      )
      const folds = fill(
        d,
        s.linear(
          [
            [0, '#fff', 0.16],
            [0.2, '#000', 0.2],
            [0.36, '#fff', 0.12],
            [0.6, '#000', 0.18],
            [0.8, '#fff', 0.1],
            [1, '#000', 0.28],
          ],
          [0, 0, 1, 0],
        ),
      )
      return fill(d, ground) + s.inside(d, marks) + folds
    }
    return (
      valley(s, airs.day) +
      table(s, '#a67c50') +
      stroke('M60 104H900', '#b58b42', 22) +
      stroke('M60 98H900', '#e6cf90', 6, 0.8) +
      hang(170, 170, 400, '#24386e', 0) +
      hang(370, 190, 450, '#3a5aa0', 1) +
      hang(590, 170, 380, '#1c2b58', 2) +
      s.shadow(640, 652, 170) +
      at(
        640,
        660,
        turned(
          s,
          lathe([
            [150, -110],
            [158, -98],
            [150, -20],
            [120, 0],
          ]),
          '#8a5f3a',
        ) +
          [-84, -28].map((y) => stroke(`M-156 ${y}q156 42 312 0`, '#4f361f', 7, 0.6)).join('') +
          fill(oval(0, -108, 150, 38), '#16224a') +
          fill(oval(-20, -112, 90, 18), '#3a5aa0', 0.7),
      ) +
      at(240, 690, leaf(s, 170, 40, '#5f8f6c'), { turn: -14 }) +
      at(230, 690, leaf(s, 150, 36, '#4f7f60'), { turn: -40 })
    )
  },
}
