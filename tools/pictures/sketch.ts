import { shade, tint } from './colour.js'
import { n } from './draw.js'

/** A gradient stop: offset 0–1, colour, opacity. */
export type Stop = readonly [offset: number, colour: string, opacity?: number]

/** The sheet pictures are drawn on. */
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
