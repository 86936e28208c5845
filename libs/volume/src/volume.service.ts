import { Injectable } from '@nestjs/common'
import type { VolumeStage } from '@weibao/contracts/volume'
import { Clock, invariant, localDay, newId, type Id } from '@weibao/kernel'
import { refusal, type Tx } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { judge } from './judge.js'
import { digestOf, type LineFacts } from './line-facts.js'
import {
  VolumeRepository,
  type Counted,
  type NetOfStage,
  type ReversedStage,
} from './volume.repository.js'

export interface VolumeReversal {
  readonly orderLineId: Id
  /** The refund, return or cancellation that takes back: once for each line. */
  readonly refundId: Id
  /** What is taken back, positive: goods value, freight, packages and grams. */
  readonly goodsFen: number
  readonly freightFen?: number
  readonly packingFen?: number
  readonly subsidyFen?: number
  readonly quantity: number
  readonly massGrams: number
  readonly occurredAt: Date
  readonly reason?: string
  readonly authorId?: Id
}

/** What a refund takes back from. `intended` stays: it records what was matched. */
const REVERSED_STAGES: readonly VolumeStage[] = ['ordered', 'received', 'confirmed']

/** The journal of counted volume. Whoever decides counts in the transaction of the decision. */
@Injectable()
export class Volume {
  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly repository: VolumeRepository,
  ) {}

  /**
   * Counts a stage of an order line once, judged by the rules in force on the day it occurred; what
   * is outside the rules is written too, with the reasons. The same facts again return the first
   * entry; other figures are refused (`volume.entry-differs`). At commit confirmed ≤ received ≤
   * ordered must hold for the line, so count the stages in order, in one transaction if they
   * happen at once; after a partial refund count what is left of the line. A fact of a month that
   * closes or is closed lands in the current one.
   */
  async count(tx: Tx, stage: VolumeStage, facts: LineFacts): Promise<Counted & { isNew: boolean }> {
    const day = localDay(facts.occurredAt)
    const rules = await this.settings.find(tx, 'counting.rules', day)
    await this.repository.lock(tx, facts.occurredAt, facts.orderLineId)
    const digest = digestOf(facts)
    const added = await this.repository.addCount(tx, {
      id: newId(),
      stage,
      facts,
      digest,
      judgement: judge(rules.value, stage, facts),
      ruleVersion: rules.version,
      now: this.clock.now(),
    })
    if (added) return { ...added, isNew: true }
    const reference = facts.reference ?? facts.orderLineId
    const first = await this.repository.findCount(tx, facts.orderLineId, stage, reference)
    if (!first || first.digest !== digest) throw refusal('volume.entry-differs')
    const { id, counted, reasons, ruleVersion, period } = first
    return { id, counted, reasons, ruleVersion, period, isNew: false }
  }

  /**
   * Takes back part or all of a line: a negative entry, dated now, in each stage from ordered to
   * confirmed in which the line stands. Again for the same refund it changes nothing; other figures
   * are refused (`volume.entry-differs`), and more than stands too (`volume.reversal-too-large`).
   */
  async reverse(tx: Tx, reversal: VolumeReversal): Promise<readonly ReversedStage[]> {
    const amounts = amountsOf(reversal)
    invariant(
      Object.values(amounts).every((amount) => Number.isSafeInteger(amount) && amount >= 0),
      'a reversal names what it takes back as positive whole numbers',
    )
    await this.repository.lock(tx, reversal.occurredAt, reversal.orderLineId)
    const done = await this.repository.reversals(tx, reversal.orderLineId, reversal.refundId)
    if (done.length > 0) {
      if (done.some((stage) => stage.goodsFen !== reversal.goodsFen))
        throw refusal('volume.entry-differs')
      return done
    }
    const nets = await this.repository.nets(tx, reversal.orderLineId, REVERSED_STAGES)
    if (nets.some((net) => exceeds(amounts, net))) throw refusal('volume.reversal-too-large')
    for (const net of nets)
      await this.repository.addCorrection(tx, {
        id: newId(),
        kind: 'reversal',
        reference: reversal.refundId,
        correctsId: net.countId,
        amounts: negated(amounts),
        occurredAt: reversal.occurredAt,
        now: this.clock.now(),
        refundId: reversal.refundId,
        reason: reversal.reason ?? '',
        authorId: reversal.authorId ?? null,
        approverId: null,
      })
    return nets.map((net) => ({ stage: net.stage, goodsFen: reversal.goodsFen }))
  }
}

type Amounts = Omit<NetOfStage, 'stage' | 'countId'>

function amountsOf(reversal: VolumeReversal): Amounts {
  return {
    goodsFen: reversal.goodsFen,
    freightFen: reversal.freightFen ?? 0,
    packingFen: reversal.packingFen ?? 0,
    subsidyFen: reversal.subsidyFen ?? 0,
    quantity: reversal.quantity,
    massGrams: reversal.massGrams,
  }
}

function exceeds(amounts: Amounts, net: Amounts): boolean {
  return (Object.keys(amounts) as (keyof Amounts)[]).some((key) => amounts[key] > net[key])
}

function negated(amounts: Amounts): Amounts {
  return {
    goodsFen: -amounts.goodsFen,
    freightFen: -amounts.freightFen,
    packingFen: -amounts.packingFen,
    subsidyFen: -amounts.subsidyFen,
    quantity: -amounts.quantity,
    massGrams: -amounts.massGrams,
  }
}
