/** So many packages of one lot that a demand line was promised. */
export interface PromisedPackages {
  readonly id: string
  readonly lineId: string
  readonly packages: number
  /** When its demand was submitted, in milliseconds. */
  readonly submittedAt: number
}

/** One way to end promises of a line: all that it counts for is how many packages come free. */
interface Way {
  readonly ids: readonly string[]
  readonly packages: number
}

/** Promises of a line beyond so many are ended together or not at all: a way is kept in a byte. */
const MOST_OF_A_LINE = 8
/** Cells of the table; beyond it the choice is good, not provably the best. */
const MOST_CELLS = 40_000_000
const UNREACHED = 0x3fffffff

/**
 * Which promises end, whole, so that at least so many packages come free: the least volume, then the fewest
 * lines, then those whose demand was submitted last. All of them when they hold less than is missing.
 */
export function leastHarm(promised: readonly PromisedPackages[], missing: number): string[] {
  if (missing <= 0) return []
  const total = promised.reduce((sum, { packages }) => sum + packages, 0)
  if (total <= missing) return promised.map(({ id }) => id)
  const lines = linesOf(promised)
  const most = Math.max(...lines.map((ways) => Math.max(...ways.map(({ packages }) => packages))))
  // A smallest cover without any of its lines is too small: it cannot be larger than this.
  const size = Math.min(total, missing + most - 1) + 1
  return lines.length * size > MOST_CELLS
    ? latestFirst(promised, missing)
    : cheapestCover(lines, missing, size)
}

/** The lines, the first submitted first, each with its ways. */
function linesOf(promised: readonly PromisedPackages[]): Way[][] {
  const byLine = new Map<string, PromisedPackages[]>()
  for (const each of [...promised].sort(bySubmission))
    byLine.set(each.lineId, [...(byLine.get(each.lineId) ?? []), each])
  return [...byLine.values()].map(waysOf)
}

function bySubmission(one: PromisedPackages, other: PromisedPackages): number {
  return (
    one.submittedAt - other.submittedAt || (one.lineId + one.id < other.lineId + other.id ? -1 : 1)
  )
}

/** One way for each sum: that which ends the fewest promises. */
function waysOf(own: readonly PromisedPackages[]): Way[] {
  const ways = new Map<number, Way>()
  const whole = own.length > MOST_OF_A_LINE
  const sets = whole
    ? [2 ** own.length - 1]
    : Array.from({ length: 2 ** own.length - 1 }, (_, n) => n + 1)
  for (const set of sets) {
    const chosen = whole ? own : own.filter((_, n) => set & (1 << n))
    const way = {
      ids: chosen.map(({ id }) => id),
      packages: chosen.reduce((sum, { packages }) => sum + packages, 0),
    }
    const known = ways.get(way.packages)
    if (!known || way.ids.length < known.ids.length) ways.set(way.packages, way)
  }
  return [...ways.values()]
}

/**
 * For each sum the fewest lines that make it. A later line is taken where taking it makes the sum with as
 * few: read back from the last one, the latest submitted are the ones that lose.
 */
function cheapestCover(lines: readonly Way[][], missing: number, size: number): string[] {
  let fewest = new Int32Array(size).fill(UNREACHED)
  fewest[0] = 0
  const taken = lines.map((ways) => {
    const next = fewest.slice()
    const choice = new Uint8Array(size)
    ways.forEach(({ packages }, n) => {
      for (let sum = packages; sum < size; sum++) {
        const count = fewest[sum - packages]! + 1
        if (count < next[sum]! || (count === next[sum] && choice[sum] === 0 && count < UNREACHED)) {
          next[sum] = count
          choice[sum] = n + 1
        }
      }
    })
    fewest = next
    return choice
  })
  let sum = fewest.findIndex((count, at) => at >= missing && count < UNREACHED)
  const ended: string[] = []
  for (let line = lines.length - 1; line >= 0; line--) {
    const way = lines[line]![taken[line]![sum]! - 1]
    if (!way) continue
    ended.push(...way.ids)
    sum -= way.packages
  }
  return ended
}

/** The latest submitted until there is enough, without any that the others make needless. */
function latestFirst(promised: readonly PromisedPackages[], missing: number): string[] {
  const ended: PromisedPackages[] = []
  let free = 0
  for (const each of [...promised].sort(bySubmission).reverse()) {
    if (free >= missing) break
    ended.push(each)
    free += each.packages
  }
  for (const each of [...ended].sort((one, other) => other.packages - one.packages)) {
    if (free - each.packages < missing) continue
    ended.splice(ended.indexOf(each), 1)
    free -= each.packages
  }
  return ended.map(({ id }) => id)
}
