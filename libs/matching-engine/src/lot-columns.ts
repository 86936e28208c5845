/**
 * The arcs that leave each lot, with what pricing reads of them – where they lead, what they cost – side by side: a
 * scan then walks along memory, where by way of the rows it would jump about in three arrays as large as the market.
 */
export class LotColumns {
  private readonly length: Int32Array
  private readonly arcs: Int32Array[]
  /** Two numbers an arc: the node it leads to, and its cost. */
  private readonly ends: Int32Array[]

  /** `sizes`: how many arcs each lot will have soon. */
  constructor(sizes: ArrayLike<number>) {
    this.length = new Int32Array(sizes.length)
    this.arcs = Array.from(sizes, (size) => new Int32Array(size))
    this.ends = Array.from(sizes, (size) => new Int32Array(2 * size))
  }

  /** The arcs of a lot, as they are now. */
  of(lot: number): Int32Array {
    return this.arcs[lot]!.subarray(0, this.length[lot])
  }

  sizeOf(lot: number): number {
    return this.length[lot]!
  }

  add(lot: number, arc: number, node: number, cost: number): void {
    const at = this.length[lot]!++
    if (at === this.arcs[lot]!.length) {
      this.arcs[lot] = grown(this.arcs[lot]!, at + (at >> 2) + 4)
      this.ends[lot] = grown(this.ends[lot]!, 2 * this.arcs[lot].length)
    }
    this.arcs[lot]![at] = arc
    this.ends[lot]![2 * at] = node
    this.ends[lot]![2 * at + 1] = cost
  }

  /** The last one takes its place. */
  remove(lot: number, arc: number): void {
    const at = this.placeOf(lot, arc)
    const last = --this.length[lot]!
    const arcs = this.arcs[lot]!
    const ends = this.ends[lot]!
    arcs[at] = arcs[last]!
    ends[2 * at] = ends[2 * last]!
    ends[2 * at + 1] = ends[2 * last + 1]!
  }

  recost(lot: number, arc: number, cost: number): void {
    this.ends[lot]![2 * this.placeOf(lot, arc) + 1] = cost
  }

  /**
   * The place of the arc with the least cost minus potential of where it leads, if that is under `limit`; otherwise -1.
   * Where several have it, the first.
   */
  leastBelow(lot: number, potential: Float64Array, limit: number): number {
    const ends = this.ends[lot]!
    const end = 2 * this.length[lot]!
    let least = limit
    let at = -1
    for (let j = 0; j < end; j += 2) {
      const value = ends[j + 1]! - potential[ends[j]!]!
      if (value < least) {
        least = value
        at = j
      }
    }
    return at >> 1
  }

  arcAt(lot: number, place: number): number {
    return this.arcs[lot]![place]!
  }

  /** Arcs that came last are sought most: questions bring them and take them away again. */
  private placeOf(lot: number, arc: number): number {
    const arcs = this.arcs[lot]!
    let at = this.length[lot]! - 1
    while (arcs[at] !== arc) at--
    return at
  }
}

function grown(from: Int32Array, length: number): Int32Array {
  const to = new Int32Array(length)
  to.set(from)
  return to
}
