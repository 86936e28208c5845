import { shade, tint } from '../colour.js'
import { type Point, at, fill, n, oval, pebble, smooth, stroke, times } from '../draw.js'
import { roundFruit } from './fruits.js'
import { leaf } from './plants.js'
import type { Sketch } from '../sketch.js'

/** A potato with its eyes around (0, 0). */
export function potato(s: Sketch, rx: number, ry: number, colour = '#c69b5d'): string {
  const d = pebble(s, 0, 0, rx, ry, 0.07)
  const eyes = times(7, () =>
    fill(
      oval(s.between(-0.7, 0.7) * rx, s.between(-0.6, 0.6) * ry, s.between(3, 7), 2.6),
      shade(colour, 0.5),
      0.5,
    ),
  )
  return s.volume(d, colour, { light: 0.34, dark: 0.45 }) + s.inside(d, eyes)
}

/** A tomato with its calyx around (0, 0). */
export function tomato(s: Sketch, size: number): string {
  return (
    roundFruit(s, size, '#d8482f', '#c9331f') +
    times(5, (i) =>
      at(0, -size * 0.76, leaf(s, size * 0.5, size * 0.11, '#4e7d3c', 1), { turn: -170 + i * 40 }),
    )
  )
}

/** A long root or fruit along +x: yam, cucumber, carrot. */
export function rod(
  s: Sketch,
  long: number,
  wide: number,
  colour: string,
  look: { taper?: number; hairs?: number; rings?: number; bend?: number } = {},
): string {
  const { taper = 0.6, hairs = 0, rings = 0, bend = 0 } = look
  const steps = 8
  const upper: Point[] = []
  const lower: Point[] = []
  for (let i = 0; i <= steps; i++) {
    const t = i / steps
    const w =
      wide *
      (1 - (1 - taper) * t) *
      Math.min(1, 0.62 + t * 4, 0.5 + (1 - t) * 4) *
      s.between(0.94, 1.06)
    const y = Math.sin(t * Math.PI) * bend
    upper.push([t * long, y - w])
    lower.unshift([t * long, y + w])
  }
  const d = smooth([...upper, ...lower])
  const body = s.linear([
    [0, tint(colour, 0.4)],
    [0.4, colour],
    [1, shade(colour, 0.42)],
  ])
  const marks = times(rings, (i) => {
    const t = (i + 0.5) / rings
    const y = Math.sin(t * Math.PI) * bend
    const w = wide * (1 - (1 - taper) * t)
    return stroke(
      `M${n(t * long)} ${n(y - w)}q${n(wide * 0.3)} ${n(w)} 0 ${n(w * 2)}`,
      shade(colour, 0.4),
      2,
      0.45,
    )
  })
  const threads = times(hairs, () => {
    const t = s.between(0.04, 0.96)
    const y = Math.sin(t * Math.PI) * bend + s.between(-0.9, 0.9) * wide * (1 - (1 - taper) * t)
    return stroke(
      `M${n(t * long)} ${n(y)}q${n(s.between(-8, 8))} ${n(s.between(4, 12))} ${n(s.between(-14, 14))} ${n(s.between(8, 20))}`,
      shade(colour, 0.45),
      1.4,
      0.6,
    )
  })
  return `<path d="${d}" fill="${body}" stroke="${shade(colour, 0.55)}" stroke-opacity=".35" stroke-width="2"/>${s.inside(d, marks)}${threads}`
}

/** A Chinese cabbage standing on (0, 0). */
export function cabbage(s: Sketch, size: number): string {
  const leafShape = (w: number, h: number, turn: number, colour: string) =>
    at(
      0,
      0,
      s.volume(
        smooth([
          [0, 0],
          [-w * 0.6, -h * 0.3],
          [-w, -h * 0.7],
          [-w * 0.6, -h],
          [0, -h * 1.04],
          [w * 0.6, -h],
          [w, -h * 0.7],
          [w * 0.6, -h * 0.3],
        ]),
        colour,
        { light: 0.3, dark: 0.3 },
      ) +
        stroke(`M0 -8Q2 ${-h * 0.5} 0 ${-h * 0.86}`, '#f6f5e2', w * 0.28, 0.9) +
        times(4, (i) =>
          stroke(
            `M0 ${n(-h * (0.35 + i * 0.13))}q${n(w * 0.3)} ${n(-h * 0.06)} ${n(w * 0.66)} ${n(-h * 0.16)}M0 ${n(-h * (0.35 + i * 0.13))}q${n(-w * 0.3)} ${n(-h * 0.06)} ${n(-w * 0.66)} ${n(-h * 0.16)}`,
            '#eef3d4',
            2.5,
            0.7,
          ),
        ),
      { turn },
    )
  return (
    leafShape(size * 0.4, size, -24, '#6f9a47') +
    leafShape(size * 0.4, size, 24, '#648f3f') +
    leafShape(size * 0.42, size * 1.04, -8, '#8db35c') +
    leafShape(size * 0.38, size * 0.96, 10, '#a5c574')
  )
}

/** Leafy greens in a bunch, stems at (0, 0), leaves up. */
export function greens(s: Sketch, size: number, colour: string, stem = '#e6edc9'): string {
  return times(9, (i) => {
    const turn = (i - 4) * 11 + s.between(-3, 3)
    const high = size * s.between(0.8, 1.05)
    const w = size * 0.17
    return at(
      0,
      0,
      stroke(`M0 0V${n(-high * 0.6)}`, stem, size * 0.07) +
        s.volume(
          smooth([
            [0, -high * 0.42],
            [-w, -high * 0.6],
            [-w * 1.15, -high * 0.86],
            [0, -high * 1.06],
            [w * 1.15, -high * 0.86],
            [w, -high * 0.6],
          ]),
          s.pick([colour, shade(colour, 0.12), tint(colour, 0.1)]),
        ) +
        stroke(`M0 ${n(-high * 0.45)}V${n(-high * 0.96)}`, stem, 4, 0.8),
      { turn },
    )
  })
}

/** A head of chicory lying along +x. */
export function chicory(s: Sketch, long: number, edge = '#d9cf62'): string {
  const w = long * 0.24
  const one = (k: number, tone: string) => {
    const d = `M0 ${n(-w * 0.2 * k)}C${n(long * 0.25)} ${n(-w * 1.3 * k)} ${n(long * 0.75)} ${n(-w * 1.1 * k)} ${long} ${n(-w * 0.06)}C${n(long * 0.75)} ${n(w * 1.1 * k)} ${n(long * 0.25)} ${n(w * 1.3 * k)} 0 ${n(w * 0.2 * k)}Z`
    return (
      s.volume(d, tone, { light: 0.6, dark: 0.2 }) +
      s.inside(
        d,
        stroke(
          `M${n(long * 0.45)} ${n(-w * k)}Q${n(long * 0.85)} ${n(-w * 0.9 * k)} ${long} 0Q${n(long * 0.85)} ${n(w * 0.9 * k)} ${n(long * 0.45)} ${n(w * k)}`,
          edge,
          16,
          0.8,
        ),
      )
    )
  }
  const ribs = [-0.55, 0, 0.5]
    .map((k) =>
      stroke(
        `M10 ${n(w * k * 0.3)}Q${n(long * 0.5)} ${n(w * k * 1.1)} ${n(long * 0.86)} ${n(w * k * 0.3)}`,
        '#c9c9a4',
        3,
        0.7,
      ),
    )
    .join('')
  return one(1, '#f3efcf') + one(0.66, '#f8f5dd') + ribs
}
