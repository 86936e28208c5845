import { wall } from '../backdrops.js'
import { at, fill, stroke } from '../draw.js'
import { table } from '../grounds.js'
import { GOLD, INDIGO, MADDER, UNDYED, applique, seam, tassel } from '../motifs/weaves.js'
import type { Scene } from '../scene.js'

export const lisuHualabiaoBag: Scene = {
  alt: {
    zh: '一只花腊裱挎包，红白蓝三角与菱形一层层拼缝，下缀彩穗',
    en: 'A hualabiao shoulder bag, rows of red, white and blue triangles and lozenges, with tassels below',
  },
  draw: (s) => {
    const d = 'M-190 -180H190L206 150Q206 176 180 176H-180Q-206 176 -206 150Z'
    const rows = [
      { kind: 'stripe', height: 24, ground: INDIGO, ink: UNDYED },
      { kind: 'triangles', height: 44, ground: UNDYED, ink: MADDER },
      { kind: 'stripe', height: 12, ground: GOLD, ink: UNDYED },
      { kind: 'lozenges', height: 76, ground: INDIGO, ink: UNDYED, heart: MADDER },
      { kind: 'stripe', height: 12, ground: MADDER, ink: UNDYED },
      { kind: 'zigzag', height: 40, ground: UNDYED, ink: INDIGO },
      { kind: 'triangles', height: 44, ground: MADDER, ink: UNDYED },
      { kind: 'stripe', height: 14, ground: GOLD, ink: UNDYED },
      { kind: 'lozenges', height: 60, ground: '#2f6b4f', ink: UNDYED, heart: INDIGO },
      { kind: 'stripe', height: 40, ground: INDIGO, ink: UNDYED },
    ] as const
    return (
      wall(s, '#d9c8ac') +
      table(s, '#a6764a') +
      stroke('M300 330C250 30 650 10 604 330', INDIGO, 30) +
      stroke('M300 330C250 30 650 10 604 330', MADDER, 10) +
      s.shadow(450, 640, 230) +
      at(
        450,
        440,
        fill(d, INDIGO) +
          s.inside(
            d,
            applique(-210, 210, -182, rows) +
              fill(
                'M-210 -190H210V190H-210Z',
                s.linear(
                  [
                    [0, '#fff6e4', 0.22],
                    [0.5, '#fff6e4', 0],
                    [1, '#1d140c', 0.4],
                  ],
                  [0, 0, 1, 0.3],
                ),
              ),
          ) +
          seam('M-176 -166H176L190 146Q190 160 176 160H-176Q-190 160 -190 146Z', GOLD),
      ) +
      [-150, -75, 0, 75, 150]
        .map((x, i) =>
          at(450 + x, 612, tassel(s, 84, [MADDER, INDIGO, '#2f6b4f', INDIGO, MADDER][i]!)),
        )
        .join('')
    )
  },
}
