/** A small seeded generator (sfc32): the same stream on every machine. */
export class Random {
  private a: number
  private b = 0x243f6a88
  private c = 0xb7e15162 | 0
  private d = 1

  constructor(seed: number) {
    this.a = seed | 0
    for (let k = 0; k < 16; k++) this.next()
  }

  private next(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0
    this.d = (this.d + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (this.c << 21) | (this.c >>> 11)
    this.c = (this.c + t) | 0
    return t >>> 0
  }

  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number {
    return Math.floor((this.next() / 4294967296) * end)
  }

  /** A number in [0, 1). */
  unit(): number {
    return this.next() / 4294967296
  }
}
