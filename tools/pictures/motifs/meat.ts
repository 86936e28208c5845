import { shade, tint } from '../colour.js'
import { type Point, at, fill, n, oval, pebble, poly, smooth, stroke, times } from '../draw.js'
import { turned } from './pottery.js'
import type { Sketch } from '../sketch.js'

/** A slab of meat in layers of skin, fat and lean, seen from its cut side. */
export function slab(
  s: Sketch,
  w: number,
  h: number,
  look: { skin: string; fat: string; lean: string; layers: number },
): string {
  const top = poly([
    [0, -h],
    [w, -h],
    [w + 70, -h - 58],
    [70, -h - 58],
  ])
  const side = poly([
    [w, 0],
    [w + 70, -58],
    [w + 70, -h - 58],
    [w, -h],
  ])
  const face = `M0 0V${-h}H${w}V0Q${w / 2} 10 0 0Z`
  const bands = times(look.layers, (i) => {
    const y = -h + 26 + (i + 0.5) * ((h - 26) / look.layers)
    const thick = (h / look.layers) * 0.52
    const points = Array.from({ length: 8 }, (_, k): Point => [
      (k / 7) * (w + 20) - 10,
      y + s.between(-6, 6) - thick / 2,
    ])
    const back = Array.from({ length: 8 }, (_, k): Point => [
      w + 10 - (k / 7) * (w + 20),
      y + s.between(-6, 6) + thick / 2,
    ])
    return fill(
      `${smooth(points, false)}L${smooth(back, false).slice(1)}Z`,
      i % 2 ? tint(look.lean, 0.08) : look.lean,
      0.95,
    )
  })
  const grain = times(34, () =>
    stroke(
      `M${n(s.between(10, w - 40))} ${n(s.between(-h + 34, -6))}q14 ${n(s.between(-4, 4))} 30 0`,
      tint(look.lean, 0.5),
      2,
      0.35,
    ),
  )
  return (
    s.volume(top, look.skin, { round: false, light: 0.4, dark: 0.15 }) +
    s.volume(face, look.fat, { round: false, light: 0.5, dark: 0.14 }) +
    s.inside(face, bands + grain + fill(`M0 ${-h}H${w}v14H0Z`, look.skin)) +
    s.volume(side, shade(look.fat, 0.12), { round: false, light: 0.1, dark: 0.25 }) +
    s.inside(
      side,
      times(look.layers, (i) =>
        fill(
          poly([
            [w, -h + 30 + i * ((h - 26) / look.layers)],
            [w + 70, -h - 28 + i * ((h - 26) / look.layers)],
            [w + 70, -h - 10 + i * ((h - 26) / look.layers)],
            [w, -h + 52 + i * ((h - 26) / look.layers)],
          ]),
          shade(look.lean, 0.2),
          0.9,
        ),
      ),
    )
  )
}

/** A steak around (0, 0) with marbling and a rim of fat. */
export function steak(s: Sketch, rx: number, ry: number, lean: string): string {
  const d = pebble(s, 0, 0, rx, ry, 0.07)
  const inner = pebble(s, 6, 4, rx * 0.87, ry * 0.82, 0.07)
  const marble = times(30, () => {
    const x = s.between(-0.8, 0.8) * rx
    const y = s.between(-0.75, 0.75) * ry
    return stroke(
      `M${n(x)} ${n(y)}q${n(s.between(8, 22))} ${n(s.between(-12, 12))} ${n(s.between(20, 46))} ${n(s.between(-8, 8))}`,
      '#f6ddcf',
      s.between(2, 5),
      0.8,
    )
  })
  return (
    at(0, 16, fill(d, shade(lean, 0.5))) +
    s.volume(d, '#f3e3cd', { light: 0.4, dark: 0.18 }) +
    s.volume(inner, lean, { light: 0.24, dark: 0.3 }) +
    s.inside(inner, marble)
  )
}

