import { shade, tint } from '../colour.js'
import { at, fill, n, oval, stroke, times } from '../draw.js'
import type { Sketch } from '../sketch.js'

/** A leaf from (0, 0) along +x, with its veins. */
export function leaf(s: Sketch, long: number, wide: number, colour: string, veins = 5): string {
  const d = `M0 0C${n(long * 0.2)} ${n(-wide)} ${n(long * 0.7)} ${n(-wide * 0.85)} ${long} 0C${n(long * 0.7)} ${n(wide * 0.85)} ${n(long * 0.2)} ${n(wide)} 0 0Z`
  const half = `M0 0C${n(long * 0.2)} ${n(wide)} ${n(long * 0.7)} ${n(wide * 0.85)} ${long} 0Z`
  const ribs = times(veins, (i) => {
    const x = long * (0.14 + (i / veins) * 0.72)
    const reach = wide * 0.62 * Math.sin(Math.PI * (0.2 + (i / veins) * 0.7))
    return stroke(
      `M${n(x)} 0q${n(long * 0.07)} ${n(-reach * 0.4)} ${n(long * 0.12)} ${n(-reach)}M${n(x)} 0q${n(long * 0.07)} ${n(reach * 0.4)} ${n(long * 0.12)} ${n(reach)}`,
      tint(colour, 0.45),
      1.5,
      0.6,
    )
  })
  return (
    s.volume(d, colour, { light: 0.25, dark: 0.25 }) +
    fill(half, shade(colour, 0.4), 0.28) +
    ribs +
    stroke(`M0 0Q${long * 0.5} ${-wide * 0.06} ${long * 0.96} 0`, tint(colour, 0.5), 2.5, 0.8)
  )
}

/** A grass blade from (0, 0): bends by `bend` while it rises `high`. */
export function blade(high: number, bend: number, wide: number, colour: string): string {
  return fill(
    `M${-wide} 0Q${n(bend * 0.1 - wide)} ${n(-high * 0.6)} ${bend} ${-high}Q${n(bend * 0.1 + wide * 1.4)} ${n(-high * 0.55)} ${wide} 0Z`,
    colour,
  )
}

/** A flower with round petals around (0, 0). */
export function flower(
  s: Sketch,
  size: number,
  petals: number,
  colour: string,
  heart: string,
): string {
  return (
    times(petals, (i) =>
      at(
        0,
        0,
        s.volume(
          `M0 0C${n(-size * 0.5)} ${n(-size * 0.4)} ${n(-size * 0.4)} ${-size} 0 ${-size}C${n(size * 0.4)} ${-size} ${n(size * 0.5)} ${n(-size * 0.4)} 0 0Z`,
          colour,
          { line: 0.2, dark: 0.2 },
        ),
        { turn: (360 / petals) * i + 12 },
      ),
    ) + s.volume(oval(0, 0, size * 0.26), heart)
  )
}

/** A twig from (0, 0) along +x with leaves on both sides. */
export function sprig(
  s: Sketch,
  long: number,
  leaves: number,
  look: { leaf: string; stem: string; size?: number; slim?: number },
): string {
  const { size = long * 0.26, slim = 0.34 } = look
  return (
    stroke(`M0 0Q${long * 0.5} ${-long * 0.08} ${long} 0`, look.stem, 5) +
    times(leaves, (i) => {
      const x = long * (0.16 + (i / leaves) * 0.84)
      const y = -long * 0.16 * (x / long) * (1 - x / long)
      return at(
        x,
        y,
        leaf(
          s,
          size * s.between(0.85, 1.1),
          size * slim,
          s.pick([look.leaf, shade(look.leaf, 0.12), tint(look.leaf, 0.1)]),
          4,
        ),
        { turn: (i % 2 ? 1 : -1) * s.between(32, 58) },
      )
    }) +
    at(long, 0, leaf(s, size, size * slim, look.leaf, 4))
  )
}

/** Rising steam or fragrance. */
export function steam(x: number, y: number, high: number): string {
  return at(
    x,
    y,
    [-40, 0, 42]
      .map((dx, i) =>
        stroke(
          `M${dx} 0c-26 ${-high * 0.3} 26 ${-high * 0.45} 0 ${-high * (0.8 + (i % 2) * 0.25)}`,
          '#ffffff',
          10,
          0.42,
        ),
      )
      .join(''),
  )
}
