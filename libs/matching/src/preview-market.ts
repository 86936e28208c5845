import { addDays } from '@weibao/kernel'
import { WarmMarket, type Flip, type LineNumbers, type WhatIf } from '@weibao/matching-engine'
import { dispatchDay, engineMarket, type EngineMarket } from './engine-problem.js'
import type { MarketSnapshot } from './market-snapshot.js'
import {
  costOf,
  fitLine,
  massOf,
  type FittedPart,
  type FittingLine,
  type FlowPart,
} from './preview-fit.js'
import { MAX_QUESTION_LINES, type PreviewLine, type PreviewQuestion } from './preview-question.js'
import { flipOf, lotsByGoods } from './ticket.js'

/** For so many lines of a question it is worked out what would change their fate. */
const MOST_FLIPS = 8
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
 * the least the line takes and the money left. Asking changes nothing.
 */
export class PreviewMarket {
  private readonly engine: EngineMarket
  private readonly warm: WarmMarket
  private readonly lotsOf: ReturnType<typeof lotsByGoods>

  constructor(private readonly market: MarketSnapshot) {
    this.engine = engineMarket(market, MAX_QUESTION_LINES)
    this.warm = new WarmMarket(this.engine.problem, MAX_QUESTION_LINES)
    this.lotsOf = lotsByGoods(market)
  }

  ask({ lines, leftFen }: PreviewQuestion): PreviewLine[] {
    const numbers = lines.map((line) => this.engine.numbersOf(line))
    const found = this.warm.ask(numbers)
    let left = leftFen
    let tried = 0
    return lines.map((line, k) => {
      const { answer, spentFen } = this.answer(line, found[k]!, left)
      const flip = answer.reason === found[k]!.reason ? found[k]!.flip : null
      if (left !== null) left -= spentFen
      if (flip === null || tried++ >= MOST_FLIPS) return answer
      const gainGrams = this.gainOf(line, numbers, k, flip, answer.matchedGrams)
      const said = flipOf(this.market, this.engine, flip)!
      return gainGrams > 0 ? { ...answer, flip: { ...said, gainGrams } } : answer
    })
  }

  /** What a line gets more after the change, in whole packages: the question asked again with it. */
  private gainOf(
    line: FittingLine,
    numbers: readonly LineNumbers[],
    k: number,
    { changes: [change], gain }: Flip,
    before: number,
  ): number {
    const field = FIELDS[change!.field]
    if (change!.table !== 'demands' || field === undefined) return gain * this.engine.quantumGrams
    const changed = numbers.map((each, n) => (n === k ? { ...each, [field]: change!.to } : each))
    const { parts } = fitLine(this.market, line, this.flowOf(this.warm.ask(changed)[k]!), null)
    return massOf(parts) - before
  }

  private flowOf({ parts }: WhatIf): FlowPart[] {
    const { quantumGrams } = this.engine
    return parts.map(({ lot, mass, spare }) => ({
      lot: this.market.lots[lot]!,
      grams: mass * quantumGrams,
      spareGrams: spare * quantumGrams,
    }))
  }

  private answer(line: FittingLine, found: WhatIf, leftFen: number | null) {
    const flow = this.flowOf(found)
    const { parts, cause, neededFen } = fitLine(this.market, line, flow, leftFen)
    const matchedGrams = massOf(parts)
    const isPoor = neededFen !== null && leftFen !== null
    const flip = isPoor ? moreMoney(leftFen, neededFen, flow, matchedGrams) : null
    const answer: PreviewLine = {
      reason: cause ?? found.reason,
      wantedGrams: line.wantedGrams,
      matchedGrams,
      lotsOfGoods: this.lotsOf(line),
      parts: parts.map((part) => this.partOf(line, part)),
      flip,
    }
    return { answer, spentFen: costOf(parts) }
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
