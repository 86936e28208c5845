import { fen, type Fen } from '@weibao/kernel'

export interface GiftPart {
  readonly skuId: string
  readonly packGrams: number
  readonly landedFenPerKg: number
  /** Packages in one box. */
  readonly quantity: number
  /** Packages left. */
  readonly left: number
  readonly isRecognised: boolean
  readonly isInSeason: boolean
}

export interface GiftBox<P extends GiftPart = GiftPart> {
  readonly id: string
  readonly parts: readonly P[]
}

export interface GiftWish {
  readonly perHeadFen: number
  readonly headcount: number
}

export interface GiftLine<P extends GiftPart> {
  readonly part: P
  readonly packsPerHead: number
  readonly massGrams: number
  readonly amountFen: Fen
}

export interface GiftProposal<P extends GiftPart, B extends GiftBox<P>> {
  readonly boxes: readonly B[]
  readonly lines: readonly GiftLine<P>[]
  readonly totalFen: Fen
  readonly recognisedBasisPoints: number
  readonly enoughFor: number
}

export type GiftObstacle = 'season' | 'stock' | 'mass' | 'budget'

/** What a line of a demand may ask for: from a kilogram to a hundred tonnes, in tens of grams. */
const LEAST_GRAMS = 1000
const MOST_GRAMS = 100_000_000
const STEP_GRAMS = 10
/** Proposals within the same twentieth of the budget are equally close to it. */
const CLOSENESS_STEPS = 20
/** So that a committee chooses between gifts and not between companions of one. */
const MOST_WITH_ONE_BOX = 3

/**
 * What every head could be given: a box, or two different ones. Never beyond the budget, what is left
 * or the season. The closest to the budget come first; of those equally close the ones with more
 * recognised goods, then single boxes, then the dearer, then those of which more is left.
 */
export function proposeGifts<P extends GiftPart, B extends GiftBox<P>>(
  wish: GiftWish,
  boxes: readonly B[],
  limit: number,
): { proposals: GiftProposal<P, B>[]; leftOut: Record<GiftObstacle, number> } {
  const leftOut = { season: 0, stock: 0, mass: 0, budget: 0 }
  const fitting: GiftProposal<P, B>[] = []
  for (const box of boxes) {
    const proposal = propose<P, B>(wish, [box])
    const obstacle = obstacleOf(wish, proposal)
    if (obstacle) leftOut[obstacle] += 1
    else fitting.push(proposal)
  }
  const alone = [...fitting]
  alone.forEach((one, index) => {
    for (const other of alone.slice(index + 1)) {
      if (one.totalFen + other.totalFen > wish.perHeadFen * wish.headcount) continue
      const pair = propose<P, B>(wish, [one.boxes[0]!, other.boxes[0]!])
      if (!obstacleOf(wish, pair)) fitting.push(pair)
    }
  })
  fitting.sort(byRank(wish))
  return { proposals: varied(fitting).slice(0, limit), leftOut }
}

/** The ids of its boxes, which tell it from every other. */
export function keyOf(proposal: { readonly boxes: readonly GiftBox[] }): string {
  return proposal.boxes
    .map(({ id }) => id)
    .sort()
    .join('+')
}

function propose<P extends GiftPart, B extends GiftBox<P>>(
  { headcount }: GiftWish,
  boxes: readonly B[],
): GiftProposal<P, B> {
  const lines = merge(boxes.flatMap(({ parts }) => parts)).map((part) => {
    const massGrams = roundUp(headcount * part.quantity * part.packGrams, STEP_GRAMS)
    const amountFen = fen(Math.ceil((massGrams * part.landedFenPerKg) / 1000))
    return { part, packsPerHead: part.quantity, massGrams, amountFen }
  })
  const sum = (of: readonly GiftLine<P>[]) =>
    of.reduce((total, { amountFen }) => total + amountFen, 0)
  const totalFen = sum(lines)
  const recognisedFen = sum(lines.filter(({ part }) => part.isRecognised))
  return {
    boxes,
    lines,
    totalFen: fen(totalFen),
    recognisedBasisPoints: Math.floor((recognisedFen * 10_000) / totalFen),
    enoughFor: Math.min(
      ...lines.map(({ part, packsPerHead }) => Math.floor(part.left / packsPerHead)),
    ),
  }
}

/** Two boxes may hold the same package: it is then wanted twice, and left once. */
function merge<P extends GiftPart>(parts: readonly P[]): P[] {
  const merged = new Map<string, P>()
  for (const part of parts) {
    const known = merged.get(part.skuId)
    merged.set(part.skuId, { ...part, quantity: part.quantity + (known?.quantity ?? 0) })
  }
  return [...merged.values()]
}

function obstacleOf<P extends GiftPart, B extends GiftBox<P>>(
  { perHeadFen, headcount }: GiftWish,
  { lines, totalFen, enoughFor }: GiftProposal<P, B>,
): GiftObstacle | null {
  if (lines.some(({ part }) => !part.isInSeason)) return 'season'
  if (enoughFor < headcount) return 'stock'
  if (lines.some(({ massGrams }) => massGrams < LEAST_GRAMS || massGrams > MOST_GRAMS))
    return 'mass'
  return totalFen > perHeadFen * headcount ? 'budget' : null
}

function byRank({ perHeadFen, headcount }: GiftWish) {
  const budget = perHeadFen * headcount
  const rank = (proposal: GiftProposal<GiftPart, GiftBox>): readonly number[] => [
    Math.floor(((budget - proposal.totalFen) * CLOSENESS_STEPS) / budget),
    -proposal.recognisedBasisPoints,
    proposal.boxes.length,
    -proposal.totalFen,
    -proposal.enoughFor,
  ]
  return (one: GiftProposal<GiftPart, GiftBox>, other: GiftProposal<GiftPart, GiftBox>): number => {
    const [a, b] = [rank(one), rank(other)]
    const at = a.findIndex((value, index) => value !== b[index])
    return at === -1 ? (keyOf(one) < keyOf(other) ? -1 : 1) : a[at]! - b[at]!
  }
}

function varied<P extends GiftPart, B extends GiftBox<P>>(
  ranked: readonly GiftProposal<P, B>[],
): GiftProposal<P, B>[] {
  const shown = new Map<string, number>()
  return ranked.filter(({ boxes }) => {
    if (boxes.some(({ id }) => (shown.get(id) ?? 0) >= MOST_WITH_ONE_BOX)) return false
    for (const { id } of boxes) shown.set(id, (shown.get(id) ?? 0) + 1)
    return true
  })
}

function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step
}
