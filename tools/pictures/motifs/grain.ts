import { shade, tint } from '../colour.js'
import { type Point, at, fill, n, oval, smooth, stroke } from '../draw.js'
import type { Sketch } from '../sketch.js'

/** One kernel: a plump spindle with a line of light. */
export function kernel(
  x: number,
  y: number,
  long: number,
  wide: number,
  turn: number,
  colour: string,
): string {
  return at(
    x,
    y,
    `<ellipse rx="${n(long)}" ry="${n(wide)}" fill="${colour}"/>` +
      stroke(
        `M${n(-long * 0.5)} ${n(-wide * 0.35)}q${n(long * 0.5)} ${n(-wide * 0.4)} ${n(long)} 0`,
        tint(colour, 0.6),
        Math.max(1, wide * 0.3),
        0.55,
      ),
    { turn },
  )
}

export interface HeapLook {
  readonly rx: number
  /** How far the heap bulges below its middle line: the front edge of a mouth. */
  readonly ry: number
  readonly height: number
  readonly count: number
  readonly base: string
}

/** A heap of small things, drawn back to front; `lit` is 1 at the light and 0 in the shade. */
export function heap(
  s: Sketch,
  look: HeapLook,
  one: (x: number, y: number, lit: number) => string,
): string {
  const { rx, ry, height, count, base } = look
  const dome = (u: number) => -height * Math.pow(Math.max(0, 1 - u * u), 0.75)
  const foot = (u: number) => ry * Math.sqrt(Math.max(0, 1 - u * u))
  const places = Array.from({ length: count }, () => {
    const u = s.between(-0.97, 0.97)
    const v = s.chance()
    return {
      x: u * rx,
      y: dome(u) + (foot(u) - dome(u)) * v,
      lit: 1 - (u * 0.5 + 0.5) * 0.55 - v * 0.32,
    }
  }).sort((a, b) => a.y - b.y)
  const top: Point[] = Array.from({ length: 13 }, (_, i): Point => [
    (-1 + i / 6) * rx,
    dome(-1 + i / 6),
  ])
  const outline = `${smooth(top, false)}A${rx} ${ry} 0 0 1 ${-rx} 0Z`
  return fill(outline, base) + places.map(({ x, y, lit }) => one(x, y, lit)).join('')
}

/** Kernels lying about where some were spilled. */
export function spill(
  s: Sketch,
  x: number,
  y: number,
  spread: number,
  count: number,
  one: (x: number, y: number) => string,
): string {
  const places = Array.from(
    { length: count },
    () => [x + s.between(-1, 1) * spread, y + s.between(-1, 1) * spread * 0.28] as const,
  )
  return places
    .sort((a, b) => a[1] - b[1])
    .map(([px, py]) => fill(oval(px + 4, py + 5, 9, 4), '#1d140c', 0.2) + one(px, py))
    .join('')
}

/** A drooping ear of rice from (0, 0); the stem comes from below. */
export function riceEar(s: Sketch, colour: string, high = 300, bend = 150): string {
  const stem = `M0 0C0 ${-high * 0.7} ${bend * 0.1} ${-high} ${bend * 0.5} ${-high}S${bend} ${-high * 0.8} ${bend * 1.1} ${-high * 0.5}`
  let svg = stroke(stem, shade(colour, 0.2), 5)
  for (let i = 0; i < 30; i++) {
    const t = i / 29
    const x = bend * (0.32 + t * 0.78) + s.between(-7, 7)
    const y = -high * (0.98 - t * t * 0.52) + s.between(-5, 12)
    const tone = s.pick([colour, tint(colour, 0.25), shade(colour, 0.12)])
    svg += stroke(`M${n(x)} ${n(y)}l${n(12)} ${n(6)}`, shade(colour, 0.2), 1.5, 0.7)
    svg += kernel(x + 8, y + 10, 12, 5.5, 55 + t * 25 + s.between(-20, 20), tone)
  }
  return svg
}

/** An upright ear of barley or wheat from (0, 0), with its awns. */
export function barleyEar(s: Sketch, colour: string, high = 320, lean = 0): string {
  let svg = stroke(
    `M0 0Q${lean * 0.2} ${-high * 0.5} ${lean} ${-high * 0.62}`,
    shade(colour, 0.15),
    6,
  )
  for (let i = 0; i < 11; i++) {
    const y = -high * 0.58 - i * 13
    const x = lean + (lean * i) / 40
    for (const side of [-1, 1]) {
      svg += stroke(
        `M${n(x)} ${n(y)}q${side * 18} -40 ${side * (26 + i)} ${-90 - i * 2}`,
        tint(colour, 0.3),
        1.8,
        0.8,
      )
      svg += kernel(
        x + side * 9,
        y,
        14,
        6.5,
        side * -58 + (side < 0 ? 180 : 0),
        s.pick([colour, tint(colour, 0.2), shade(colour, 0.1)]),
      )
    }
  }
  return svg
}

/** A kernel drawer: each a little different, darker away from the light. */
export function kernels(
  s: Sketch,
  colour: string,
  long: number,
  wide: number,
  other = tint(colour, 0.3),
) {
  return (x: number, y: number, lit = 0.8) =>
    kernel(
      x,
      y,
      long * s.between(0.85, 1.15),
      wide,
      s.between(0, 180),
      shade(s.pick([colour, colour, other]), 0.42 * (1 - lit)),
    )
}

/** A wooden scoop, its handle to the right; content around the middle of its mouth. */
export function scoop(s: Sketch, colour = '#b98148', content = ''): string {
  return (
    stroke('M70 -14L250 -74', shade(colour, 0.25), 24) +
    stroke('M70 -18L248 -78', tint(colour, 0.3), 8, 0.8) +
    s.volume('M-90 -10C-90 60 70 70 92 -8C70 -34 -60 -40 -90 -10Z', colour) +
    fill(oval(0, -14, 84, 24), shade(colour, 0.4)) +
    at(0, -14, content)
  )
}

/** A seed with three edges, as buckwheat has. */
export function threeEdged(s: Sketch, colours: readonly string[]) {
  return (x: number, y: number, lit = 0.8) => {
    const colour = shade(s.pick(colours), 0.45 * (1 - lit))
    return at(
      x,
      y,
      fill('M0 -11C7 -4 10 4 8 9C2 12 -2 12 -8 9C-10 4 -7 -4 0 -11Z', colour) +
        stroke('M0 -9Q1 2 -1 9', tint(colour, 0.5), 1.8, 0.7),
      { turn: s.between(-70, 70) },
    )
  }
}

/** Draws kidney beans of a size, each turned its own way. */
export function bean(s: Sketch, colour: string, size: number) {
  return (x: number, y: number, lit = 0.85) => {
    const tone = shade(colour, 0.3 * (1 - lit))
    return at(
      x,
      y,
      s.volume(
        `M${-size} 0C${-size} ${-size * 0.8} ${size} ${-size * 0.85} ${size} ${size * 0.05}C${size} ${size * 0.62} ${size * 0.4} ${size * 0.4} 0 ${size * 0.34}C${-size * 0.4} ${size * 0.4} ${-size} ${size * 0.7} ${-size} 0Z`,
        tone,
        { light: 0.6, dark: 0.28, line: 0.4 },
      ),
      { turn: s.between(-80, 80) },
    )
  }
}
