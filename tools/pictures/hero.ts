import { mix, shade, tint } from './colour.js'
import { fill, n, oval, smooth, stroke, times, type Point } from './draw.js'
import { Sketch } from './sketch.js'

const HAZE = '#f7ecd8'

/**
 * The valley of the Lapu and the Lancang at harvest: snow peaks, ridge behind ridge, mist, terraces
 * coming down to the river. Drawn for the given size; the left third stays calm for words.
 */
export function drawHero(width: number, height: number): string {
  const s = new Sketch('hero')
  const layers = [
    { level: 0.3, rise: 0.2, colour: '#c9d3dc', snow: true },
    { level: 0.4, rise: 0.15, colour: '#a9bcc4' },
    { level: 0.5, rise: 0.13, colour: '#86a3a3' },
    { level: 0.6, rise: 0.1, colour: '#638a7c' },
  ]
  const body =
    sky(s, width, height) +
    layers.map((layer) => range(s, width, height, layer)).join('') +
    river(s, width, height) +
    terraces(s, width, height, 1) +
    terraces(s, width, height, -1) +
    village(s, width, height)
  return s.finish(body, `0 0 ${width} ${height}`)
}

function sky(s: Sketch, width: number, height: number): string {
  const air = s.linear([
    [0, '#e9c9a0'],
    [0.35, HAZE],
    [1, HAZE],
  ])
  const sun = s.radial(
    [
      [0, '#fffaf0', 0.95],
      [0.25, '#fff0cf', 0.55],
      [1, '#fff0cf', 0],
    ],
    [0.5, 0.5, 0.5],
  )
  const [x, y, r] = [width * 0.2, height * 0.16, Math.max(width, height) * 0.42]
  return fill(`M0 0H${width}V${height}H0Z`, air) + fill(oval(x, y, r), sun)
}

interface Range {
  readonly level: number
  readonly rise: number
  readonly colour: string
  readonly snow?: boolean
}

function range(s: Sketch, width: number, height: number, look: Range): string {
  const { level, rise, colour, snow } = look
  const shift = s.between(0, 6.28)
  const steps = Math.max(10, Math.round(width / 84))
  const points = Array.from({ length: steps + 3 }, (_, i): Point => {
    const u = (i - 1) / steps
    const wave = Math.sin(u * 9 + shift) * 0.5 + Math.sin(u * 23 + shift * 2) * 0.32
    return [u * width, height * (level - (wave + s.between(-0.2, 0.35)) * rise)]
  })
  const line = snow
    ? `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}`
    : smooth(points, false)
  const outline = `${line}L${width + 60} ${height}L-60 ${height}Z`
  const body = s.linear([
    [0, colour],
    [0.5, mix(colour, HAZE, 0.6)],
    [1, mix(colour, HAZE, 0.92)],
  ])
  return fill(outline, body) + (snow ? s.inside(outline, snowfields(points, height)) : '')
}

function snowfields(points: readonly Point[], height: number): string {
  const peaks = points.filter(([, y], i) => {
    const [before, after] = [points[i - 1], points[i + 1]]
    return before && after && y < before[1] && y < after[1]
  })
  return peaks
    .map(([x, y]) => {
      const k = height * 0.11
      return (
        fill(
          `M${n(x)} ${n(y - 4)}l${n(-k)} ${n(k)}l${n(k * 0.5)} ${n(-k * 0.16)}l${n(k * 0.24)} ${n(k * 0.3)}l${n(k * 0.3)} ${n(-k * 0.26)}l${n(k * 0.3)} ${n(k * 0.22)}l${n(k * 0.5)} ${n(-k * 0.04)}Z`,
          '#ffffff',
          0.92,
        ) +
        fill(
          `M${n(x)} ${n(y - 4)}l${n(k * 0.1)} ${n(k * 0.5)}l${n(k * 0.16)} ${n(-k * 0.08)}l${n(k * 0.5)} ${n(k * 0.6)}Z`,
          '#9fb2c4',
          0.5,
        )
      )
    })
    .join('')
}

/** The river winds from the far gap to the lower edge, wider as it comes. */
function river(s: Sketch, width: number, height: number): string {
  const bend: readonly (readonly [number, number, number])[] = [
    [0.66, 0.615, 0.0012],
    [0.6, 0.645, 0.004],
    [0.555, 0.7, 0.009],
    [0.585, 0.76, 0.017],
    [0.6, 0.82, 0.028],
    [0.555, 0.9, 0.046],
    [0.55, 1.08, 0.09],
  ]
  const left = bend.map(([x, y, w]): Point => [(x - w) * width, y * height])
  const right = bend.map(([x, y, w]): Point => [(x + w) * width, y * height]).reverse()
  const d = `${smooth(left, false)}L${smooth(right, false).slice(1)}Z`
  const water = s.linear([
    [0, '#f3f6ee'],
    [0.4, '#a9cdc8'],
    [1, '#5f98a0'],
  ])
  const floor = s.linear([
    [0, '#8fa987', 0],
    [0.25, '#93a878'],
    [1, '#6f8a50'],
  ])
  const plain = fill(`M0 ${height * 0.58}H${width}V${height}H0Z`, floor)
  const ripples = times(10, (i) => {
    const y = height * (0.78 + i * 0.024)
    const x = width * (0.55 + s.between(-0.03, 0.03))
    return stroke(`M${n(x)} ${n(y)}q${n(width * 0.02)} -4 ${n(width * 0.045)} 0`, '#ffffff', 2, 0.6)
  })
  return plain + stroke(d, '#e9e0c0', 3, 0.6) + fill(d, water) + s.inside(d, ripples)
}

