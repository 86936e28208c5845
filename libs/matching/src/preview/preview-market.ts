import { addDays } from '@weibao/kernel'
import { WarmMarket, type Flip, type LineNumbers, type WhatIf } from '@weibao/matching-engine'
import { dispatchDay } from '../engine/engine-numbers.js'
import { engineMarket, type EngineMarket } from '../engine/engine-problem.js'
import { FollowedRows } from '../market/followed-rows.js'
import type { MarketPatch } from '../market/market-patch.js'
import type { MarketSnapshot, OfferedLot } from '../market/market-snapshot.js'
import {
  costOf,
  fitLine,
  massOf,
  type FittedPart,
  type FittingLine,
  type FlowPart,
} from './preview-fit.js'
import { MAX_QUESTION_LINES, type PreviewLine, type PreviewQuestion } from './preview-question.js'
import { flipOf, lotsByGoods } from '../rounds/ticket.js'

/** For so many lines of a question it is worked out what would change their fate. */
const MOST_FLIPS = 8
/**
 * Work that a question, and each of its lines, may make: twice what any was seen to need among 50,000 lines, some
 * 100 ms. Beyond it the answer is feasible and says that it is not exact.
 */
const QUESTION_WORK = 8_000_000
const LINE_WORK = 500_000
/** Questions asked before the first. */
const REHEARSED = 200
/** Free places are a part of what stands there at first. */
const SPARE_SHARE = 0.05
const LEAST_SPARE = 64
/** The numbers of a line that a flip may change, by their names in the engine's files. */
const FIELDS: Readonly<Record<string, keyof LineNumbers>> = {
  maxLandedCents: 'maxLanded',
  maxGrade: 'maxGrade',
  certs: 'certs',
  minShelfDays: 'minShelf',
  deliverFrom: 'from',
  deliverTo: 'to',
}

/**
 * A market kept warm for questions. An answer is the engine's flow with the asked lines in the market, of equal
 * optima the one with least for them (see the engine's `WarmMarket`), brought to whole packages, minimum orders,
 * the least the line takes and the money left. Asking changes nothing; what others change is taken in by patches.
 */
export class PreviewMarket {
  private readonly engine: EngineMarket
  private readonly warm: WarmMarket
  private readonly rows: FollowedRows
  private lotsOf: ReturnType<typeof lotsByGoods>

  private readonly market: MarketSnapshot

  /** `work`: what a question may make at most, besides what its lines may. */
  constructor(
    market: MarketSnapshot,
    private readonly work = QUESTION_WORK,
  ) {
    this.market = { ...market, lots: inOrder(market.lots) }
    const places = {
      lots: spareFor(market.lots.length),
      lines: spareFor(market.lines.length),
      asked: MAX_QUESTION_LINES,
    }
    this.engine = engineMarket(this.market, places)
    this.warm = new WarmMarket(this.engine.problem, places.asked)
    this.rows = new FollowedRows(this.market, this.engine, places)
    this.lotsOf = lotsByGoods(market.lots)
  }

  /** Takes in what others have changed. Throws where only a market built anew can; then this one is of no use. */
  follow(patch: MarketPatch): void {
    for (const event of this.rows.eventsOf(patch)) this.warm.follow(event)
    this.lotsOf = lotsByGoods(this.rows.lots)
  }

  /** Makes ready for the next question while nobody asks. */
  rest(): void {
    this.warm.rest()
  }

  /** Asks what some of the lines would get again, so that the first who asks finds the code compiled. */
  rehearse(lines: MarketSnapshot['lines']): void {
    const step = Math.max(1, Math.floor(lines.length / REHEARSED))
    for (let k = 0; k < lines.length; k += step)
      this.ask({ lines: [{ ...lines[k]!, labels: [] }], leftFen: null })
  }

