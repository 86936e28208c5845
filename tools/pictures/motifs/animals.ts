import { shade, tint } from '../colour.js'
import { type Point, fill, n, oval, smooth, stroke, times } from '../draw.js'
import type { Sketch } from '../sketch.js'

export interface Plumage {
  readonly body: string
  readonly neck: string
  readonly wing: string
  readonly tail: readonly string[]
  readonly comb: string
  readonly legs: string
  readonly cock?: boolean
}

/** A fowl standing on (0, 0), looking left; about 420 high. */
export function fowl(s: Sketch, look: Plumage): string {
  const { body, neck, wing, tail, comb, legs, cock } = look
  const reach = cock ? 1 : 0.62
  const sickles = times(cock ? 9 : 6, (i) => {
    const rise = (150 - i * 22) * reach
    return s.volume(
      `M118 -196C${n(170 + i * 6)} ${n(-230 - rise)} ${n(240 + i * 4)} ${n(-250 - rise)} ${n(262 + i * 2)} ${n(-150 - rise * 0.5)}C${n(230)} ${n(-220 - rise * 0.6)} ${n(190)} ${n(-170 - rise * 0.2)} 112 -150Z`,
      tail[i % tail.length]!,
      { light: 0.3, line: 0.4 },
    )
  })
  const trunk = smooth([
    [-128, -250],
    [-146, -180],
    [-96, -96],
    [0, -66],
    [96, -100],
    [142, -190],
    [80, -220],
    [0, -214],
    [-70, -262],
  ])
  const throat = smooth([
    [-96, -396],
    [-134, -372],
    [-150, -290],
    [-152, -210],
    [-110, -150],
    [-48, -176],
    [-40, -250],
    [-64, -330],
    [-66, -380],
  ])
  const scale = (x: number, y: number, c: string) =>
    stroke(`M${n(x - 12)} ${n(y)}q12 17 24 0`, shade(c, 0.35), 3, 0.55)
  const plumes = times(8, (row) =>
    times(8, (i) => scale(-96 + i * 28 + (row % 2) * 14, -224 + row * 19, body)),
  )
  const hackle = times(26, (i) => {
    const x = -138 + (i % 9) * 11
    const y = -350 + Math.floor(i / 9) * 56 + (i % 2) * 14
    return stroke(`M${x} ${y}q-4 40 6 76`, s.pick([tint(neck, 0.3), shade(neck, 0.25)]), 4, 0.7)
  })
  const wingShape = smooth([
    [-66, -214],
    [-20, -226],
    [70, -206],
    [128, -150],
    [60, -124],
    [-20, -134],
    [-64, -166],
  ])
  const feathers = times(6, (i) =>
    stroke(
      `M${-50 + i * 8} ${-196 + i * 11}Q${30 + i * 6} ${-190 + i * 9} ${112 - i * 12} ${-148 + i * 5}`,
      shade(wing, 0.45),
      4,
      0.6,
    ),
  )
  const leg = (x: number) =>
    stroke(`M${x} -80L${x - 6} -8`, legs, 13) +
    stroke(`M${x - 6} -8l-44 6M${x - 6} -8l-26 16M${x - 6} -8l30 8`, legs, 10)
  const combShape = cock
    ? 'M-140 -396C-150 -430 -136 -440 -128 -418C-126 -450 -106 -454 -104 -424C-98 -450 -78 -448 -82 -418C-66 -432 -56 -414 -70 -392Z'
    : 'M-134 -394C-138 -414 -126 -418 -120 -404C-114 -420 -98 -418 -98 -402C-90 -412 -80 -404 -84 -390Z'
  return (
    sickles +
    leg(-18) +
    leg(42) +
    s.volume(trunk, body, { light: 0.3, dark: 0.45 }) +
    s.inside(trunk, plumes) +
    s.volume(wingShape, wing, { light: 0.35 }) +
    s.inside(wingShape, feathers) +
    s.volume(throat, neck, { light: 0.35, dark: 0.4 }) +
    s.inside(throat, hackle) +
    s.volume(combShape, comb, { light: 0.3 }) +
    s.volume(oval(-104, -372, 42, 36), neck, { light: 0.35 }) +
    fill(oval(-122, -366, 20, 16), comb, 0.85) +
    s.volume('M-140 -380L-182 -366L-140 -354Z', '#d9a848') +
    s.volume('M-136 -350C-150 -330 -146 -306 -132 -308C-120 -310 -120 -336 -124 -350Z', comb) +
    fill(oval(-114, -380, 8), '#f0c25a') +
    fill(oval(-115, -380, 4.5), '#1d140c')
  )
}

export interface FishLook {
  readonly back: string
  readonly belly: string
  readonly stripe?: string
  readonly spots?: boolean
  readonly scales?: boolean
  readonly fins: string
}