/** The edge of the hill on the left, from its top to where it meets the river below. */
const HILL: readonly Point[] = [
  [-0.06, 0.595],
  [0.1, 0.6],
  [0.25, 0.64],
  [0.37, 0.72],
  [0.45, 0.83],
  [0.5, 0.95],
  [0.52, 1.08],
]

/** Terraced fields on one side of the river (1 left, -1 right), gold and green by turns. */
function terraces(s: Sketch, width: number, height: number, side: 1 | -1): string {
  const golds = ['#a8ad58', '#d9ab45', '#e6c05c', '#b9a84e', '#cf9a3a', '#ecd07c', '#98a554']
  const place = ([x, y]: Point): Point => [
    side === 1 ? x * width : width - x * 0.74 * width,
    (y + (side === 1 ? 0 : 0.015)) * height,
  ]
  let hill = ''
  for (let row = 0; row < 13; row++) {
    const shift = row * 0.036 + row * row * 0.0012
    const points = HILL.map(([x, y], i): Point =>
      place([x - shift, y + shift * 0.36 + Math.sin(i * 1.7 + row * 0.8) * 0.007]),
    )
    const edge = smooth(points, false)
    const below = `${edge}L${n(place([-0.1, 0])[0])} ${height + 40}V${n(points[0]![1])}Z`
    const colour = golds[(row + (side === 1 ? 0 : 2)) % golds.length]!
    const field = s.linear(
      [
        [0, tint(colour, 0.3)],
        [1, shade(colour, 0.14)],
      ],
      [0, 0, 1, 0.35],
    )
    hill += stroke(edge, shade(colour, 0.6), 7, 0.28) + fill(below, field)
    hill += stroke(edge, '#fff6dc', 3.2, 0.85) + s.inside(below, sheaves(s, points, colour))
  }
  return hill
}

/** Stooks of cut rice along the edge of a field. */
function sheaves(s: Sketch, edge: readonly Point[], colour: string): string {
  return times(9, () => {
    const at = s.between(0, edge.length - 1.01)
    const [from, to] = [edge[Math.floor(at)]!, edge[Math.floor(at) + 1]!]
    const x = from[0] + (to[0] - from[0]) * (at % 1)
    const y = from[1] + (to[1] - from[1]) * (at % 1) + s.between(12, 24)
    return stroke(
      `M${n(x)} ${n(y)}l-4 9M${n(x)} ${n(y)}v10M${n(x)} ${n(y)}l4 9`,
      shade(colour, 0.34),
      2,
      0.5,
    )
  })
}

/** A few log houses above the fields, one with smoke. */
function village(s: Sketch, width: number, height: number): string {
  const size = Math.min(width, height) * 0.05
  const houses = [
    [0.775, 0.678],
    [0.83, 0.648],
    [0.875, 0.662],
    [0.935, 0.64],
  ] as const
  return houses
    .map(([u, v], i) => {
      const [x, y, k] = [u * width, v * height, size * (i % 2 ? 0.8 : 1)]
      const smoke =
        i === 1
          ? stroke(
              `M${n(x + k * 0.4)} ${n(y - k)}c${n(-k)} ${n(-k)} ${n(k)} ${n(-k * 1.6)} 0 ${n(-k * 2.8)}`,
              '#ffffff',
              5,
              0.5,
            )
          : ''
      const trees = times(3, () =>
        fill(
          oval(
            x + s.between(-1.6, 1.8) * k,
            y + k * 0.1,
            k * s.between(0.3, 0.5),
            k * s.between(0.4, 0.6),
          ),
          s.pick(['#5f8058', '#4f7050', '#76945f']),
        ),
      )
      return (
        smoke +
        trees +
        fill(
          `M${n(x - k * 0.7)} ${n(y - k * 0.5)}h${n(k * 1.4)}v${n(k * 0.9)}h${n(-k * 1.4)}Z`,
          '#8a5f3c',
        ) +
        fill(
          `M${n(x - k)} ${n(y - k * 0.42)}L${n(x - k * 0.5)} ${n(y - k)}h${n(k)}L${n(x + k)} ${n(y - k * 0.42)}Z`,
          '#5a4636',
        ) +
        fill(
          `M${n(x - k * 0.16)} ${n(y - k * 0.1)}h${n(k * 0.32)}v${n(k * 0.5)}h${n(-k * 0.32)}Z`,
          '#3b2a1e',
        )
      )
    })
    .join('')
}