/** A whole ham, hock up to the right. */
export function ham(s: Sketch): string {
  const d = smooth([
    [-240, 40],
    [-256, -50],
    [-190, -140],
    [-80, -172],
    [20, -150],
    [110, -120],
    [210, -176],
    [268, -206],
    [300, -176],
    [286, -140],
    [190, -70],
    [120, 20],
    [20, 92],
    [-110, 108],
    [-200, 90],
  ])
  const face = smooth([
    [-236, 34],
    [-250, -44],
    [-196, -112],
    [-116, -112],
    [-84, -40],
    [-112, 40],
    [-176, 78],
  ])
  return (
    s.volume(d, '#9a5a2c', { light: 0.38, dark: 0.5 }) +
    s.inside(
      d,
      times(22, () =>
        stroke(
          `M${n(s.between(-60, 240))} ${n(s.between(-150, 70))}q26 ${n(s.between(-10, 10))} 54 4`,
          s.pick(['#6b3818', '#c98a4c']),
          4,
          0.4,
        ),
      ),
    ) +
    s.volume(face, '#f0dcc0', { light: 0.4, dark: 0.12 }) +
    s.volume(
      smooth([
        [-220, 24],
        [-232, -36],
        [-190, -90],
        [-130, -92],
        [-104, -36],
        [-126, 30],
        [-176, 60],
      ]),
      '#b8423c',
      { light: 0.3, dark: 0.25 },
    ) +
    s.inside(
      face,
      times(12, () =>
        stroke(
          `M${n(s.between(-220, -120))} ${n(s.between(-80, 40))}q12 ${n(s.between(-10, 10))} 26 ${n(s.between(-6, 6))}`,
          '#f3d0c0',
          3.5,
          0.8,
        ),
      ),
    ) +
    s.volume(oval(-166, -16, 22, 18), '#efe0c6') +
    fill(oval(-166, -16, 9, 8), '#a5443a') +
    stroke('M250 -216q30 -40 62 -34', '#8a6a3c', 9)
  )
}

/** A thin slice of ham, lying. */
export const hamSlice = (s: Sketch) => {
  const d = pebble(s, 0, 0, 66, 34, 0.08)
  return (
    at(4, 7, fill(d, '#1d140c', 0.25)) +
    s.volume(d, '#f0dcc0') +
    s.volume(pebble(s, 4, 2, 52, 25, 0.08), '#bb463e', { light: 0.34, dark: 0.2 }) +
    times(6, () =>
      stroke(
        `M${n(s.between(-40, 20))} ${n(s.between(-14, 14))}q10 ${n(s.between(-6, 6))} 24 0`,
        '#f3d0c0',
        3,
        0.8,
      ),
    )
  )
}

/** A knob of ginger. */
export const ginger = (s: Sketch, k = 1) =>
  s.volume(
    smooth([
      [-70 * k, 0],
      [-54 * k, -24 * k],
      [-20 * k, -20 * k],
      [-10 * k, -48 * k],
      [18 * k, -48 * k],
      [22 * k, -18 * k],
      [64 * k, -22 * k],
      [74 * k, 6 * k],
      [30 * k, 20 * k],
      [-30 * k, 22 * k],
    ]),
    '#dcb878',
    { light: 0.4 },
  ) +
  times(5, (i) => stroke(`M${(-50 + i * 24) * k} ${-14 * k}q8 12 2 ${26 * k}`, '#a9814a', 2.5, 0.5))

/** A few spring onions along +x. */
export const scallion = (s: Sketch, long: number) =>
  times(
    3,
    (i) =>
      stroke(
        `M0 ${i * 10}Q${long * 0.5} ${-8 + i * 9} ${long} ${-20 + i * 16}`,
        s.pick(['#5f9146', '#74a854']),
        11,
      ) + stroke(`M0 ${i * 10}h${long * 0.24}`, '#f1f1e0', 13),
  )

/** A round tray with a bed of straw around (0, 0). */
export function strawTray(s: Sketch): string {
  const straw = times(40, () =>
    stroke(
      `M${n(s.between(-280, 220))} ${n(s.between(-70, 80))}q40 ${n(s.between(-8, 8))} 84 0`,
      s.pick(['#c49a4c', '#e3c480']),
      4,
      0.6,
    ),
  )
  return (
    turned(s, 'M-340 0A340 130 0 0 0 340 0V20A340 130 0 0 1 -340 20Z', '#a9803f') +
    s.volume(oval(0, 0, 340, 130), '#d3a861', { dark: 0.3 }) +
    fill(oval(0, 6, 308, 112), '#b98a48') +
    straw
  )
}
