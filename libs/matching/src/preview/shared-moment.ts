/** A moment that one thread says and another reads, without either having to wake for it. */
export class SharedMoment {
  private readonly millis: BigInt64Array

  /** `memory`: that of the same moment in another thread. */
  constructor(readonly memory = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT)) {
    this.millis = new BigInt64Array(memory)
  }

  /** ISO 8601; null: nobody has said it yet. */
  get(): string | null {
    const millis = Number(Atomics.load(this.millis, 0))
    return millis === 0 ? null : new Date(millis).toISOString()
  }

  say(moment: string): void {
    Atomics.store(this.millis, 0, BigInt(Date.parse(moment)))
  }
}
