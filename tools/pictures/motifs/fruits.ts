import { shade, tint } from '../colour.js'
import { type Point, at, fill, n, oval, smooth, stroke, times } from '../draw.js'
import { leaf } from './plants.js'
import type { Sketch } from '../sketch.js'

/** A round fruit around (0, 0) with a blush on the lit side. */
export function roundFruit(s: Sketch, size: number, colour: string, blush: string): string {
  const d = smooth([
    [0, -size * 0.86],
    [size * 0.55, -size * 0.95],
    [size * 1.02, -size * 0.3],
    [size * 0.86, size * 0.55],
    [size * 0.3, size * 0.94],
    [-size * 0.3, size * 0.94],
    [-size * 0.86, size * 0.55],
    [-size * 1.02, -size * 0.3],
    [-size * 0.55, -size * 0.95],
  ])
  const cheek = s.radial(
    [
      [0, blush, 0.95],
      [0.55, blush, 0.5],
      [1, blush, 0],
    ],
    [0.35, 0.5, 0.5],
  )
  const streaks = times(16, () => {
    const x = s.between(-0.8, 0.8) * size
    return stroke(
      `M${n(x * 0.25)} ${n(-size * 0.8)}Q${n(x * 1.1)} ${n(-size * 0.1)} ${n(x * 0.8)} ${n(size * 0.7)}`,
      blush,
      3,
      0.22,
    )
  })
  return (
    s.volume(d, colour, { light: 0.3, dark: 0.42 }) +
    s.inside(d, fill(oval(-size * 0.1, 0, size * 1.1), cheek) + streaks) +
    fill(oval(0, -size * 0.8, size * 0.34, size * 0.13), shade(colour, 0.5), 0.6) +
    fill(oval(-size * 0.42, -size * 0.42, size * 0.2, size * 0.14), '#ffffff', 0.55)
  )
}

/** An apple with its stalk around (0, 0). */
export function apple(s: Sketch, size: number, colour = '#c23b2e'): string {
  return (
    roundFruit(s, size, mixWarm(colour), colour) +
    stroke(`M0 ${-size * 0.78}q4 ${-size * 0.3} ${size * 0.16} ${-size * 0.46}`, '#5a3a22', 8)
  )
}

const mixWarm = (colour: string) => tint(colour, 0.06)

/** A peach with its crease around (0, 0). */
export function peach(s: Sketch, size: number): string {
  const crease = stroke(
    `M${-size * 0.05} ${-size * 0.85}Q${size * 0.34} ${-size * 0.1} ${size * 0.04} ${size * 0.92}`,
    '#b5524a',
    5,
    0.5,
  )
  const d = smooth([
    [0, -size * 0.9],
    [size * 0.6, -size * 0.92],
    [size * 1.05, -size * 0.2],
    [size * 0.8, size * 0.55],
    [size * 0.06, size * 1.04],
    [-size * 0.78, size * 0.58],
    [-size * 1.05, -size * 0.2],
    [-size * 0.6, -size * 0.92],
  ])
  const cheek = s.radial(
    [
      [0, '#d8474a', 0.95],
      [0.6, '#e06a5c', 0.55],
      [1, '#e0786a', 0],
    ],
    [0.68, 0.36, 0.6],
  )
  return (
    s.volume(d, '#f6c48f', { light: 0.35, dark: 0.25 }) +
    fill(d, cheek) +
    crease +
    fill(oval(-size * 0.45, -size * 0.45, size * 0.22, size * 0.15), '#fff', 0.45)
  )
}

