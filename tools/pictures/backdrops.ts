import { mix, shade, tint } from './colour.js'
import { type Point, fill, oval, poly, smooth, stroke, times } from './draw.js'
import { HORIZON, frame } from './grounds.js'
import { HEIGHT, Sketch, WIDTH } from './sketch.js'

/** The air of a picture: sky, haze and three ridges from far to near. */
export interface Air {
  readonly sky: string
  readonly haze: string
  readonly far: string
  readonly near: string
}

/** The hours and moods of the valley. */
export const airs = {
  dawn: { sky: '#f3d5bb', haze: '#fbf0e0', far: '#d5cfc8', near: '#8fa39f' },
  day: { sky: '#cfe0e2', haze: '#f4f1e6', far: '#bccfce', near: '#6f948c' },
  green: { sky: '#dbe6d6', haze: '#f5f2e4', far: '#bfd0bb', near: '#6f9273' },
  honey: { sky: '#f1d291', haze: '#fbf0d5', far: '#e2cfa4', near: '#ab9a6b' },
  dusk: { sky: '#d9c3cb', haze: '#f6e6da', far: '#c3b4bf', near: '#7d7690' },
  cold: { sky: '#c6d5e6', haze: '#f1f4f5', far: '#bccbdb', near: '#73889f' },
  earth: { sky: '#ead9c2', haze: '#f8efe1', far: '#d8c6ae', near: '#a08a6c' },
  indigo: { sky: '#aebbd6', haze: '#e6e8ee', far: '#97a5c4', near: '#46598b' },
} satisfies Record<string, Air>

/** Sky with light from the left, ridge behind ridge, mist between. */
export function valley(
  s: Sketch,
  air: Air,
  look: { terraces?: boolean; snow?: boolean } = {},
): string {
  const sky = s.linear([
    [0, air.sky],
    [0.62, air.haze],
    [1, air.haze],
  ])
  let svg = fill(poly(frame(0, HEIGHT)), sky)
  for (let layer = 0; layer < 3; layer++) {
    const colour = mix(air.far, air.near, layer / 2)
    const points = ridge(s, 205 + layer * 82, 96 - layer * 16)
    const outline = `${smooth(points, false)}L${WIDTH + 40} ${HEIGHT}L-40 ${HEIGHT}Z`
    const body = s.linear([
      [0, colour],
      [0.55, mix(colour, air.haze, 0.72)],
      [1, mix(colour, air.haze, 0.9)],
    ])
    svg += fill(outline, body)
    if (look.snow && layer === 0) svg += s.inside(outline, snowCaps(points))
    if (look.terraces && layer === 2) svg += s.inside(outline, terraceLines(points, air))
  }
  return svg + sunlight(s, air)
}

function ridge(s: Sketch, level: number, height: number): Point[] {
  const shift = s.between(0, 6.28)
  return Array.from({ length: 15 }, (_, i): Point => {
    const wave = Math.sin(i * 0.9 + shift) * 0.45 + Math.sin(i * 2.1 + shift * 2) * 0.3
    return [-40 + i * 74.5, level - (wave + s.between(-0.25, 0.35)) * height]
  })
}

function snowCaps(points: readonly Point[]): string {
  return points
    .filter(
      ([, y], i) =>
        i > 0 && i < points.length - 1 && y < points[i - 1]![1] && y < points[i + 1]![1],
    )
    .map(([x, y]) =>
      fill(
        poly([
          [x - 60, y + 44],
          [x - 26, y + 30],
          [x - 8, y + 48],
          [x + 16, y + 30],
          [x + 60, y + 52],
          [x, y - 24],
        ]),
        '#ffffff',
        0.85,
      ),
    )
    .join('')
}

function terraceLines(points: readonly Point[], air: Air): string {
  return times(7, (i) => {
    const line = points.map(([x, y], at): Point => [
      x,
      y + 22 + i * 17 + Math.sin(at * 1.3 + i) * 5,
    ])
    return stroke(smooth(line, false), mix(air.haze, air.sky, 0.3), 3.5, 0.75)
  })
}

function sunlight(s: Sketch, air: Air): string {
  const glow = s.radial(
    [
      [0, '#fffaf0', 0.85],
      [0.5, tint(air.haze, 0.5), 0.35],
      [1, '#fffaf0', 0],
    ],
    [0.16, 0.1, 0.75],
  )
  return fill(poly(frame(0, HEIGHT)), glow)
}

/** A limed wall with the light of a window on it: indoor scenes. */
export function wall(s: Sketch, colour: string): string {
  const body = s.linear(
    [
      [0, tint(colour, 0.55)],
      [0.55, colour],
      [1, shade(colour, 0.14)],
    ],
    [0, 0, 1, 0.5],
  )
  const light = s.linear(
    [
      [0, '#fff8e6', 0.75],
      [1, '#fff8e6', 0.1],
    ],
    [0, 0, 1, 0.3],
  )
  const pane = (x: number, y: number) =>
    fill(
      poly([
        [x, y],
        [x + 108, y + 22],
        [x + 118, y + 142],
        [x + 12, y + 124],
      ]),
      light,
      0.8,
    )
  const specks = times(40, () =>
    fill(
      oval(s.between(0, WIDTH), s.between(0, HORIZON), s.between(1, 3)),
      shade(colour, 0.25),
      0.18,
    ),
  )
  return (
    fill(poly(frame(0, HEIGHT)), body) +
    pane(150, 40) +
    pane(276, 64) +
    pane(166, 178) +
    pane(292, 202) +
    specks
  )
}
