import { shade, tint } from '../colour.js'
import { at, fill, n, poly, stroke, times } from '../draw.js'
import { flower, leaf } from './plants.js'
import type { Sketch } from '../sketch.js'

/** Rows of appliqué as on Lisu hualabiao: triangles, lozenges, stripes between x0 and x1. */
export function applique(
  x0: number,
  x1: number,
  y0: number,
  rows: readonly {
    kind: 'stripe' | 'triangles' | 'lozenges' | 'zigzag'
    height: number
    ground: string
    ink: string
    heart?: string
  }[],
): string {
  let y = y0
  let svg = ''
  for (const { kind, height, ground, ink, heart } of rows) {
    svg += fill(
      poly([
        [x0, y],
        [x1, y],
        [x1, y + height],
        [x0, y + height],
      ]),
      ground,
    )
    const wide = height * 1.1
    for (let x = x0; x < x1 && kind !== 'stripe'; x += wide) {
      const middle = y + height / 2
      if (kind === 'triangles')
        svg += fill(
          poly([
            [x, y + height],
            [x + wide / 2, y],
            [x + wide, y + height],
          ]),
          ink,
        )
      if (kind === 'lozenges')
        svg +=
          fill(
            poly([
              [x, middle],
              [x + wide / 2, y + 3],
              [x + wide, middle],
              [x + wide / 2, y + height - 3],
            ]),
            ink,
          ) +
          fill(
            poly([
              [x + wide * 0.27, middle],
              [x + wide / 2, y + height * 0.27],
              [x + wide * 0.73, middle],
              [x + wide / 2, y + height * 0.73],
            ]),
            heart ?? ground,
          )
      if (kind === 'zigzag')
        svg += stroke(
          `M${n(x)} ${n(y + height * 0.8)}L${n(x + wide / 2)} ${n(y + height * 0.2)}L${n(x + wide)} ${n(y + height * 0.8)}`,
          ink,
          height * 0.16,
        )
    }
    y += height
  }
  return svg
}

/** A tassel hanging from (0, 0) with a bead. */
export function tassel(s: Sketch, long: number, colour: string, bead = '#e0a945'): string {
  return (
    stroke(`M0 0V${long * 0.24}`, colour, 5) +
    at(0, long * 0.24, s.volume('M-11 0a11 11 0 1 1 22 0a11 11 0 1 1 -22 0Z', bead)) +
    times(11, (i) =>
      stroke(
        `M0 ${n(long * 0.3)}Q${n((i - 5) * 3)} ${n(long * 0.6)} ${n((i - 5) * 5)} ${n(long + s.between(-6, 6))}`,
        s.pick([colour, tint(colour, 0.2), shade(colour, 0.2)]),
        5,
      ),
    )
  )
}

/** Hexagonal open weave of bamboo over a rectangle. */
export function bambooNet(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  step: number,
  colour: string,
): string {
  let svg = ''
  const high = y1 - y0
  for (let x = x0 - high; x < x1 + high; x += step) {
    svg += stroke(`M${n(x)} ${y1}L${n(x + high * 0.58)} ${y0}`, colour, step * 0.24)
    svg += stroke(`M${n(x)} ${y0}L${n(x + high * 0.58)} ${y1}`, tint(colour, 0.22), step * 0.22)
  }
  for (let y = y0 + step * 0.4; y < y1; y += step * 0.86)
    svg += stroke(
      `M${x0} ${n(y)}Q${(x0 + x1) / 2} ${n(y + 26)} ${x1} ${n(y)}`,
      shade(colour, 0.16),
      step * 0.26,
    )
  return svg
}

/** The dyes of the cloth: indigo, madder, undyed, gold. */
export const INDIGO = '#24386e'

export const MADDER = '#b3372b'

export const UNDYED = '#f6ecd9'

export const GOLD = '#e0a945'

/** Three flowers and leaves in stitches. */
export const embroidered = (s: Sketch, k = 1) =>
  [
    [-70, 20, MADDER],
    [0, -30, GOLD],
    [72, 18, '#c9607a'],
  ]
    .map(([x, y, c]) => at(Number(x) * k, Number(y) * k, flower(s, 44 * k, 6, String(c), UNDYED)))
    .join('') +
  [
    [-110, 60, 160],
    [-30, 50, 100],
    [40, 56, 70],
    [116, 54, 20],
  ]
    .map(([x, y, turn]) =>
      at(x! * k, y! * k, leaf(s, 64 * k, 17 * k, '#4f8a5c', 5), { turn: turn! }),
    )
    .join('')

/** Stitches round an outline. */
export const seam = (d: string, colour: string) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="4" stroke-dasharray="12 9"/>`