/** A bunch of grapes hanging from (0, 0). */
export function grapes(
  s: Sketch,
  colour: string,
  look: { rows?: number; size?: number; frost?: boolean } = {},
): string {
  const { rows = 8, size = 33, frost } = look
  const berries: Point[] = []
  for (let row = 0; row < rows; row++) {
    const across = row < 2 ? 4 + row : Math.max(1, Math.round(6 - (row - 2) * 0.9))
    for (let i = 0; i < across; i++) {
      berries.push([
        (i - (across - 1) / 2) * size * 1.42 + s.between(-6, 6),
        36 + row * size * 1.18 + s.between(-7, 7),
      ])
    }
  }
  return (
    stroke('M0 -60Q8 -20 0 30', '#6d4c2e', 11) +
    berries
      .map(([x, y]) => {
        const tone = s.pick([colour, shade(colour, 0.14), tint(colour, 0.1)])
        return at(
          x,
          y,
          s.volume(oval(0, 0, size * 0.92, size), tone, { light: 0.42, dark: 0.55 }) +
            fill(oval(-size * 0.34, -size * 0.4, size * 0.2, size * 0.14), '#fff', 0.6) +
            (frost
              ? fill(
                  `M${-size * 0.8} ${-size * 0.3}A${size * 0.92} ${size} 0 0 1 ${size * 0.8} ${-size * 0.35}Q0 ${-size * 0.55} ${-size * 0.8} ${-size * 0.3}Z`,
                  '#ffffff',
                  0.7,
                )
              : ''),
        )
      })
      .join('')
  )
}

/** A vine leaf around its stem at (0, 0), pointing up. */
export function vineLeaf(s: Sketch, size: number, colour: string): string {
  const d = smooth([
    [0, 0],
    [-size * 0.5, size * 0.16],
    [-size * 0.62, -size * 0.1],
    [-size * 0.98, -size * 0.3],
    [-size * 0.72, -size * 0.55],
    [-size * 0.6, -size * 0.92],
    [-size * 0.26, -size * 0.82],
    [0, -size * 1.22],
    [size * 0.26, -size * 0.82],
    [size * 0.6, -size * 0.92],
    [size * 0.72, -size * 0.55],
    [size * 0.98, -size * 0.3],
    [size * 0.62, -size * 0.1],
    [size * 0.5, size * 0.16],
  ])
  const veins = [
    [-0.6, -0.2],
    [-0.42, -0.68],
    [0, -1],
    [0.42, -0.68],
    [0.6, -0.2],
  ]
    .map(([x, y]) => stroke(`M0 -6L${n(size * x!)} ${n(size * y!)}`, tint(colour, 0.5), 3, 0.7))
    .join('')
  return s.volume(d, colour, { dark: 0.35 }) + veins
}

/** A strawberry hanging down around (0, 0). */
export function strawberry(s: Sketch, size: number): string {
  const d = smooth([
    [0, -size * 0.72],
    [size * 0.55, -size * 0.72],
    [size * 0.82, -size * 0.2],
    [size * 0.5, size * 0.5],
    [0, size * 1.02],
    [-size * 0.5, size * 0.5],
    [-size * 0.82, -size * 0.2],
    [-size * 0.55, -size * 0.72],
  ])
  const seeds = times(5, (row) =>
    times(6, (i) =>
      fill(
        oval(
          (i - 2.5 + (row % 2) * 0.5) * size * 0.3,
          -size * 0.48 + row * size * 0.29,
          size * 0.045,
          size * 0.07,
        ),
        '#f6dc8e',
        0.9,
      ),
    ),
  )
  const crown = times(6, (i) =>
    at(0, -size * 0.72, leaf(s, size * 0.52, size * 0.16, '#5f9146', 2), {
      turn: 8 + i * 33 + (i > 2 ? -2 : 0),
    }),
  )
  return (
    s.volume(d, '#cf2f33', { light: 0.35, dark: 0.45 }) +
    s.inside(d, seeds) +
    fill(oval(-size * 0.36, -size * 0.32, size * 0.16, size * 0.22), '#fff', 0.35) +
    crown +
    stroke(`M0 ${-size * 0.74}v${-size * 0.3}`, '#5f9146', 6)
  )
}
