import { n, oval, smooth, stroke, times } from '../draw.js'
import type { Sketch } from '../sketch.js'

/** A loaf of rice cake along x with its slices in front. */
export const erkuai = (s: Sketch, long: number, w: number) =>
  s.volume(
    smooth([
      [-long, 0],
      [-long * 0.86, -w * 0.86],
      [0, -w],
      [long * 0.86, -w * 0.86],
      [long, 0],
      [long * 0.86, w * 0.8],
      [0, w * 0.9],
      [-long * 0.86, w * 0.8],
    ]),
    '#f3ebda',
    { light: 0.7, dark: 0.24 },
  ) +
  stroke(
    `M${-long * 0.7} ${-w * 0.5}Q0 ${-w * 0.72} ${long * 0.6} ${-w * 0.52}`,
    '#ffffff',
    10,
    0.6,
  )

/** A twig of pine along +x. */
export const pineTwig = (s: Sketch, long: number) =>
  stroke(`M0 0Q${long * 0.5} -14 ${long} 0`, '#6d4c2e', 9) +
  times(70, (i) => {
    const x = (i / 70) * long
    return stroke(
      `M${n(x)} -4l${n(s.between(14, 34))} ${n((i % 2 ? 1 : -1) * s.between(28, 60))}`,
      s.pick(['#4f7a44', '#3f6a3a', '#689455']),
      3,
    )
  })

/** A pine cone around (0, 0). */
export const pineCone = (s: Sketch, size: number) =>
  s.volume(oval(0, 0, size * 0.72, size), '#7a5434', { dark: 0.5 }) +
  times(6, (row) =>
    times(5, (i) => {
      const x = (i - 2 + (row % 2) * 0.5) * size * 0.3
      const y = -size * 0.76 + row * size * 0.3
      return Math.abs(x) < size * 0.62
        ? s.volume(
            `M${n(x - size * 0.16)} ${n(y)}Q${n(x)} ${n(y + size * 0.34)} ${n(x + size * 0.16)} ${n(y)}Q${n(x)} ${n(y - size * 0.12)} ${n(x - size * 0.16)} ${n(y)}Z`,
            '#9a6f48',
          )
        : ''
    }),
  )
