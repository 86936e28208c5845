import { mix, shade, tint } from './colour.js'
import { type Point, fill, n, oval, poly, smooth, stroke, times } from './draw.js'
import { HEIGHT, Sketch, WIDTH } from './sketch.js'

/** Where the ground begins, as y. */
export const HORIZON = 452

/** A table of old boards, lit from the left. */
export function table(s: Sketch, colour = '#a9713f'): string {
  const top = HORIZON
  let svg = fill(
    poly(frame(top, HEIGHT)),
    s.linear(
      [
        [0, tint(colour, 0.3)],
        [0.5, colour],
        [1, shade(colour, 0.34)],
      ],
      [0, 0, 1, 0.35],
    ),
  )
  svg += fill(
    poly([
      [0, top],
      [WIDTH, top],
      [WIDTH, top + 7],
      [0, top + 7],
    ]),
    tint(colour, 0.5),
    0.55,
  )
  const edges = [0, 44, 104, 182, 282]
  edges.forEach((offset, i) => {
    const y = top + offset
    if (i > 0) {
      svg += stroke(`M0 ${y}H${WIDTH}`, shade(colour, 0.62), 2.5 + i * 0.4, 0.5)
      svg += stroke(`M0 ${y + 3}H${WIDTH}`, tint(colour, 0.4), 1.5, 0.4)
    }
    const depth = (edges[i + 1] ?? 330) - offset
    svg += times(7, () => {
      const gy = y + s.between(6, depth - 4)
      const x = s.between(-100, WIDTH)
      const long = s.between(120, 420)
      return stroke(
        `M${n(x)} ${n(gy)}q${n(long / 2)} ${n(s.between(-7, 7))} ${n(long)} ${n(s.between(-2, 2))}`,
        shade(colour, 0.45),
        s.between(1, 2.4),
        0.28,
      )
    })
  })
  return svg + vignette(s)
}

/** A woven cloth over the table with a Lisu border near its edge. */
export function cloth(
  s: Sketch,
  colour: string,
  border?: { ground: string; thread: string; light: string },
): string {
  const top = HORIZON
  const body = s.linear(
    [
      [0, tint(colour, 0.3)],
      [0.5, colour],
      [1, shade(colour, 0.26)],
    ],
    [0, 0, 1, 0.4],
  )
  let svg = fill(poly(frame(top, HEIGHT)), body)
  svg += times(46, (i) =>
    stroke(`M0 ${n(top + i * i * 0.128 + i * 0.3)}H${WIDTH}`, shade(colour, 0.4), 1, 0.13),
  )
  svg += times(5, (i) => {
    const x = 60 + i * 210 + s.between(-40, 40)
    const fold = s.linear(
      [
        [0, '#000000', 0],
        [0.45, '#1d140c', 0.16],
        [0.6, '#fff6e4', 0.2],
        [1, '#fff6e4', 0],
      ],
      [0, 0, 1, 0],
    )
    return fill(
      poly([
        [x, top],
        [x + 44, top],
        [x + 80, HEIGHT],
        [x - 30, HEIGHT],
      ]),
      fold,
    )
  })
  if (border) svg += lisuBand(630, 74, border)
  return svg + stroke(`M0 ${top}H${WIDTH}`, tint(colour, 0.5), 4, 0.5) + vignette(s)
}

/** The border of most cloths: indigo with a red thread. */
export const lisu = { ground: '#24386e', thread: '#b3372b', light: '#f6ecd9' }

/** A red border with an indigo thread. */
export const madderCloth = { ground: '#8f2d25', thread: '#24386e', light: '#f3dfb6' }

/** A green border with a golden thread. */
export const pineCloth = { ground: '#2f6b4f', thread: '#e0a945', light: '#f6ecd9' }

/** The woven band of the house, across the picture. */
export function lisuBand(
  y: number,
  height: number,
  look: { ground: string; thread: string; light: string },
): string {
  const middle = y + height / 2
  let svg = fill(
    poly([
      [0, y],
      [WIDTH, y],
      [WIDTH, y + height],
      [0, y + height],
    ]),
    look.ground,
  )
  svg += fill(
    `M0 ${y}H${WIDTH}v${n(height * 0.1)}H0ZM0 ${n(y + height * 0.9)}H${WIDTH}v${n(height * 0.1)}H0Z`,
    look.thread,
  )
  svg += fill(
    `M0 ${n(y + height * 0.14)}H${WIDTH}v${n(height * 0.05)}H0ZM0 ${n(y + height * 0.81)}H${WIDTH}v${n(height * 0.05)}H0Z`,
    look.light,
  )
  const wide = height * 0.62
  const lozenge = (x: number, size: number) =>
    poly([
      [x - wide * size, middle],
      [x, middle - height * 0.27 * size],
      [x + wide * size, middle],
      [x, middle + height * 0.27 * size],
    ])
  for (let x = 30; x < WIDTH + wide; x += wide * 2.3) {
    svg +=
      fill(lozenge(x, 1), look.light) +
      fill(lozenge(x, 0.6), look.thread) +
      fill(lozenge(x, 0.2), look.light)
    svg += fill(lozenge(x + wide * 1.15, 0.28), look.light)
  }
  return svg
}

