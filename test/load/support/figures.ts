import { loadavg } from 'node:os'

/** Durations in milliseconds, and what is usually said of them. */
export class Durations {
  private readonly all: number[] = []

  add(millis: number): void {
    this.all.push(millis)
  }

  get count(): number {
    return this.all.length
  }

  /** The value below which a share (0–1) of them lies; 0 when there are none. */
  at(share: number): number {
    const sorted = [...this.all].sort((a, b) => a - b)
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  }

  toString(): string {
    const ms = (share: number) => `${Math.round(this.at(share))} ms`
    return `p50 ${ms(0.5)}, p99 ${ms(0.99)}, max ${ms(1)}`
  }
}

/** How busy the machine is beside us; a figure without it says little. */
export function machine(): string {
  return `load ${loadavg()
    .map((n) => n.toFixed(1))
    .join(' ')}`
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
