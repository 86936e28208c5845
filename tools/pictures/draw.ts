/** A point in picture units: pictures are drawn on 960×720. */
export type Point = readonly [x: number, y: number]
/** A gradient stop: offset 0–1, colour, opacity. */
export type Stop = readonly [offset: number, colour: string, opacity?: number]

export const WIDTH = 960
export const HEIGHT = 720

/** Pen and paints for one picture: counts its gradients, and its chance is the same every time. */
export class Sketch {
  private readonly definitions: string[] = []
  private state: number
  private ids = 0

  constructor(seed: string) {
    this.state = 0x811c9dc5
    for (const letter of seed) {
      this.state = Math.imul(this.state ^ letter.charCodeAt(0), 0x01000193)
    }
  }

  /** The next number in [0, 1) (mulberry32). */
  chance(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.chance()
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.chance() * items.length)]!
  }

  /** Keeps a definition that contains `ID` and gives the reference to it. */
  define(svg: string): string {
    const id = `d${++this.ids}`
    this.definitions.push(svg.replace('ID', id))
    return `url(#${id})`
  }

  linear(stops: readonly Stop[], [x1, y1, x2, y2] = [0, 0, 0, 1]): string {
    return this.define(
      `<linearGradient id="ID" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopList(stops)}</linearGradient>`,
    )
  }

  radial(stops: readonly Stop[], [cx, cy, r] = [0.32, 0.28, 0.85]): string {
    return this.define(
      `<radialGradient id="ID" cx="${cx}" cy="${cy}" r="${r}">${stopList(stops)}</radialGradient>`,
    )
  }

  /** A rounded form lit from the left: tint, colour, shade, and a thin line of its own hue. */
  volume(d: string, colour: string, look: VolumeLook = {}): string {
    const { light = 0.32, dark = 0.4, line = 0.3, round = true } = look
    const stops: Stop[] = [
      [0, tint(colour, light)],
      [0.5, colour],
      [1, shade(colour, dark)],
    ]
    const fill = round ? this.radial(stops) : this.linear(stops, [0, 0.1, 1, 0.6])
    return `<path d="${d}" fill="${fill}" stroke="${shade(colour, 0.55)}" stroke-opacity="${line}" stroke-width="2" stroke-linejoin="round"/>`
  }

  /** The soft shadow of a thing that stands at (x, y); it falls to the right. */
  shadow(x: number, y: number, rx: number, ry = rx * 0.22, opacity = 0.34): string {
    const fill = this.radial(
      [
        [0, '#1d140c', opacity],
        [0.55, '#1d140c', opacity * 0.62],
        [1, '#1d140c', 0],
      ],
      [0.5, 0.5, 0.5],
    )
    return `<ellipse cx="${n(x + rx * 0.16)}" cy="${n(y)}" rx="${n(rx * 1.22)}" ry="${n(ry * 1.3)}" fill="${fill}"/>`
  }

  /** Draws inside a shape only. */
  inside(d: string, svg: string): string {
    const clip = this.define(`<clipPath id="ID"><path d="${d}"/></clipPath>`)
    return `<g clip-path="${clip}">${svg}</g>`
  }

  /** The finished file, seen through a window of the 960×720 sheet. */
  finish(body: string, view = `0 0 ${WIDTH} ${HEIGHT}`): string {
    const defs = this.definitions.join('')
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}"><defs>${defs}</defs>${body}</svg>`
  }
}

export interface VolumeLook {
  /** How far the lit side goes to white, 0–1. */
  readonly light?: number
  /** How far the far side goes to dark. */
  readonly dark?: number
  /** Opacity of the outline. */
  readonly line?: number
  /** Round forms have a spot of light; others fade from left to right. */
  readonly round?: boolean
}

