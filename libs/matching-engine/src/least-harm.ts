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

/** Promises of a line beyond so many are ended together or not at all: their sets double with each. */
const MOST_OF_A_LINE = 8
/** Cells of the table, two bytes each; beyond it the choice is good, not provably the best. */
const MOST_CELLS = 20_000_000
const UNREACHED = 0xffff

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
  return lines.length >= UNREACHED || (lines.length + 1) * size > MOST_CELLS
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
 * For each number of lines, in the order of submission, and each sum the fewest of them that make it: a table
 * of dynamic programming. It is read back from the last line: a line loses where one of the best covers takes it,
 * so that the latest submitted are the ones that lose.
 */
function cheapestCover(lines: readonly Way[][], missing: number, size: number): string[] {
  const tables = [fewestOfNone(size)]
  for (const ways of lines) tables.push(withLine(tables.at(-1)!, ways))
  const fewest = tables.at(-1)!
  const sum = fewest.findIndex((count, at) => at >= missing && count < UNREACHED)
  let left = fewest[sum]!
  let covers = new Map<number, readonly string[]>([[sum, []]])
  for (let line = lines.length - 1; left > 0; line--) {
    const taking = coversTaking(covers, lines[line]!, (rest) => tables[line]![rest] === left - 1)
    if (taking.size > 0) {
      covers = taking
      left--
    } else covers = new Map([...covers].filter(([rest]) => tables[line]![rest] === left))
  }
  return [...covers.get(0)!]
}

function fewestOfNone(size: number): Uint16Array {
  const fewest = new Uint16Array(size).fill(UNREACHED)
  fewest[0] = 0
  return fewest
}

function withLine(before: Uint16Array, ways: readonly Way[]): Uint16Array {
  const after = before.slice()
  for (const { packages } of ways)
    for (let sum = packages; sum < after.length; sum++) {
      const count = before[sum - packages]! + 1
      if (count < after[sum]!) after[sum] = count
    }
  return after
}

/** What is left of each cover when this line loses too, where the lines before it can make that. */
function coversTaking(
  covers: ReadonlyMap<number, readonly string[]>,
  ways: readonly Way[],
  canBeMade: (rest: number) => boolean,
): Map<number, readonly string[]> {
  const taking = new Map<number, readonly string[]>()
  for (const [sum, ids] of covers)
    for (const way of ways) {
      const rest = sum - way.packages
      if (rest < 0 || !canBeMade(rest)) continue
      const ended = [...ids, ...way.ids]
      const known = taking.get(rest)
      if (!known || ended.length < known.length) taking.set(rest, ended)
    }
  return taking
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
