import { shade, tint } from '../colour.js'
import { type Point, at, fill, n, oval, poly, smooth, stroke, times } from '../draw.js'
import type { Sketch } from '../sketch.js'

/** A turned form from its half outline: radius and height at each point, top to bottom. */
export function lathe(profile: readonly Point[]): string {
  const right = smooth(profile, false)
  const left = smooth(
    [...profile].reverse().map(([r, y]): Point => [-r, y]),
    false,
  )
  return `${right}L${left.slice(1)}Z`
}

/** Fills a turned form: lit strip on the left, shade on the right. */
export function turned(s: Sketch, d: string, colour: string, line = 0.35): string {
  const body = s.linear(
    [
      [0, shade(colour, 0.12)],
      [0.24, tint(colour, 0.38)],
      [0.56, colour],
      [1, shade(colour, 0.5)],
    ],
    [0, 0, 1, 0.08],
  )
  return `<path d="${d}" fill="${body}" stroke="${shade(colour, 0.6)}" stroke-opacity="${line}" stroke-width="2"/>`
}

export interface BowlLook {
  readonly width: number
  readonly height: number
  readonly colour: string
  readonly inner?: string
  readonly pattern?: 'waves' | 'lozenges' | 'rings' | 'wood'
  readonly ink?: string
}

/** A bowl standing on (0, 0); what is in it is drawn around the middle of its rim. */
export function bowl(s: Sketch, look: BowlLook, content = ''): string {
  const { width, height, colour, inner = shade(colour, 0.25) } = look
  const [rx, ry] = [width / 2, width * 0.14]
  const body = `M${-rx} ${-height}C${-rx} ${-height * 0.4} ${-rx * 0.62} ${-height * 0.08} ${-rx * 0.36} 0A${rx * 0.36} ${ry * 0.3} 0 0 0 ${rx * 0.36} 0C${rx * 0.62} ${-height * 0.08} ${rx} ${-height * 0.4} ${rx} ${-height}A${rx} ${ry} 0 0 1 ${-rx} ${-height}Z`
  const rim = `<ellipse cx="0" cy="${-height}" rx="${rx}" ry="${n(ry)}" fill="${s.linear(
    [
      [0, shade(inner, 0.35)],
      [1, tint(inner, 0.15)],
    ],
    [0, 0, 1, 0.6],
  )}"/>`
  const lip = stroke(
    `M${-rx} ${-height}A${rx} ${n(ry)} 0 0 0 ${rx} ${-height}`,
    tint(colour, 0.5),
    5,
  )
  const backLip = stroke(
    `M${-rx} ${-height}A${rx} ${n(ry)} 0 0 1 ${rx} ${-height}`,
    shade(colour, 0.05),
    4,
  )
  return (
    rim +
    backLip +
    at(0, -height, content) +
    turned(s, body, colour) +
    s.inside(body, bowlPattern(look, rx, ry)) +
    lip
  )
}

function bowlPattern(
  { height, pattern, ink = '#24386e', colour }: BowlLook,
  rx: number,
  ry: number,
): string {
  if (pattern === 'rings') {
    return [0.2, 0.28, 0.72]
      .map((part) =>
        stroke(
          `M${-rx} ${-height + height * part}A${rx} ${ry} 0 0 0 ${rx} ${-height + height * part}`,
          ink,
          4,
          0.6,
        ),
      )
      .join('')
  }
  if (pattern === 'wood') {
    return times(9, (i) => {
      const y = -height + height * (0.1 + i * 0.11)
      return stroke(
        `M${-rx} ${n(y)}A${rx} ${n(ry * (1.2 - i * 0.06))} 0 0 0 ${rx} ${n(y)}`,
        shade(colour, 0.4),
        i % 3 ? 1.4 : 3,
        0.35,
      )
    })
  }
  if (pattern === 'waves' || pattern === 'lozenges') {
    const count = 9
    return times(count, (i) => {
      const u = (i + 0.5) / count
      const x = -rx * Math.cos(u * Math.PI) * 0.94
      const y = -height * 0.62 + ry * Math.sin(u * Math.PI) * 0.9
      const w = rx * 0.11 * (0.35 + Math.sin(u * Math.PI))
      const h = height * 0.15
      return pattern === 'lozenges'
        ? fill(
            poly([
              [x - w, y],
              [x, y - h],
              [x + w, y],
              [x, y + h],
            ]),
            ink,
            0.9,
          )
        : stroke(
            `M${n(x - w)} ${n(y + h * 0.5)}a${n(w)} ${n(h)} 0 0 1 ${n(w * 2)} 0M${n(x - w * 0.5)} ${n(y + h * 0.5)}a${n(w * 0.5)} ${n(h * 0.5)} 0 0 1 ${n(w)} 0`,
            ink,
            4,
            0.8,
          )
    })
  }
  return ''
}

/** A flat dish around (0, 0). */
export function plate(
  s: Sketch,
  look: { rx: number; ry?: number; colour: string; ring?: string },
  content = '',
): string {
  const { rx, ry = rx * 0.34, colour, ring } = look
  return (
    fill(oval(0, ry * 0.16, rx * 0.99, ry), shade(colour, 0.45)) +
    s.volume(oval(0, 0, rx, ry), colour, { light: 0.5, dark: 0.22 }) +
    (ring ? stroke(oval(0, 0, rx * 0.93, ry * 0.91), ring, 5, 0.8) : '') +
    fill(
      oval(0, ry * 0.05, rx * 0.72, ry * 0.68),
      s.linear(
        [
          [0, shade(colour, 0.16)],
          [1, tint(colour, 0.5)],
        ],
        [0, 0, 0.7, 1],
      ),
    ) +
    content
  )
}

/** A paper label on a turned vessel: a woven lozenge and a few lines, curved with it. */
export function label(
  s: Sketch,
  x: number,
  y: number,
  width: number,
  height: number,
  look: { paper: string; ink: string; second?: string },
): string {
  const bow = width * 0.07
  const w = width / 2
  const d = `M${-w} 0q${w} ${bow * 2} ${width} 0v${height}q${-w} ${bow * 2} ${-width} 0Z`
  const middle = height * 0.42 + bow
  const size = Math.min(width * 0.26, height * 0.26)
  const lozenge = (k: number) =>
    poly([
      [-size * k, middle],
      [0, middle - size * k],
      [size * k, middle],
      [0, middle + size * k],
    ])
  const band = (from: number) =>
    `M${-w} ${from}q${w} ${bow * 2} ${width} 0v5q${-w} ${bow * 2} ${-width} 0Z`
  return at(
    x,
    y,
    fill(d, look.paper) +
      fill(band(8), look.ink) +
      fill(band(height - 15), look.ink) +
      fill(lozenge(1), look.ink) +
      fill(lozenge(0.62), look.paper) +
      fill(lozenge(0.34), look.second ?? look.ink) +
      stroke(`M${-w * 0.45} ${n(height * 0.78 + bow)}h${w * 0.9}`, look.ink, 3, 0.7) +
      fill(
        d,
        s.linear(
          [
            [0, '#1d140c', 0.16],
            [0.22, '#ffffff', 0.2],
            [0.5, '#1d140c', 0],
            [1, '#1d140c', 0.36],
          ],
          [0, 0, 1, 0],
        ),
      ),
  )
}
