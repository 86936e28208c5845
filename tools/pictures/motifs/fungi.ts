import { shade, tint } from '../colour.js'
import { fill, oval, pebble, smooth, stroke, times } from '../draw.js'
import type { Sketch } from '../sketch.js'

/** A morel standing on (0, 0): pitted cap on a pale stem. */
export function morel(s: Sketch, size: number, colour: string, stem = '#eadfc6'): string {
  const cap = smooth([
    [0, -size * 1.6],
    [-size * 0.34, -size * 1.36],
    [-size * 0.5, -size * 0.9],
    [-size * 0.4, -size * 0.52],
    [0, -size * 0.42],
    [size * 0.4, -size * 0.52],
    [size * 0.5, -size * 0.9],
    [size * 0.34, -size * 1.36],
  ])
  let pits = ''
  for (let row = 0; row < 7; row++) {
    for (let i = 0; i < 5; i++) {
      const x = (i - 2 + (row % 2) * 0.5) * size * 0.23 + s.between(-2, 2)
      const y = -size * 1.46 + row * size * 0.16
      pits += fill(pebble(s, x, y, size * 0.085, size * 0.095, 0.2), shade(colour, 0.6), 0.85)
    }
  }
  return (
    s.volume(
      smooth([
        [-size * 0.2, -size * 0.55],
        [-size * 0.19, -size * 0.2],
        [-size * 0.28, 0],
        [0, size * 0.05],
        [size * 0.28, 0],
        [size * 0.19, -size * 0.2],
        [size * 0.2, -size * 0.55],
      ]),
      stem,
      { light: 0.4, dark: 0.3 },
    ) +
    s.volume(cap, colour, { light: 0.35, dark: 0.45 }) +
    s.inside(
      cap,
      pits + fill(oval(-size * 0.24, -size * 1.1, size * 0.16, size * 0.4), '#fff6e4', 0.16),
    )
  )
}

/** A matsutake on (0, 0): scaly brown cap, stout white stem. */
export function matsutake(s: Sketch, size: number): string {
  const stem = smooth([
    [-size * 0.28, -size * 0.9],
    [-size * 0.32, -size * 0.3],
    [-size * 0.2, 0],
    [0, size * 0.06],
    [size * 0.2, 0],
    [size * 0.32, -size * 0.3],
    [size * 0.28, -size * 0.9],
  ])
  const cap = smooth([
    [-size * 0.66, -size * 0.86],
    [-size * 0.56, -size * 1.22],
    [0, -size * 1.46],
    [size * 0.56, -size * 1.22],
    [size * 0.66, -size * 0.86],
    [size * 0.3, -size * 0.76],
    [0, -size * 0.73],
    [-size * 0.3, -size * 0.76],
  ])
  const scales = times(42, () => {
    const x = s.between(-0.55, 0.55) * size
    const y = -size * s.between(0.82, 1.4)
    return stroke(`M${x} ${y}q6 -7 14 -2`, '#5a351d', 4, 0.5)
  })
  const flecks = times(18, () =>
    stroke(
      `M${s.between(-0.26, 0.26) * size} ${-size * s.between(0.1, 0.66)}q6 5 14 1`,
      '#a5764c',
      3,
      0.6,
    ),
  )
  return (
    s.volume(stem, '#f0e4cc', { light: 0.5, dark: 0.32 }) +
    s.inside(stem, flecks) +
    fill(oval(0, -size * 0.78, size * 0.36, size * 0.08), '#d9c5a2') +
    s.volume(cap, '#9a6640', { light: 0.42, dark: 0.45 }) +
    s.inside(cap, scales)
  )
}

/** A dried slice of bolete around (0, 0): cap and stem in outline. */
export function boleteSlice(s: Sketch, size: number): string {
  const d = smooth([
    [-size * 0.7, -size * 0.1],
    [-size * 0.56, -size * 0.5],
    [0, -size * 0.72],
    [size * 0.56, -size * 0.5],
    [size * 0.7, -size * 0.1],
    [size * 0.24, size * 0.02],
    [size * 0.2, size * 0.5],
    [size * 0.3, size * 0.86],
    [-size * 0.26, size * 0.86],
    [-size * 0.18, size * 0.5],
    [-size * 0.24, size * 0.02],
  ])
  return (
    fill(d, '#1d140c', 0.2).replace('<path', `<path transform="translate(7 9)"`) +
    s.volume(d, s.pick(['#e2cb9c', '#d8bd89', '#ead7ae']), { light: 0.45, dark: 0.28, line: 0.5 }) +
    s.inside(
      d,
      stroke(
        `M${-size * 0.66} ${-size * 0.1}Q0 ${size * 0.1} ${size * 0.66} ${-size * 0.1}`,
        '#a8894e',
        size * 0.17,
        0.7,
      ) +
        stroke(
          `M${-size * 0.62} ${-size * 0.26}Q0 ${-size * 0.98} ${size * 0.62} ${-size * 0.26}`,
          '#7a4a28',
          size * 0.14,
          0.85,
        ),
    ) +
    stroke(`M0 ${-size * 0.4}q10 ${size * 0.5} -4 ${size}`, '#b99a62', 3, 0.5)
  )
}

/** A frilled wood-ear around (0, 0). */
export function woodEar(s: Sketch, size: number, colour: string): string {
  const turn = s.between(0, 6)
  const points = Array.from({ length: 22 }, (_, i): [number, number] => {
    const a = (i / 22) * 6.283
    const r = size * (1 + Math.sin(a * 3 + turn) * 0.1 + Math.sin(a * 5 + turn * 2) * 0.05)
    return [Math.cos(a) * r, Math.sin(a) * r * 0.68]
  })
  const fold = points.map(([x, y]): [number, number] => [
    x * 0.62 - size * 0.06,
    y * 0.5 - size * 0.04,
  ])
  const d = smooth(points)
  return (
    s.volume(d, colour, { light: 0.42, dark: 0.6, line: 0.5 }) +
    s.inside(
      d,
      s.volume(smooth(fold), shade(colour, 0.3), { light: 0.3, dark: 0.5, line: 0.6 }) +
        stroke(smooth(fold), tint(colour, 0.45), 3, 0.55) +
        stroke(
          smooth(points.map(([x, y]): [number, number] => [x * 0.86, y * 0.84])),
          tint(colour, 0.4),
          2.5,
          0.3,
        ) +
        stroke(
          `M${-size * 0.5} ${-size * 0.3}q${size * 0.4} ${-size * 0.24} ${size * 0.9} ${-size * 0.06}`,
          '#ffffff',
          5,
          0.35,
        ),
    )
  )
}

/** Cushions of moss over the ground. */
export const moss = (s: Sketch) =>
  times(150, () => {
    const y = s.between(500, 700)
    return fill(
      oval(s.between(60, 900), y, s.between(8, 20), s.between(4, 9)),
      s.pick(['#7f9a4c', '#94ae5c', '#6a8540']),
      0.85,
    )
  })

/** Pine trunks in the mist. */
export const pines = (s: Sketch) =>
  times(6, (i) => {
    const x = 70 + i * 160 + s.between(-30, 30)
    const w = s.between(16, 34)
    return (
      fill(
        `M${x} 0H${x + w}L${x + w + 6} 470H${x - 6}Z`,
        s.pick(['#8d7a63', '#9c8b74', '#a8998a']),
        0.55,
      ) + stroke(`M${x + 6} 0V460`, '#e8dcc4', 4, 0.4)
    )
  })
