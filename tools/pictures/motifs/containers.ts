import { shade, tint } from '../colour.js'
import { at, fill, n, oval, poly, smooth, stroke, times } from '../draw.js'
import { turned } from './pottery.js'
import type { Sketch } from '../sketch.js'

/** A linen sack with its mouth rolled down, on (0, 0); content around the middle of the mouth. */
export function sack(
  s: Sketch,
  look: { width: number; height: number; colour: string; mark?: string },
  content = '',
): string {
  const { width, height, colour, mark } = look
  const w = width / 2
  const body = smooth([
    [-w * 0.86, -height * 0.94],
    [-w * 1.02, -height * 0.6],
    [-w * 1.04, -height * 0.24],
    [-w * 0.9, -2],
    [0, 6],
    [w * 0.9, -2],
    [w * 1.05, -height * 0.26],
    [w, -height * 0.62],
    [w * 0.86, -height * 0.94],
    [0, -height * 0.88],
  ])
  const weave = times(26, (i) =>
    stroke(
      `M${-w * 1.1} ${n(-height + i * (height / 25))}q${w * 1.1} 16 ${w * 2.2} 0`,
      shade(colour, 0.35),
      1.1,
      0.28,
    ),
  )
  const folds = [-0.55, -0.1, 0.42, 0.7]
    .map((u) =>
      stroke(
        `M${n(w * u)} ${n(-height * 0.86)}q${n(w * 0.12)} ${n(height * 0.3)} ${n(-w * 0.02)} ${n(height * 0.62)}`,
        shade(colour, 0.4),
        5,
        0.2,
      ),
    )
    .join('')
  const ry = width * 0.15
  const mouth = fill(oval(0, -height * 0.93, w * 0.9, ry), shade(colour, 0.5))
  const roll = `M${-w * 0.95} ${-height * 0.94}A${w * 0.95} ${ry} 0 0 0 ${w * 0.95} ${-height * 0.94}L${w * 0.93} ${-height * 0.8}A${w * 0.95} ${ry * 1.1} 0 0 1 ${-w * 0.93} ${-height * 0.8}Z`
  const badge = mark
    ? fill(
        poly([
          [0, -height * 0.52],
          [w * 0.3, -height * 0.34],
          [0, -height * 0.16],
          [-w * 0.3, -height * 0.34],
        ]),
        mark,
        0.85,
      ) +
      fill(
        poly([
          [0, -height * 0.43],
          [w * 0.15, -height * 0.34],
          [0, -height * 0.25],
          [-w * 0.15, -height * 0.34],
        ]),
        tint(colour, 0.4),
      )
    : ''
  return (
    mouth +
    at(0, -height * 0.93, content) +
    s.volume(body, colour, { light: 0.4, dark: 0.4 }) +
    s.inside(body, weave + folds + badge) +
    s.volume(roll, tint(colour, 0.14), { round: false, light: 0.35 }) +
    s.inside(roll, weave)
  )
}

/** A winnowing tray of split bamboo around (0, 0). */
export function tray(s: Sketch, rx: number, ry: number, content = '', colour = '#d3a861'): string {
  const rim = oval(0, 0, rx, ry)
  const bed = oval(0, ry * 0.06, rx * 0.9, ry * 0.86)
  const step = rx / 14
  const weave =
    times(30, (i) =>
      stroke(
        `M${n(-rx + i * step)} ${-ry}l${n(ry * 0.5)} ${ry * 2}`,
        shade(colour, 0.4),
        2.5,
        0.35,
      ),
    ) +
    times(30, (i) =>
      stroke(`M${n(rx - i * step)} ${-ry}l${n(-ry * 0.5)} ${ry * 2}`, tint(colour, 0.3), 3, 0.5),
    )
  const side = `M${-rx} 0A${rx} ${ry} 0 0 0 ${rx} 0L${rx * 0.97} 22A${rx * 0.97} ${ry} 0 0 1 ${-rx * 0.97} 22Z`
  return (
    turned(s, side, shade(colour, 0.25)) +
    s.volume(rim, colour, { light: 0.35, dark: 0.3 }) +
    fill(
      bed,
      s.linear(
        [
          [0, shade(colour, 0.3)],
          [0.4, shade(colour, 0.08)],
          [1, tint(colour, 0.16)],
        ],
        [0, 0, 0.6, 1],
      ),
    ) +
    s.inside(bed, weave) +
    content +
    stroke(`M${-rx} 0A${rx} ${ry} 0 0 0 ${rx} 0`, tint(colour, 0.4), 5, 0.9)
  )
}

