import { airs, valley } from '../backdrops.js'
import { at, fill, n, oval, poly, smooth, stroke, times } from '../draw.js'
import { table } from '../grounds.js'
import { barleyEar } from '../motifs/grain.js'
import { turned } from '../motifs/pottery.js'
import { MADDER, UNDYED } from '../motifs/weaves.js'
import type { Scene } from '../scene.js'

export const maliMasaStrawWeave: Scene = {
  alt: {
    zh: '金黄麦秆编的圆盒和小马，旁边一束麦穗',
    en: 'A round box and a little horse plaited from golden straw, a bunch of wheat ears beside them',
  },
  draw: (s) => {
    const straw = ['#dcb659', '#e8c873', '#c99a3c', '#f0d894']
    const plait = (y: number, rx: number, ry: number) =>
      times(26, (i) => {
        const u = -1 + (i + 0.5) / 13
        const x = Math.sin((u * Math.PI) / 2) * rx
        const dy = ry * Math.cos((u * Math.PI) / 2)
        const w = Math.max(4, (rx / 12) * Math.cos((u * Math.PI) / 2))
        return at(
          x,
          y + dy,
          s.volume(
            poly([
              [-w, 12],
              [w * 0.4, -14],
              [w * 1.5, -8],
              [0, 18],
            ]),
            straw[i % 4]!,
            { round: false },
          ),
        )
      })
    const horse = at(
      650,
      620,
      s.volume(
        smooth([
          [-84, -120],
          [-70, -150],
          [60, -146],
          [86, -118],
          [80, -84],
          [-70, -84],
        ]),
        straw[0]!,
      ) +
        [
          [-66, -4],
          [-40, 0],
          [44, 0],
          [70, -4],
        ]
          .map(
            ([x, y]) =>
              stroke(`M${x} -92L${x} ${y}`, straw[2]!, 19) +
              stroke(`M${x! - 4} -92V${y}`, straw[3]!, 5, 0.8),
          )
          .join('') +
        s.volume(
          smooth([
            [-60, -130],
            [-92, -190],
            [-128, -226],
            [-150, -200],
            [-170, -180],
            [-160, -166],
            [-120, -172],
            [-100, -120],
          ]),
          straw[1]!,
        ) +
        times(8, (i) => stroke(`M${-74 - i * 7} ${-150 - i * 10}l26 -12`, straw[2]!, 6)) +
        times(7, (i) =>
          stroke(
            `M84 -120Q${120 + i * 4} ${-120 + i * 8} ${116 + i * 3} ${-40 + i * 4}`,
            straw[i % 4]!,
            5,
          ),
        ) +
        times(9, (i) => stroke(`M${-66 + i * 17} -146L${-58 + i * 17} -88`, straw[2]!, 3, 0.6)) +
        stroke('M-60 -140Q0 -120 60 -140', MADDER, 9) +
        fill(oval(-134, -198, 4), '#3a2a1c'),
    )
    return (
      valley(s, airs.honey) +
      table(s, '#8a5f3c') +
      times(7, (i) =>
        at(
          700 + i * 12,
          520,
          barleyEar(s, s.pick(['#cfa242', '#dcb659']), 330 + (i % 3) * 24, -20 + i * 14),
        ),
      ) +
      s.shadow(360, 640, 230) +
      at(
        350,
        640,
        turned(s, 'M-200 -150V-20A200 54 0 0 0 200 -20V-150Z', '#c99a3c') +
          times(4, (r) => plait(-130 + r * 36, 198, 54)) +
          turned(s, 'M-212 -200V-150A212 58 0 0 0 212 -150V-200Z', '#dcb659') +
          plait(-172, 210, 56) +
          s.volume(oval(0, -200, 212, 58), '#e8c873', { light: 0.4 }) +
          times(6, (r) =>
            times(28, (i) => {
              const a = (i / 28) * 6.283
              const k = 0.95 - r * 0.15
              return stroke(
                `M${n(Math.cos(a) * 212 * k)} ${n(-200 + Math.sin(a) * 58 * k)}L${n(Math.cos(a + 0.18) * 212 * (k - 0.12))} ${n(-200 + Math.sin(a + 0.18) * 58 * (k - 0.12))}`,
                straw[(i + r) % 4]!,
                9,
                0.9,
              )
            }),
          ) +
          fill(
            poly([
              [0, -222],
              [36, -202],
              [0, -182],
              [-36, -202],
            ]),
            MADDER,
          ) +
          fill(
            poly([
              [0, -212],
              [18, -202],
              [0, -192],
              [-18, -202],
            ]),
            UNDYED,
          ),
      ) +
      s.shadow(650, 640, 120, 20) +
      horse
    )
  },
}
