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
    [0.6, 0.62, 0.004],
    [0.56, 0.68, 0.008],
    [0.63, 0.75, 0.016],
    [0.55, 0.84, 0.034],
    [0.6, 0.94, 0.06],
    [0.54, 1.06, 0.1],
  ]
  const left = bend.map(([x, y, w]): Point => [(x - w) * width, y * height])
  const right = bend.map(([x, y, w]): Point => [(x + w) * width, y * height]).reverse()
  const d = `${smooth(left, false)}L${smooth(right, false).slice(1)}Z`
  const water = s.linear([
    [0, '#eaf2ee'],
    [0.5, '#a9cdc8'],
    [1, '#6fa3a6'],
  ])
  const floor = s.linear([
    [0, '#8fa987', 0],
    [0.3, '#8fa270'],
    [1, '#7a8f56'],
  ])
  const plain = fill(`M0 ${height * 0.6}H${width}V${height}H0Z`, floor)
  const ripples = times(9, (i) => {
    const y = height * (0.78 + i * 0.026)
    return stroke(
      `M${n(width * (0.53 + s.between(-0.02, 0.03)))} ${n(y)}q${n(width * 0.02)} -4 ${n(width * 0.05)} 0`,
      '#ffffff',
      2,
      0.55,
    )
  })
  return plain + fill(d, water) + s.inside(d, ripples)
}

/** Terraced fields on one side of the river (1 left, -1 right), gold and green by turns. */
function terraces(s: Sketch, width: number, height: number, side: 1 | -1): string {
  const golds = ['#d9ab45', '#e6c05c', '#b9a04a', '#a8ad58', '#cf9a3a', '#ecd07c']
  const rows = 9
  const at = (u: number) => (side === 1 ? u * width : width - u * width)
  return times(rows, (row) => {
    const t = row / rows
    const reach = 0.5 - t * 0.02 - (side === 1 ? 0 : 0.1)
    const top = height * (0.62 + t * 0.36) - (side === 1 ? 0 : height * 0.03)
    const wobble = s.between(-0.015, 0.015)
    const points: Point[] = [0, 0.2, 0.42, 0.66, 0.86, 1].map((v, i): Point => [
      at(-0.05 + v * (reach + 0.05)),
      top + height * ((i % 2 ? 0.014 : -0.01) + wobble) + height * 0.11 * v ** 2.4,
    ])
    const colour = golds[(row * 2 + (side === 1 ? 0 : 3)) % golds.length]!
    const shadeOf = s.linear(
      [
        [0, tint(colour, 0.25)],
        [1, shade(colour, 0.16)],
      ],
      [0, 0, 1, 0.2],
    )
    const edge = smooth(points, false)
    const [lastX] = points.at(-1)!
    const below = `${edge}Q${n(lastX + side * width * 0.02)} ${n(height * 0.99)} ${n(lastX - side * width * 0.04)} ${height + 20}L${n(at(-0.05))} ${height + 20}Z`
    const rice = times(16, () => {
      const x = at(s.between(0, reach * 0.9))
      const y = top + height * s.between(0.02, 0.05)
      return stroke(`M${n(x)} ${n(y)}l3 -6l3 6`, shade(colour, 0.3), 1.6, 0.4)
    })
    return (
      fill(below, shadeOf) +
      stroke(edge, '#fff6dc', 3.5, 0.75) +
      stroke(edge, shade(colour, 0.5), 1.4, 0.5) +
      s.inside(below, rice)
    )
  })
}

/** A few log houses above the fields, one with smoke. */
function village(s: Sketch, width: number, height: number): string {
  const size = Math.min(width, height) * 0.05
  const houses = [
    [0.74, 0.655],
    [0.79, 0.64],
    [0.835, 0.662],
    [0.89, 0.645],
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
