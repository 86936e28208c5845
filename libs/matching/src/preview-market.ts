import { addDays } from '@weibao/kernel'
import { WarmMarket, type WhatIf } from '@weibao/matching-engine'
import { dispatchDay, engineMarket, type EngineMarket } from './engine-problem.js'
import type { MarketSnapshot } from './market-snapshot.js'
import { costOf, fitLine, massOf, type FittedPart, type FittingLine } from './preview-fit.js'
import { MAX_QUESTION_LINES, type PreviewLine, type PreviewQuestion } from './preview-question.js'
import { flipOf, lotsByGoods } from './ticket.js'

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
    const found = this.warm.ask(lines.map((line) => this.engine.numbersOf(line)))
    let left = leftFen
    return lines.map((line, k) => {
      const { answer, spentFen } = this.answer(line, found[k]!, left)
      if (left !== null) left -= spentFen
      return answer
    })
  }

  private answer(line: FittingLine, found: WhatIf, leftFen: number | null) {
    const { quantumGrams } = this.engine
    const flow = found.parts.map(({ lot, mass, spare }) => ({
      lot: this.market.lots[lot]!,
      grams: mass * quantumGrams,
      spareGrams: spare * quantumGrams,
    }))
    const { parts, cause, neededFen } = fitLine(this.market, line, flow, leftFen)
    const matchedGrams = massOf(parts)
    const flip =
      neededFen === null || leftFen === null
        ? cause === null
          ? flipOf(this.market, this.engine, found.flip)
          : null
        : moreMoney(leftFen, neededFen, flow, matchedGrams)
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
