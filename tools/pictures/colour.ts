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
