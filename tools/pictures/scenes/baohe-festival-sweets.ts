import { wall } from '../backdrops.js'
import { at, fill, n, oval, pebble, poly, stroke, times } from '../draw.js'
import { cloth } from '../grounds.js'
import { turned } from '../motifs/pottery.js'
import type { Scene } from '../scene.js'

export const baoheFestivalSweets: Scene = {
  alt: {
    zh: '圆形漆盒分格装着花生糖、芝麻糖、米花糖和红绿糖点',
    en: 'A round lacquer box in compartments with peanut, sesame and puffed-rice sweets and coloured candies',
  },
  draw: (s) => {
    const at8 = (i: number, r: number) =>
      [
        450 + Math.cos((i / 6) * 6.283 + 0.5) * r,
        500 + Math.sin((i / 6) * 6.283 + 0.5) * r * 0.44,
      ] as const
    const nut = (x: number, y: number) =>
      at(
        x,
        y,
        s.volume(
          'M-30 -6C-32 -20 -6 -22 0 -12C8 -22 34 -18 32 0C32 14 8 14 0 6C-8 14 -30 10 -30 -6Z',
          '#dba662',
        ),
        { turn: s.between(-50, 50) },
      )
    const sesame = (x: number, y: number) =>
      at(
        x,
        y,
        s.volume('M-30 -14H24L32 8H-24Z', '#e5cfa0', { round: false }) +
          times(24, () =>
            fill(
              oval(s.between(-22, 24), s.between(-12, 6), 3, 1.8),
              s.pick(['#2b2522', '#fff6e0']),
            ),
          ),
        { turn: s.between(-20, 20) },
      )
    const puff = (x: number, y: number) =>
      at(
        x,
        y,
        s.volume('M-28 -18H22V16H-28Z', '#f4e9cf', { round: false }) +
          times(26, () =>
            fill(
              oval(s.between(-26, 20), s.between(-16, 14), 5, 4),
              s.pick(['#fffaf0', '#efe0bb', '#f6d7d0']),
            ),
          ),
        { turn: s.between(-16, 16) },
      )
    const candy = (c: string) => (x: number, y: number) =>
      at(
        x,
        y,
        s.volume(oval(0, 0, 22, 19), c, { light: 0.6 }) + fill(oval(-7, -7, 5, 4), '#fff', 0.7),
      )
    const ginger = (x: number, y: number) =>
      at(
        x,
        y,
        s.volume(pebble(s, 0, 0, 28, 17, 0.12), '#e7b755') +
          times(16, () => fill(oval(s.between(-22, 22), s.between(-12, 12), 2), '#fff', 0.8)),
      )
    const kinds = [nut, candy('#d2463c'), sesame, puff, candy('#7fae62'), ginger]
    return (
      wall(s, '#cf8f79') +
      cloth(s, '#a83a2c', { ground: '#24386e', thread: '#e0a945', light: '#f6ecd9' }) +
      s.shadow(450, 590, 330, 60) +
      turned(s, 'M120 500A330 145 0 0 0 780 500V552A330 145 0 0 1 120 552Z', '#3a1712') +
      s.volume(oval(450, 500, 330, 145), '#7c1f18', { light: 0.3 }) +
      fill(oval(450, 502, 306, 130), '#2b0f0c') +
      stroke(oval(450, 500, 318, 138), '#e0a945', 4, 0.9) +
      kinds
        .map((kind, i) =>
          times(9, (k) => {
            const [x, y] = at8(i, 205)
            return kind(
              x + ((k % 3) - 1) * 50 + s.between(-6, 6),
              y + (Math.floor(k / 3) - 1) * 24 - 6 + s.between(-4, 4),
            )
          }),
        )
        .join('') +
      times(6, (i) => {
        const a = ((i + 0.5) / 6) * 6.283 + 0.5
        return stroke(
          `M${n(450 + Math.cos(a) * 96)} ${n(500 + Math.sin(a) * 42)}L${n(450 + Math.cos(a) * 308)} ${n(500 + Math.sin(a) * 132)}`,
          '#7c1f18',
          9,
        )
      }) +
      s.volume(oval(450, 500, 96, 43), '#7c1f18') +
      fill(oval(450, 500, 80, 34), '#2b0f0c') +
      times(8, (i) =>
        candy(s.pick(['#f3ead2', '#e7a9a2']))(
          450 + ((i % 4) - 1.5) * 34,
          492 + Math.floor(i / 4) * 18,
        ),
      ) +
      at(
        450,
        110,
        times(
          3,
          (i) =>
            s.volume(
              `M${(i - 1) * 190 - 40} 0H${(i - 1) * 190 + 40}V116L${(i - 1) * 190} 150L${(i - 1) * 190 - 40} 116Z`,
              '#c63a2d',
              { round: false },
            ) +
            fill(
              poly([
                [(i - 1) * 190, 34],
                [(i - 1) * 190 + 22, 62],
                [(i - 1) * 190, 90],
                [(i - 1) * 190 - 22, 62],
              ]),
              '#f0c25a',
            ),
        ) + stroke('M-400 0Q0 14 400 0', '#7c1f18', 6),
      )
    )
  },
}