/** A woven basket on (0, 0); content around the middle of its mouth. */
export function basket(
  s: Sketch,
  look: { width: number; height: number; colour?: string; handle?: boolean },
  content = '',
): string {
  const { width, height, colour = '#c4924f', handle } = look
  const w = width / 2
  const ry = width * 0.13
  const body = `M${-w} ${-height}L${-w * 0.8} -8A${w * 0.8} ${ry * 0.7} 0 0 0 ${w * 0.8} -8L${w} ${-height}A${w} ${ry} 0 0 1 ${-w} ${-height}Z`
  const rows = Math.round(height / 24)
  const columns = 14
  let weave = ''
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if ((row + column) % 2) continue
      const u = -1 + (column + 0.5) * (2 / columns)
      const part = row / rows
      const span = w * (1 - part * 0.2)
      const x = Math.sin((u * Math.PI) / 2) * span
      const y = -height + (row + 0.7) * 24 + ry * Math.cos((u * Math.PI) / 2) * (1 - part * 0.3)
      const half = (span / columns) * 1.5 * Math.max(0.3, Math.cos((u * Math.PI) / 2))
      weave += fill(
        `M${n(x - half)} ${n(y - 8)}q${n(half)} -6 ${n(half * 2)} 0v15q${n(-half)} 6 ${n(-half * 2)} 0Z`,
        tint(colour, 0.36),
        0.75,
      )
      weave += stroke(
        `M${n(x - half)} ${n(y + 9)}q${n(half)} 6 ${n(half * 2)} 0`,
        shade(colour, 0.55),
        2,
        0.5,
      )
    }
  }
  const hoop = `M${-w - 6} ${-height}A${w + 6} ${ry} 0 0 0 ${w + 6} ${-height}v16A${w + 6} ${ry} 0 0 1 ${-w - 6} ${-height + 16}Z`
  const bow = handle
    ? stroke(
        `M${-w * 0.93} ${-height}C${-w * 0.9} ${-height - w * 1.5} ${w * 0.9} ${-height - w * 1.5} ${w * 0.93} ${-height}`,
        shade(colour, 0.3),
        17,
      ) +
      stroke(
        `M${-w * 0.95} ${-height}C${-w * 0.92} ${-height - w * 1.52} ${w * 0.88} ${-height - w * 1.52} ${w * 0.91} ${-height}`,
        tint(colour, 0.2),
        6,
        0.8,
      )
    : ''
  return (
    bow +
    fill(oval(0, -height, w, ry), shade(colour, 0.5)) +
    at(0, -height, content) +
    turned(s, body, shade(colour, 0.12)) +
    s.inside(body, weave) +
    turned(s, hoop, colour)
  )
}

/** An open crate of pine slats on (0, 0); content around the middle of its upper edge. */
export function crate(
  s: Sketch,
  look: { width: number; height: number; colour?: string },
  content = '',
): string {
  const { width, height, colour = '#c99a5f' } = look
  const w = width / 2
  const slat = (y: number, h: number) =>
    s.volume(
      poly([
        [-w, y],
        [w, y],
        [w, y + h],
        [-w, y + h],
      ]),
      colour,
      { round: false, light: 0.35, dark: 0.3 },
    ) +
    stroke(`M${-w + 14} ${y + h * 0.4}q${w * 0.8} 8 ${w * 1.9} -2`, shade(colour, 0.4), 1.5, 0.35)
  const gap = height / 3
  const back = fill(
    poly([
      [-w * 0.93, -height - 34],
      [w * 0.93, -height - 34],
      [w, -height + 8],
      [-w, -height + 8],
    ]),
    shade(colour, 0.45),
  )
  const post = (x: number) =>
    s.volume(
      poly([
        [x, -height - 6],
        [x + 30, -height - 6],
        [x + 30, 0],
        [x, 0],
      ]),
      tint(colour, 0.1),
      { round: false },
    )
  return (
    back +
    at(0, -height, content) +
    fill(
      poly([
        [-w, -height],
        [w, -height],
        [w, 0],
        [-w, 0],
      ]),
      shade(colour, 0.68),
    ) +
    times(3, (i) => slat(-height + i * gap + 2, gap - 10)) +
    post(-w) +
    post(w - 30) +
    times(
      3,
      (i) =>
        fill(oval(-w + 15, -height + i * gap + gap * 0.45, 3.5), '#4b4038') +
        fill(oval(w - 15, -height + i * gap + gap * 0.45, 3.5), '#4b4038'),
    )
  )
}

/** A thick board for cutting around (0, 0). */
export function board(s: Sketch, width: number, depth: number, colour = '#b57f49'): string {
  const w = width / 2
  const d = depth / 2
  const skew = depth * 0.4
  const top = poly([
    [-w + skew * 0.5, -d],
    [w - skew * 0.5, -d],
    [w + skew * 0.3, d],
    [-w - skew * 0.3, d],
  ])
  const side = poly([
    [-w - skew * 0.3, d],
    [w + skew * 0.3, d],
    [w + skew * 0.3, d + 24],
    [-w - skew * 0.3, d + 24],
  ])
  const rings = times(9, (i) =>
    stroke(
      `M${-w - 20} ${n(-d + (i + 0.5) * (depth / 9))}q${w} ${i % 2 ? 10 : -8} ${w * 2 + 40} 0`,
      shade(colour, 0.4),
      i % 3 ? 1.5 : 3,
      0.3,
    ),
  )
  return (
    s.volume(side, shade(colour, 0.3), { round: false }) +
    s.volume(top, colour, { round: false, light: 0.35, dark: 0.25 }) +
    s.inside(top, rings)
  )
}
