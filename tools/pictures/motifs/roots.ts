import { shade } from '../colour.js'
import { type Point, at, fill, n, oval, smooth, stroke, times } from '../draw.js'
import type { Sketch } from '../sketch.js'

/** A root with branches from (0, 0) downwards: `arms` thinner ones fork off. */
export function root(s: Sketch, long: number, wide: number, colour: string, arms = 4): string {
  const strand = (x0: number, y0: number, reach: number, lean: number, w: number) => {
    const points: Point[] = Array.from({ length: 6 }, (_, i): Point => [
      x0 + lean * (i / 5) ** 1.3 + s.between(-1, 1) * w * 0.4,
      y0 + reach * (i / 5),
    ])
    const left = points.map(([x, y], i): Point => [x - w * (1 - i / 5.4), y])
    const right = points.map(([x, y], i): Point => [x + w * (1 - i / 5.4), y]).reverse()
    const d = smooth([...left, ...right])
    const wrinkles = times(8, (i) => {
      const t = (i + 0.5) / 8
      return stroke(
        `M${n(x0 + lean * t ** 1.3 - w * (1 - t))} ${n(y0 + reach * t)}q${n(w)} ${n(w * 0.4)} ${n(w * 1.7 * (1 - t))} 0`,
        shade(colour, 0.42),
        2,
        0.5,
      )
    })
    return s.volume(d, colour, { round: false, light: 0.38, dark: 0.42 }) + s.inside(d, wrinkles)
  }
  return (
    times(arms, (i) =>
      strand(
        (i - arms / 2) * wide * 0.3,
        long * s.between(0.1, 0.35),
        long * s.between(0.5, 0.75),
        (i % 2 ? 1 : -1) * long * s.between(0.15, 0.4),
        wide * s.between(0.3, 0.5),
      ),
    ) + strand(0, 0, long, s.between(-30, 30), wide)
  )
}

/** A round slice of a root, face up. */
export function slice(s: Sketch, rx: number, ry: number, face: string, skin: string): string {
  return (
    fill(oval(6, 10, rx, ry), '#1d140c', 0.22) +
    s.volume(oval(0, 5, rx, ry), skin) +
    s.volume(oval(0, 0, rx * 0.96, ry * 0.94), face, { light: 0.5, dark: 0.15 }) +
    stroke(oval(0, 0, rx * 0.6, ry * 0.58), shade(face, 0.25), 2, 0.6) +
    times(7, (i) =>
      stroke(
        `M${n(Math.cos(i * 0.9) * rx * 0.2)} ${n(Math.sin(i * 0.9) * ry * 0.2)}L${n(Math.cos(i * 0.9) * rx * 0.8)} ${n(Math.sin(i * 0.9) * ry * 0.8)}`,
        shade(face, 0.2),
        1.5,
        0.5,
      ),
    )
  )
}

/** A dried gastrodia tuber along +x: pale, translucent, ringed. */
export function gastrodia(s: Sketch, long: number): string {
  const w = long * 0.26
  const d = smooth([
    [0, 0],
    [long * 0.12, -w * 0.8],
    [long * 0.5, -w],
    [long * 0.88, -w * 0.6],
    [long, 0],
    [long * 0.88, w * 0.7],
    [long * 0.5, w],
    [long * 0.12, w * 0.8],
  ])
  return (
    s.volume(d, '#d9b478', { light: 0.5, dark: 0.42 }) +
    s.inside(
      d,
      times(9, (i) => {
        const x = long * (0.1 + i * 0.095)
        return (
          stroke(`M${n(x)} ${n(-w)}q${n(w * 0.5)} ${n(w)} 0 ${n(w * 2)}`, '#8a6234', 2.5, 0.5) +
          times(5, (k) => fill(oval(x + w * 0.2, -w * 0.7 + k * w * 0.36, 2.2), '#7a5428', 0.6))
        )
      }) + fill(oval(long * 0.4, -w * 0.45, long * 0.24, w * 0.2), '#fff6e4', 0.35),
    ) +
    s.volume(oval(long * 1.0, 0, w * 0.3, w * 0.26), '#b5603c')
  )
}

/** A gentian flower that opens upwards. */
export const gentian = (s: Sketch, x: number, y: number, turn: number) =>
  at(
    x,
    y,
    s.volume(
      'M-18 0C-30 -40 -34 -70 -46 -110L-20 -92L0 -122L20 -92L46 -110C34 -70 30 -40 18 0Z',
      '#4659a8',
      { light: 0.42 },
    ) +
      stroke('M-8 -8L-14 -86M8 -8L14 -86M0 -8V-100', '#2c3b7d', 3, 0.6) +
      s.volume('M-20 2C-24 -20 -18 -34 -12 -44L0 -24L12 -44C18 -34 24 -20 20 2Z', '#6d9150'),
    { turn },
  )
