import { Injectable, Logger } from '@nestjs/common'
import type { afterSaleRoutes } from '@weibao/contracts/after-sale-routes'
import type { InputOf } from '@weibao/contracts/route'
import { Clock, type Id } from '@weibao/kernel'
import { notFound, refusal, UnitOfWork, type Actor, type Tx } from '@weibao/platform'
import { isParty, mustAct } from './after-sale.access.js'
import type { LockedCase } from './after-sale.books.js'
import type { AfterSaleCaseEntity } from './after-sale.entity.js'
import { AfterSaleMoves, spoiltAll, type Mover } from './after-sale.moves.js'
import { AfterSaleRepository } from './after-sale.repository.js'
import type { Inspected } from './after-sale-stock.js'
import { Replacements } from './replacements.service.js'

type Answer = InputOf<typeof afterSaleRoutes.answer>['body']

const SILENCE: Mover = { party: 'system', actor: null }
const BATCH = 200

/** What the cooperative, the referee and silence do about a case. */
@Injectable()
export class AfterSaleDesk {
  private readonly log = new Logger('after-sale')

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly repository: AfterSaleRepository,
    private readonly moves: AfterSaleMoves,
    private readonly replacements: Replacements,
  ) {}

  /** The cooperative agrees, offers less, or refuses; the buyer answers to the last two. */
  async answer(actor: Actor, id: Id, answer: Answer): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const locked = await this.moves.lock(tx, id)
      const { kase } = locked
      mustAct({ shopper: null, actor }, kase, 'answer')
      kase.answeredBy = actor.personId
      const by: Mover = { party: 'cooperative', actor }
      if (answer.outcome === 'agreed') return this.agreeInFull(tx, locked, by, 'agreed')
      if (answer.outcome === 'replacement')
        return this.offerReplacement(tx, locked, by, answer.reason)
      const maxFen = requestedOf(kase)
      const amountFen = answer.outcome === 'reduced' ? answer.amountFen : 0
      if (amountFen >= maxFen) throw tooLarge(maxFen)
      kase.answer = answer.outcome
      kase.answerFen = amountFen
      kase.answerReason = answer.reason
      const step = { kind: answer.outcome, text: answer.reason, amountFen }
      await this.moves.event(tx, kase, by, step)
      await this.moves.move(tx, kase, 'answered', by)
      await this.moves.tell(tx, kase, answer.outcome, ['buyer'])
    })
  }

  /** Agreed at once where it is what the buyer asked for; else the buyer answers to it. */
  private async offerReplacement(
    tx: Tx,
    locked: LockedCase,
    by: Mover,
    reason: string,
  ): Promise<void> {
    const { kase } = locked
    if (kase.reason === 'no-reason') throw refusal('after-sale.kind-not-fitting')
    Object.assign(kase, { answer: 'replacement', answerFen: 0, answerReason: reason })
    if (kase.kind === 'replacement') return this.replacements.agree(tx, locked, by)
    await this.moves.event(tx, kase, by, { kind: 'replacement-offered', text: reason })
    await this.moves.move(tx, kase, 'answered', by)
    await this.moves.tell(tx, kase, 'replacement-offered', ['buyer'])
  }

  /** The goods are back: what can be sold again goes on sale, the rest is written off. */
  async confirmReturn(actor: Actor, id: Id, inspected: readonly Inspected[]): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const locked = await this.moves.lock(tx, id)
      mustAct({ shopper: null, actor }, locked.kase, 'confirm-return')
      const by: Mover = { party: 'cooperative', actor }
      await this.moves.event(tx, locked.kase, by, { kind: 'received-back' })
      await this.moves.settle(tx, locked, by, inspected)
    })
  }

  /** What came back is not what was sold, or nothing came: the referee decides. */
  async object(actor: Actor, id: Id, reason: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { kase } = await this.moves.lock(tx, id)
      mustAct({ shopper: null, actor }, kase, 'object')
      const by: Mover = { party: 'cooperative', actor }
      await this.moves.event(tx, kase, by, { kind: 'objected', text: reason })
      await this.moves.move(tx, kase, 'refereed', by)
      await this.moves.tell(tx, kase, 'refereed', ['buyer'])
    })
  }

  /** The referee decides what is refunded, up to what was asked for; nothing closes the case. */
  async decide(
    actor: Actor,
    id: Id,
    { amountFen, reason }: { amountFen: number; reason: string },
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const locked = await this.moves.lock(tx, id)
      const { kase } = locked
      if (!actor.mayAny('refund:approve')) throw notFound()
      if (isParty(actor, kase)) throw refusal('after-sale.referee-is-party')
      mustAct({ shopper: null, actor }, kase, 'decide')
      if (amountFen > requestedOf(kase)) throw tooLarge(requestedOf(kase))
      Object.assign(kase, { decisionFen: amountFen, decisionReason: reason })
      kase.decidedBy = actor.personId
      const by: Mover = { party: 'referee', actor }
      await this.moves.event(tx, kase, by, { kind: 'decided', text: reason, amountFen })
      if (amountFen === 0) {
        await this.moves.event(tx, kase, by, { kind: 'closed' })
        await this.moves.end(tx, locked, 'closed', by)
      } else await this.moves.agree(tx, locked, amountFen, by)
    })
  }

  /** Job: lets silence speak where a deadline has passed. Each case on its own. */
  async letSilenceSpeak(): Promise<void> {
    const now = this.clock.now()
    for (const id of await this.repository.due(this.unitOfWork.reader, now, BATCH))
      await this.unitOfWork
        .run(async (tx) => {
          const locked = await this.moves.lock(tx, id)
          // Somebody has moved it between the list and the lock.
          if (locked.kase.deadline && locked.kase.deadline <= now) await this.silence(tx, locked)
        })
        .catch((error: unknown) => this.log.error({ err: error, caseId: id }, 'silence'))
  }

  /** What silence means: domain.md §10. */
  private async silence(tx: Tx, locked: LockedCase): Promise<void> {
    const { kase } = locked
    if (kase.state === 'to-resend' || kase.state === 'resent')
      return this.replacements.silence(tx, locked, SILENCE)
    if (kase.state === 'opened') return this.agreeInFull(tx, locked, SILENCE, 'agreed-by-silence')
    if (kase.state === 'answered' && kase.answer === 'replacement') {
      await this.moves.event(tx, kase, SILENCE, { kind: 'accepted-by-silence' })
      return this.replacements.agree(tx, locked, SILENCE)
    }
    if (kase.state === 'answered' && kase.answer === 'reduced') {
      const amountFen = kase.answerFen!
      await this.moves.event(tx, kase, SILENCE, { kind: 'accepted-by-silence', amountFen })
      return this.moves.agree(tx, locked, amountFen, SILENCE)
    }
    if (kase.state === 'returning') {
      await this.moves.event(tx, kase, SILENCE, { kind: 'received-by-silence' })
      return this.moves.settle(tx, locked, SILENCE, spoiltAll(locked))
    }
    await this.moves.event(tx, kase, SILENCE, { kind: 'closed-by-silence' })
    await this.moves.end(tx, locked, 'closed', SILENCE)
  }

  private async agreeInFull(
    tx: Tx,
    locked: LockedCase,
    by: Mover,
    kind: 'agreed' | 'agreed-by-silence',
  ): Promise<void> {
    const { kase } = locked
    if (kase.kind === 'replacement' && kind === 'agreed-by-silence') {
      Object.assign(kase, { answer: 'replacement', answerFen: 0 })
      await this.moves.event(tx, kase, by, { kind })
      return this.replacements.agree(tx, locked, by)
    }
    const amountFen = requestedOf(kase)
    Object.assign(kase, { answer: 'agreed', answerFen: amountFen })
    await this.moves.event(tx, kase, by, { kind, amountFen })
    await this.moves.agree(tx, locked, amountFen, by)
  }
}

function requestedOf(kase: AfterSaleCaseEntity): number {
  return kase.requestedGoodsFen + kase.requestedFreightFen
}

function tooLarge(maxFen: number) {
  return refusal('after-sale.amount-too-large', { maxYuan: (maxFen / 100).toFixed(2) })
}
