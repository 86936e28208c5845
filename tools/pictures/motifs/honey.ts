import { tint } from '../colour.js'
import { at, fill, n, oval, stroke } from '../draw.js'
import { lathe, turned } from './pottery.js'
import type { Sketch } from '../sketch.js'

/** A honey dipper from its handle down to (0, 0), honey running off. */
export function dipper(s: Sketch, honey: string): string {
  const head = lathe([
    [10, -96],
    [36, -84],
    [40, -52],
    [34, -18],
    [10, -6],
  ])
  return (
    stroke('M0 -90L70 -330', '#b98148', 16) +
    stroke('M-4 -92L66 -330', '#e0b27a', 5, 0.8) +
    turned(s, head, '#c18a4d') +
    [-74, -58, -42, -26].map((y) => stroke(`M-38 ${y}q38 12 76 0`, '#7a4f26', 5, 0.7)).join('') +
    fill('M-26 -40C-30 -8 -12 -2 -8 24C-6 70 6 70 6 24C8 0 32 -8 26 -44Z', honey, 0.92) +
    stroke('M-14 -28q-4 18 2 36', '#fff3c9', 5, 0.7)
  )
}

/** A wild bee, flying left. */
export function bee(s: Sketch, size: number): string {
  const body = oval(0, 0, size, size * 0.58)
  return (
    at(
      -2,
      -size * 0.5,
      fill(oval(0, -size * 0.5, size * 0.4, size * 0.66), '#ffffff', 0.75) +
        stroke(oval(0, -size * 0.5, size * 0.4, size * 0.66), '#8d8a86', 1.5, 0.6),
      { turn: 28 },
    ) +
    at(
      -size * 0.3,
      -size * 0.5,
      fill(oval(0, -size * 0.45, size * 0.36, size * 0.6), '#ffffff', 0.8) +
        stroke(oval(0, -size * 0.45, size * 0.36, size * 0.6), '#8d8a86', 1.5, 0.6),
      { turn: -16 },
    ) +
    s.volume(body, '#e3a52c') +
    s.inside(
      body,
      [-0.2, 0.25, 0.66]
        .map((x) =>
          stroke(
            `M${size * x} ${-size}q${size * 0.16} ${size} 0 ${size * 2}`,
            '#3a2a1c',
            size * 0.2,
            0.9,
          ),
        )
        .join(''),
    ) +
    s.volume(oval(-size * 0.98, 0, size * 0.34), '#3a2a1c') +
    stroke(
      `M${-size * 1.14} ${-size * 0.26}q${-size * 0.2} ${-size * 0.3} ${-size * 0.4} ${-size * 0.3}`,
      '#3a2a1c',
      2.5,
    )
  )
}

/** Honeycomb cells over an area; some of them full. */
export function combCells(
  s: Sketch,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  size: number,
  tones: readonly string[],
): string {
  const [dx, dy] = [size * 1.78, size * 1.54]
  let svg = ''
  for (let row = 0, y = y0; y < y1; row++, y += dy) {
    for (let x = x0 + (row % 2 ? dx / 2 : 0); x < x1; x += dx) {
      const hexagon = `M${n(x)} ${n(y - size)}l${n(size * 0.87)} ${n(size * 0.5)}v${n(size)}l${n(-size * 0.87)} ${n(size * 0.5)}l${n(-size * 0.87)} ${n(-size * 0.5)}v${n(-size)}Z`
      const tone = s.pick(tones)
      svg +=
        `<path d="${hexagon}" fill="${tone}" stroke="${tint('#e9b44a', 0.25)}" stroke-width="${n(size * 0.2)}"/>` +
        stroke(
          `M${n(x - size * 0.4)} ${n(y - size * 0.3)}q${n(size * 0.2)} ${n(-size * 0.3)} ${n(size * 0.5)} ${n(-size * 0.26)}`,
          '#fff3c9',
          size * 0.14,
          0.7,
        )
    }
  }
  return svg
}
