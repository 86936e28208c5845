import { shade, tint } from '../colour.js'
import { type Point, fill, n, oval, stroke } from '../draw.js'
import { label, lathe, turned } from './pottery.js'
import type { Sketch } from '../sketch.js'

export interface BottleLook {
  /** Half outline from the mouth down: radius, height above the foot (negative). */
  readonly profile: readonly Point[]
  readonly glass: string
  readonly liquid?: string
  /** How high the liquid stands, as y. */
  readonly level?: number
  readonly cap?: { readonly colour: string; readonly height: number }
  readonly label?: { y: number; height: number; paper: string; ink: string; second?: string }
}

/** Half outlines of the bottles and jars of the house. */
export const shapes = {
  /** A slim half bottle for ice wine. */
  slim: [
    [17, -470],
    [19, -440],
    [19, -330],
    [40, -286],
    [58, -240],
    [60, -120],
    [59, -8],
    [52, 0],
  ],
  bordeaux: [
    [20, -500],
    [22, -470],
    [22, -370],
    [34, -340],
    [74, -304],
    [78, -250],
    [78, -90],
    [77, -8],
    [68, 0],
  ],
  burgundy: [
    [19, -480],
    [22, -440],
    [26, -360],
    [54, -280],
    [80, -210],
    [82, -120],
    [81, -8],
    [72, 0],
  ],
  oil: [
    [22, -430],
    [26, -400],
    [28, -360],
    [62, -320],
    [76, -270],
    [78, -100],
    [77, -8],
    [66, 0],
  ],
  dropper: [
    [20, -250],
    [22, -232],
    [26, -214],
    [70, -190],
    [78, -160],
    [78, -60],
    [77, -8],
    [66, 0],
  ],
  jar: [
    [96, -300],
    [104, -284],
    [124, -258],
    [128, -200],
    [128, -70],
    [122, -10],
    [104, 0],
  ],
} satisfies Record<string, Point[]>

/** A glass bottle or jar on (0, 0) with its liquid, label and cap; light comes through it. */
export function bottle(s: Sketch, look: BottleLook): string {
  const { profile, glass, liquid, cap } = look
  const d = lathe(profile)
  const [mouth, top] = profile[0]!
  const level = look.level ?? top + 60
  const wide = Math.max(...profile.map(([r]) => r))
  let svg = `<path d="${d}" fill="${glass}" fill-opacity="0.5"/>`
  if (liquid) {
    const through = s.linear(
      [
        [0, shade(liquid, 0.24)],
        [0.2, tint(liquid, 0.34)],
        [0.5, liquid],
        [0.82, shade(liquid, 0.3)],
        [1, tint(liquid, 0.16)],
      ],
      [0, 0, 1, 0.04],
    )
    svg += s.inside(
      d,
      fill(`M${-wide} ${level}H${wide}V4H${-wide}Z`, through) +
        fill(oval(0, level, wide, wide * 0.12), tint(liquid, 0.4), 0.7),
    )
  }
  svg += `<path d="${d}" fill="${s.linear(
    [
      [0, '#fff', 0.12],
      [0.16, '#fff', 0.5],
      [0.3, '#fff', 0.04],
      [0.75, '#000', 0.05],
      [1, '#000', 0.34],
    ],
    [0, 0, 1, 0],
  )}" stroke="${shade(glass, 0.5)}" stroke-opacity="0.5" stroke-width="2.5"/>`
  svg += stroke(`M${n(-wide * 0.74)} ${n(top * 0.5)}V-34`, '#ffffff', wide * 0.09, 0.55)
  if (look.label) svg += label(s, 0, look.label.y, wide * 1.82, look.label.height, look.label)
  if (cap) {
    const r = mouth + 5
    svg += turned(
      s,
      `M${-r} ${top - 6}q${r} -9 ${r * 2} 0V${top + cap.height}q${-r} 9 ${-r * 2} 0Z`,
      cap.colour,
    )
  }
  return svg
}

/** A wine glass on (0, 0). */
export function wineGlass(s: Sketch, liquid: string, high = 330): string {
  const r = high * 0.21
  const cup = `M${-r} ${-high}C${-r * 1.3} ${-high * 0.72} ${-r * 0.9} ${-high * 0.5} 0 ${-high * 0.47}C${r * 0.9} ${-high * 0.5} ${r * 1.3} ${-high * 0.72} ${r} ${-high}Z`
  const level = -high * 0.76
  const body = s.linear(
    [
      [0, shade(liquid, 0.2)],
      [0.25, tint(liquid, 0.34)],
      [0.6, liquid],
      [1, shade(liquid, 0.4)],
    ],
    [0, 0, 1, 0],
  )
  return (
    fill(oval(0, -4, r * 0.95, r * 0.2), '#ffffff', 0.5) +
    stroke(oval(0, -4, r * 0.95, r * 0.2), '#8d8a86', 2, 0.6) +
    stroke(`M0 ${-high * 0.47}V-8`, '#ffffff', 9, 0.65) +
    stroke(`M4 ${-high * 0.47}V-8`, '#6f6b66', 2, 0.4) +
    fill(cup, '#ffffff', 0.3) +
    s.inside(cup, fill(`M${-r * 1.4} ${level}H${r * 1.4}V0H${-r * 1.4}Z`, body)) +
    fill(oval(0, level, r * 1.13, r * 0.17), tint(liquid, 0.35), 0.9) +
    `<path d="${cup}" fill="none" stroke="#ffffff" stroke-opacity="0.8" stroke-width="3"/>` +
    stroke(
      `M${-r * 0.86} ${-high * 0.92}Q${-r * 1.06} ${-high * 0.72} ${-r * 0.66} ${-high * 0.58}`,
      '#ffffff',
      8,
      0.7,
    )
  )
}

/** The paper of labels. */
export const paper = '#f6ecd9'
