import { at, fill, n, oval, shade, smooth, stroke, times, tint } from '../draw.js'
import type { Point, Sketch } from '../draw.js'

/** A leaf from (0, 0) along +x, with its veins. */
export function leaf(s: Sketch, long: number, wide: number, colour: string, veins = 5): string {
  const d = `M0 0C${n(long * 0.2)} ${n(-wide)} ${n(long * 0.7)} ${n(-wide * 0.85)} ${long} 0C${n(long * 0.7)} ${n(wide * 0.85)} ${n(long * 0.2)} ${n(wide)} 0 0Z`
  const half = `M0 0C${n(long * 0.2)} ${n(wide)} ${n(long * 0.7)} ${n(wide * 0.85)} ${long} 0Z`
  const ribs = times(veins, (i) => {
    const x = long * (0.14 + (i / veins) * 0.72)
    const reach = wide * 0.62 * Math.sin(Math.PI * (0.2 + (i / veins) * 0.7))
    return stroke(`M${n(x)} 0q${n(long * 0.07)} ${n(-reach * 0.4)} ${n(long * 0.12)} ${n(-reach)}M${n(x)} 0q${n(long * 0.07)} ${n(reach * 0.4)} ${n(long * 0.12)} ${n(reach)}`, tint(colour, 0.45), 1.5, 0.6)
  })
  return s.volume(d, colour, { light: 0.25, dark: 0.25 }) + fill(half, shade(colour, 0.4), 0.28) + ribs + stroke(`M0 0Q${long * 0.5} ${-wide * 0.06} ${long * 0.96} 0`, tint(colour, 0.5), 2.5, 0.8)
}

/** A grass blade from (0, 0): bends by `bend` while it rises `high`. */
export function blade(high: number, bend: number, wide: number, colour: string): string {
  return fill(`M${-wide} 0Q${n(bend * 0.1 - wide)} ${n(-high * 0.6)} ${bend} ${-high}Q${n(bend * 0.1 + wide * 1.4)} ${n(-high * 0.55)} ${wide} 0Z`, colour)
}

/** One kernel: a plump spindle with a line of light. */
export function kernel(x: number, y: number, long: number, wide: number, turn: number, colour: string): string {
  return at(
    x, y,
    `<ellipse rx="${n(long)}" ry="${n(wide)}" fill="${colour}"/>` +
      stroke(`M${n(-long * 0.5)} ${n(-wide * 0.35)}q${n(long * 0.5)} ${n(-wide * 0.4)} ${n(long)} 0`, tint(colour, 0.6), Math.max(1, wide * 0.3), 0.55),
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
export function heap(s: Sketch, look: HeapLook, one: (x: number, y: number, lit: number) => string): string {
  const { rx, ry, height, count, base } = look
  const dome = (u: number) => -height * Math.pow(Math.max(0, 1 - u * u), 0.75)
  const foot = (u: number) => ry * Math.sqrt(Math.max(0, 1 - u * u))
  const places = Array.from({ length: count }, () => {
    const u = s.between(-0.97, 0.97)
    const v = s.chance()
    return { x: u * rx, y: dome(u) + (foot(u) - dome(u)) * v, lit: 1 - (u * 0.5 + 0.5) * 0.55 - v * 0.32 }
  }).sort((a, b) => a.y - b.y)
  const top: Point[] = Array.from({ length: 13 }, (_, i): Point => [(-1 + i / 6) * rx, dome(-1 + i / 6)])
  const outline = `${smooth(top, false)}A${rx} ${ry} 0 0 1 ${-rx} 0Z`
  return fill(outline, base) + places.map(({ x, y, lit }) => one(x, y, lit)).join('')
}

/** Kernels lying about where some were spilled. */
export function spill(s: Sketch, x: number, y: number, spread: number, count: number, one: (x: number, y: number) => string): string {
  const places = Array.from({ length: count }, () => [x + s.between(-1, 1) * spread, y + s.between(-1, 1) * spread * 0.28] as const)
  return places.sort((a, b) => a[1] - b[1]).map(([px, py]) => fill(oval(px + 4, py + 5, 9, 4), '#1d140c', 0.2) + one(px, py)).join('')
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
  let svg = stroke(`M0 0Q${lean * 0.2} ${-high * 0.5} ${lean} ${-high * 0.62}`, shade(colour, 0.15), 6)
  for (let i = 0; i < 11; i++) {
    const y = -high * 0.58 - i * 13
    const x = lean + (lean * i) / 40
    for (const side of [-1, 1]) {
      svg += stroke(`M${n(x)} ${n(y)}q${side * 18} -40 ${side * (26 + i)} ${-90 - i * 2}`, tint(colour, 0.3), 1.8, 0.8)
      svg += kernel(x + side * 9, y, 14, 6.5, side * -58 + (side < 0 ? 180 : 0), s.pick([colour, tint(colour, 0.2), shade(colour, 0.1)]))
    }
  }
  return svg
}

/** A flower with round petals around (0, 0). */
export function flower(s: Sketch, size: number, petals: number, colour: string, heart: string): string {
  return (
    times(petals, (i) => at(0, 0, s.volume(`M0 0C${n(-size * 0.5)} ${n(-size * 0.4)} ${n(-size * 0.4)} ${-size} 0 ${-size}C${n(size * 0.4)} ${-size} ${n(size * 0.5)} ${n(-size * 0.4)} 0 0Z`, colour, { line: 0.2, dark: 0.2 }), { turn: (360 / petals) * i + 12 })) +
    s.volume(oval(0, 0, size * 0.26), heart)
  )
}

/** A twig from (0, 0) along +x with leaves on both sides. */
export function sprig(s: Sketch, long: number, leaves: number, look: { leaf: string; stem: string; size?: number; slim?: number }): string {
  const { size = long * 0.26, slim = 0.34 } = look
  return (
    stroke(`M0 0Q${long * 0.5} ${-long * 0.08} ${long} 0`, look.stem, 5) +
    times(leaves, (i) => {
      const x = long * (0.16 + (i / leaves) * 0.84)
      const y = -long * 0.16 * (x / long) * (1 - x / long)
      return at(x, y, leaf(s, size * s.between(0.85, 1.1), size * slim, s.pick([look.leaf, shade(look.leaf, 0.12), tint(look.leaf, 0.1)]), 4), { turn: (i % 2 ? 1 : -1) * s.between(32, 58) })
    }) +
    at(long, 0, leaf(s, size, size * slim, look.leaf, 4))
  )
}

/** Rising steam or fragrance. */
export function steam(x: number, y: number, high: number): string {
  return at(x, y, [-40, 0, 42].map((dx, i) => stroke(`M${dx} 0c-26 ${-high * 0.3} 26 ${-high * 0.45} 0 ${-high * (0.8 + (i % 2) * 0.25)}`, '#ffffff', 10, 0.42)).join(''))
}