  ask({ lines, leftFen }: PreviewQuestion): PreviewLine[] {
    const numbers = lines.map((line) => this.engine.numbers.line(line))
    const limit = this.work + LINE_WORK * lines.length
    const end = this.warm.work + limit
    const found = this.warm.ask(numbers, limit)
    let left = leftFen
    let tried = 0
    return lines.map((line, k) => {
      const { answer, spentFen } = this.answer(line, found[k]!, left)
      const flip = answer.reason === found[k]!.reason ? found[k]!.flip : null
      if (left !== null) left -= spentFen
      if (flip === null || tried++ >= MOST_FLIPS) return answer
      const question = { numbers, k, limit: Math.max(0, end - this.warm.work) }
      const gainGrams = this.gainOf(line, question, flip, answer.matchedGrams)
      const said = flipOf({ day: this.market.day, lots: this.rows.lots }, this.engine, flip)!
      return gainGrams > 0 ? { ...answer, flip: { ...said, gainGrams } } : answer
    })
  }

  /** What a line gets more after the change, in whole packages: the question asked again with it. */
  private gainOf(
    line: FittingLine,
    { numbers, k, limit }: { numbers: readonly LineNumbers[]; k: number; limit: number },
    { changes: [change], gain }: Flip,
    before: number,
  ): number {
    const field = FIELDS[change!.field]
    if (change!.table !== 'demands' || field === undefined) return gain * this.engine.quantumGrams
    const changed = numbers.map((each, n) => (n === k ? { ...each, [field]: change!.to } : each))
    const found = this.warm.ask(changed, limit)[k]!
    if (!found.isExact) return 0
    return massOf(fitLine(this.market, line, this.flowOf(found), null).parts) - before
  }

  private flowOf({ parts }: WhatIf): FlowPart[] {
    const { quantumGrams } = this.engine
    return parts.map(({ lot, mass, spare }) => ({
      lot: this.rows.lots[lot]!,
      grams: mass * quantumGrams,
      spareGrams: spare * quantumGrams,
    }))
  }

  private answer(line: FittingLine, found: WhatIf, leftFen: number | null) {
    const flow = this.flowOf(found)
    const { parts, cause, neededFen } = fitLine(this.market, line, flow, leftFen)
    const matchedGrams = massOf(parts)
    const isPoor = neededFen !== null && leftFen !== null
    const flip = isPoor
      ? moreMoney(leftFen, neededFen, flow, matchedGrams)
      : this.smallerMinimum(line, flow, leftFen, matchedGrams)
    const answer: PreviewLine = {
      reason: cause ?? found.reason,
      isExact: found.isExact,
      wantedGrams: line.wantedGrams,
      matchedGrams,
      lotsOfGoods: this.lotsOf(line),
      parts: parts.map((part) => this.partOf(line, part)),
      flip,
    }
    return { answer, spentFen: costOf(parts) }
  }

  /** What a line that has nothing would have if it took any amount, as the minimum with which it is matched. */
  private smallerMinimum(
    line: FittingLine,
    flow: readonly FlowPart[],
    leftFen: number | null,
    matchedGrams: number,
  ): PreviewLine['flip'] {
    if (matchedGrams > 0) return null
    const to = massOf(fitLine(this.market, { ...line, minimumGrams: 0 }, flow, leftFen).parts)
    if (to === 0) return null
    const change = { kind: 'minimum', lotId: null, from: line.minimumGrams, to } as const
    return { changes: [change], gainGrams: to, isSmallest: true }
  }

  private partOf(line: FittingLine, { lot, ...part }: FittedPart): PreviewLine['parts'][number] {
    const { leaves, arrives } = dispatchDay(this.market, lot, line)
    return {
      ...part,
      lotId: lot.id,
      leavesOn: addDays(this.market.day, leaves),
      arrivesOn: addDays(this.market.day, arrives),
    }
  }
}

function moreMoney(
  from: number,
  to: number,
  flow: readonly { readonly grams: number }[],
  matchedGrams: number,
): PreviewLine['flip'] {
  const given = flow.reduce((sum, { grams }) => sum + grams, 0)
  return {
    changes: [{ kind: 'budget', lotId: null, from, to }],
    gainGrams: given - matchedGrams,
    isSmallest: false,
  }
}

/** Of equally dear lots the one of the lower id comes first, however they were read. */
function inOrder(lots: readonly OfferedLot[]): OfferedLot[] {
  return [...lots].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function spareFor(count: number): number {
  return LEAST_SPARE + Math.ceil(count * SPARE_SHARE)
}