/** A grassy slope with tufts. */
export function slope(s: Sketch, colour = '#7c9a5b'): string {
  const line: Point[] = [
    [-40, 476],
    [200, 446],
    [460, 452],
    [720, 440],
    [1000, 470],
  ]
  let svg = fill(
    `${smooth(line, false)}L1000 ${HEIGHT}L-40 ${HEIGHT}Z`,
    s.linear(
      [
        [0, tint(colour, 0.34)],
        [0.5, colour],
        [1, shade(colour, 0.36)],
      ],
      [0, 0, 1, 0.6],
    ),
  )
  svg += times(90, () => {
    const y = s.between(470, 712)
    const size = 5 + (y - 450) * 0.055
    const x = s.between(0, WIDTH)
    const lean = s.between(-5, 5)
    const tone = s.pick([shade(colour, 0.3), shade(colour, 0.16), tint(colour, 0.32)])
    return stroke(
      `M${n(x)} ${n(y)}q${n(lean)} ${n(-size)} ${n(lean * 2 - 4)} ${n(-size * 1.7)}M${n(x + 3)} ${n(y)}q${n(lean)} ${n(-size)} ${n(lean * 2 + 6)} ${n(-size * 1.5)}`,
      tone,
      2,
      0.6,
    )
  })
  return svg + vignette(s)
}

/** Flat river stones. */
export function stones(s: Sketch, colour = '#a7aaa3'): string {
  let svg = fill(
    poly(frame(HORIZON, HEIGHT)),
    s.linear(
      [
        [0, tint(colour, 0.3)],
        [0.5, colour],
        [1, shade(colour, 0.4)],
      ],
      [0, 0, 1, 0.5],
    ),
  )
  for (let row = 0; row < 6; row++) {
    const y = HORIZON + 12 + row * row * 6.4 + row * 14
    const size = 46 + row * 24
    for (let x = s.between(-60, 0); x < WIDTH + size; x += size * s.between(1.15, 1.5)) {
      const tone = mix(colour, s.pick(['#8c8f8a', '#c4c2b4', '#8d9a99', '#b3a793']), 0.6)
      svg += s.volume(oval(x, y, size * s.between(0.55, 0.75), size * s.between(0.2, 0.26)), tone, {
        dark: 0.3,
        light: 0.25,
      })
    }
  }
  return svg + vignette(s)
}

/** Fallen snow. */
export function snow(s: Sketch): string {
  const line: Point[] = [
    [-40, 470],
    [180, 446],
    [420, 460],
    [700, 440],
    [1000, 462],
  ]
  const body = s.linear(
    [
      [0, '#ffffff'],
      [0.5, '#eef3f7'],
      [1, '#b9cadb'],
    ],
    [0, 0, 1, 0.6],
  )
  const flakes = times(60, () =>
    fill(
      oval(s.between(0, WIDTH), s.between(0, 640), s.between(1.5, 4.5)),
      '#ffffff',
      s.between(0.5, 0.95),
    ),
  )
  const hollows = times(6, () =>
    fill(
      oval(s.between(0, WIDTH), s.between(520, 700), s.between(60, 150), s.between(6, 16)),
      '#a9bed4',
      0.28,
    ),
  )
  return fill(`${smooth(line, false)}L1000 ${HEIGHT}L-40 ${HEIGHT}Z`, body) + hollows + flakes
}

function vignette(s: Sketch): string {
  const dark = s.linear([
    [0, '#1d140c', 0],
    [1, '#1d140c', 0.16],
  ])
  return fill(poly(frame(HORIZON, HEIGHT)), dark)
}

/** The corners of a strip across the whole picture. */
export function frame(top: number, bottom: number): Point[] {
  return [
    [0, top],
    [WIDTH, top],
    [WIDTH, bottom],
    [0, bottom],
  ]
}