/** A fish along +x from its tail-end at (0, 0) is centred; `long` overall, head on the left. */
export function fish(s: Sketch, long: number, look: FishLook): string {
  const h = long * 0.145
  const L = long / 2
  const outline: Point[] = [
    [-L, 0],
    [-L * 0.82, -h * 0.62],
    [-L * 0.4, -h],
    [L * 0.1, -h * 0.86],
    [L * 0.66, -h * 0.34],
    [L * 0.66, h * 0.32],
    [L * 0.1, h * 0.9],
    [-L * 0.4, h],
    [-L * 0.82, h * 0.6],
  ]
  const d = smooth(outline)
  const body = s.linear([
    [0, shade(look.back, 0.15)],
    [0.34, look.back],
    [0.66, look.belly],
    [1, shade(look.belly, 0.12)],
  ])
  let marks = ''
  if (look.scales)
    marks += times(8, (row) =>
      times(22, (i) =>
        stroke(
          `M${n(-L * 0.6 + i * long * 0.055 + (row % 2) * long * 0.0275)} ${n(-h + row * h * 0.26)}q${n(long * 0.028)} ${n(h * 0.14)} 0 ${n(h * 0.26)}`,
          shade(look.back, 0.4),
          2.2,
          0.4,
        ),
      ),
    )
  if (look.stripe)
    marks += fill(
      `M${-L * 0.86} ${-h * 0.1}Q0 ${-h * 0.36} ${L * 0.7} ${-h * 0.06}V${h * 0.14}Q0 ${h * 0.14} ${-L * 0.86} ${h * 0.22}Z`,
      look.stripe,
      0.75,
    )
  if (look.spots)
    marks += times(80, () =>
      fill(
        oval(s.between(-L * 0.7, L * 0.62), s.between(-h, h * 0.2), s.between(2.5, 5)),
        '#2b2a26',
        0.7,
      ),
    )
  const fin = (path: string) => s.volume(path, look.fins, { light: 0.35 })
  const rays = times(7, (i) =>
    stroke(
      `M${n(L * 0.68)} ${n((i - 3) * 3)}L${n(L * 0.96)} ${n((i - 3) * h * 0.24)}`,
      shade(look.fins, 0.4),
      2,
      0.5,
    ),
  )
  return (
    fin(`M${L * 0.6} 0L${L} ${-h * 0.95}Q${L * 0.88} 0 ${L} ${h * 0.95}Z`) +
    rays +
    fin(`M${-L * 0.2} ${-h * 0.9}Q${L * 0.02} ${-h * 1.75} ${L * 0.26} ${-h * 0.72}Z`) +
    fin(`M${L * 0.06} ${h * 0.84}Q${L * 0.2} ${h * 1.5} ${L * 0.36} ${h * 0.66}Z`) +
    `<path d="${d}" fill="${body}" stroke="${shade(look.back, 0.5)}" stroke-opacity=".5" stroke-width="2.5"/>` +
    s.inside(
      d,
      marks +
        fill(
          `M${-L} ${-h * 0.5}Q${-L * 0.1} ${-h * 1.2} ${L * 0.6} ${-h * 0.3}L${L * 0.5} ${-h * 0.42}Q${-L * 0.1} ${-h * 0.96} ${-L} ${-h * 0.3}Z`,
          '#fff',
          0.3,
        ),
    ) +
    stroke(
      `M${-L * 0.6} ${-h * 0.72}Q${-L * 0.5} 0 ${-L * 0.62} ${h * 0.7}`,
      shade(look.back, 0.45),
      3.5,
      0.6,
    ) +
    fin(
      `M${-L * 0.46} ${h * 0.3}Q${-L * 0.2} ${h * 0.3} ${-L * 0.16} ${h * 0.9}Q${-L * 0.36} ${h * 0.8} ${-L * 0.46} ${h * 0.3}Z`,
    ) +
    fill(oval(-L * 0.8, -h * 0.2, h * 0.17), '#f3e6c0') +
    fill(oval(-L * 0.8, -h * 0.2, h * 0.1), '#1d140c') +
    stroke(
      `M${-L * 0.98} ${h * 0.1}q${L * 0.06} ${h * 0.06} ${L * 0.1} 0`,
      shade(look.back, 0.6),
      3,
      0.7,
    )
  )
}

/** An egg upright around (0, 0). */
export function egg(s: Sketch, size: number, colour: string): string {
  const d = `M0 ${-size * 1.2}C${size * 0.62} ${-size * 1.2} ${size * 0.92} ${-size * 0.2} ${size * 0.92} ${size * 0.2}C${size * 0.92} ${size * 0.75} ${size * 0.5} ${size} 0 ${size}C${-size * 0.5} ${size} ${-size * 0.92} ${size * 0.75} ${-size * 0.92} ${size * 0.2}C${-size * 0.92} ${-size * 0.2} ${-size * 0.62} ${-size * 1.2} 0 ${-size * 1.2}Z`
  return (
    s.volume(d, colour, { light: 0.6, dark: 0.38 }) +
    s.inside(
      d,
      times(12, () =>
        fill(
          oval(s.between(-0.7, 0.7) * size, s.between(-0.8, 0.8) * size, s.between(1.5, 3)),
          shade(colour, 0.4),
          0.35,
        ),
      ),
    )
  )
}