function stopList(stops: readonly Stop[]): string {
  return stops
    .map(
      ([offset, colour, opacity]) =>
        `<stop offset="${offset}" stop-color="${colour}"${opacity === undefined ? '' : ` stop-opacity="${n(opacity, 3)}"`}/>`,
    )
    .join('')
}

/** A number as short text. */
export function n(value: number, digits = 1): string {
  return String(Number(value.toFixed(digits)))
}

/** A smooth curve through points (Catmull–Rom as Béziers). */
export function smooth(points: readonly Point[], closed = true): string {
  const count = points.length
  const pointAt = (i: number): Point =>
    closed ? points[(i + count) % count]! : points[Math.min(Math.max(i, 0), count - 1)]!
  const [startX, startY] = pointAt(0)
  let d = `M${n(startX)} ${n(startY)}`
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [before, from, to, after] = [pointAt(i - 1), pointAt(i), pointAt(i + 1), pointAt(i + 2)]
    d += `C${n(from[0] + (to[0] - before[0]) / 6)} ${n(from[1] + (to[1] - before[1]) / 6)} ${n(to[0] - (after[0] - from[0]) / 6)} ${n(to[1] - (after[1] - from[1]) / 6)} ${n(to[0])} ${n(to[1])}`
  }
  return closed ? `${d}Z` : d
}

/** A polygon. */
export function poly(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`
}

/** An ellipse as a path. */
export function oval(cx: number, cy: number, rx: number, ry = rx): string {
  return `M${n(cx - rx)} ${n(cy)}a${n(rx)} ${n(ry)} 0 1 1 ${n(rx * 2)} 0a${n(rx)} ${n(ry)} 0 1 1 ${n(-rx * 2)} 0Z`
}

/** An uneven round shape, as nature makes it. */
export function pebble(s: Sketch, cx: number, cy: number, rx: number, ry: number, wobble = 0.08): string {
  const points: Point[] = []
  for (let i = 0; i < 10; i++) {
    const angle = (i / 10) * Math.PI * 2
    const reach = 1 + s.between(-wobble, wobble)
    points.push([cx + Math.cos(angle) * rx * reach, cy + Math.sin(angle) * ry * reach])
  }
  return smooth(points)
}

export interface Placing {
  readonly scale?: number
  /** Degrees, clockwise. */
  readonly turn?: number
  readonly flip?: boolean
}

/** Puts something drawn around (0, 0) at a place. */
export function at(x: number, y: number, svg: string, { scale = 1, turn = 0, flip }: Placing = {}) {
  const turned = turn ? ` rotate(${n(turn)})` : ''
  const scaled = scale !== 1 || flip ? ` scale(${n(flip ? -scale : scale, 3)} ${n(scale, 3)})` : ''
  return `<g transform="translate(${n(x)} ${n(y)})${turned}${scaled}">${svg}</g>`
}

/** A filled path. */
export function fill(d: string, colour: string, opacity = 1): string {
  return `<path d="${d}" fill="${colour}"${opacity === 1 ? '' : ` opacity="${n(opacity, 3)}"`}/>`
}

/** A drawn line with round ends. */
export function stroke(d: string, colour: string, width: number, opacity = 1): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round"${opacity === 1 ? '' : ` opacity="${n(opacity, 3)}"`}/>`
}

/** Repeats a drawing and joins it. */
export function times(count: number, draw: (index: number) => string): string {
  let svg = ''
  for (let i = 0; i < count; i++) svg += draw(i)
  return svg
}

function channels(colour: string): [number, number, number] {
  const value = parseInt(colour.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

/** A colour between two, `part` of the way (0–1). */
export function mix(one: string, other: string, part: number): string {
  const [a, b] = [channels(one), channels(other)]
  const mixed = a.map((value, i) => Math.round(value + (b[i]! - value) * part))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** Towards warm light. */
export const tint = (colour: string, part: number) => mix(colour, '#fff6e4', part)
/** Towards warm darkness. */
export const shade = (colour: string, part: number) => mix(colour, '#23140f', part)
