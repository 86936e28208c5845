const LONGEST_WAIT_MS = 2_000_000_000

/** Alarms by name. Setting one again moves it; all can be asked to look at the clock anew. */
export class Timers {
  private readonly alarms = new Map<
    string,
    { at: number; ring: () => void; timer: NodeJS.Timeout }
  >()

  constructor(private readonly now: () => number) {}

  set(name: string, at: number, ring: () => void): void {
    this.clear(name)
    const wait = Math.min(LONGEST_WAIT_MS, Math.max(0, at - this.now()))
    const timer = setTimeout(() => {
      if (at > this.now()) return this.set(name, at, ring)
      this.alarms.delete(name)
      ring()
    }, wait)
    this.alarms.set(name, { at, ring, timer })
  }

  clear(name: string): void {
    const alarm = this.alarms.get(name)
    if (alarm !== undefined) clearTimeout(alarm.timer)
    this.alarms.delete(name)
  }

  /** For when the clock was moved. */
  wake(): void {
    for (const [name, { at, ring }] of [...this.alarms]) this.set(name, at, ring)
  }

  clearAll(): void {
    for (const name of [...this.alarms.keys()]) this.clear(name)
  }
}
