/** A point in picture units: pictures are drawn on 960×720. */
export type Point = readonly [x: number, y: number]

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

/** Where a drawing's unevenness comes from. */
interface Chance {
  between(least: number, most: number): number
}

/** An uneven round shape, as nature makes it. */
export function pebble(
  s: Chance,
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  wobble = 0.08,
): string {
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
