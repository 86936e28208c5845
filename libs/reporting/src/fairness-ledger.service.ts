import { Injectable } from '@nestjs/common'
import type { FairnessLedger, FairnessRange, OwnFairness } from '@weibao/contracts/fairness'
import { Clock, fairnessIndex, isCompared, localMonth, type Id } from '@weibao/kernel'
import { decodeCursor, toPage, UnitOfWork, type Actor } from '@weibao/platform'
import { bandOf } from './fairness-band.js'
import { FairnessRepository, type FairnessFacts, type SourceFilter } from './fairness.repository.js'

const MONTHS_SHOWN = 12
const MOST_MONTHS = 36

/** What each cooperative offered, got matched and delivered; Jain's index by month and over all. */
@Injectable()
export class FairnessLedgers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly repository: FairnessRepository,
  ) {}

  /** For everybody: the index alone, of the last twelve months. */
  async publishedIndex() {
    const { rows: _, ...index } = await this.ledger({})
    return index
  }

  async ledger(range: FairnessRange): Promise<FairnessLedger> {
    const { from, to } = this.rangeOf(range)
    const facts = await this.repository.facts(this.unitOfWork.reader, from, to)
    const all = factsOf(facts, 'all')
    return {
      from,
      to,
      ...indexOf(all),
      months: monthsFrom(from, to).map((month) => ({ month, ...indexOf(factsOf(facts, month)) })),
      rows: all.map(({ period: _, ...row }) => row),
    }
  }

  /** A cooperative sees its own figures, and of the others the index and the third that it is in. */
  async own(actor: Actor, cooperativeId: Id, range: FairnessRange): Promise<OwnFairness> {
    actor.mustReach('allocation:read', cooperativeId)
    const { from, to } = this.rangeOf(range)
    const facts = await this.repository.facts(this.unitOfWork.reader, from, to)
    const all = factsOf(facts, 'all')
    const months = monthsFrom(from, to)
    const ownOf = (period: string) =>
      factsOf(facts, period).find((each) => each.cooperativeId === cooperativeId)
    return {
      from,
      to,
      ...indexOf(all),
      months: months.map((month) => ({ month, ...indexOf(factsOf(facts, month)) })),
      own: figuresOf(ownOf('all')),
      ownMonths: months.map((month) => ({ month, ...figuresOf(ownOf(month)) })),
      band: bandOf(ownOf('all'), all),
    }
  }

  async rows(filter: SourceFilter, page: { limit: number; cursor?: string | undefined }) {
    const below = (decodeCursor(page.cursor, 1) as [Id] | null)?.[0] ?? null
    const found = await this.repository.sources(this.unitOfWork.reader, filter, {
      below,
      limit: page.limit + 1,
    })
    return toPage(
      found,
      page.limit,
      ({ id }) => [id],
      (each) => each,
    )
  }

  rangeOf({ from, to = localMonth(this.clock.now()) }: FairnessRange) {
    const earliest = monthBefore(to, MOST_MONTHS - 1)
    const asked = from ?? monthBefore(to, MONTHS_SHOWN - 1)
    return { from: asked > to ? to : asked < earliest ? earliest : asked, to }
  }
}

function factsOf(facts: readonly FairnessFacts[], period: string): FairnessFacts[] {
  return facts.filter((each) => each.period === period)
}

function indexOf(facts: readonly FairnessFacts[]) {
  const compared = facts.filter(isCompared)
  // Of nothing delivered no share is fair or unfair: there is no figure yet.
  const hasDelivered = compared.some(({ deliveredGrams }) => deliveredGrams > 0)
  return { index: hasDelivered ? fairnessIndex(facts) : null, cooperatives: compared.length }
}

function figuresOf(facts: FairnessFacts | undefined) {
  const { offeredGrams = 0, matchedGrams = 0, deliveredGrams = 0 } = facts ?? {}
  return { offeredGrams, matchedGrams, deliveredGrams }
}

function monthBefore(month: string, months: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

export function monthsFrom(from: string, to: string): string[] {
  const months: string[] = []
  for (let month = from; month <= to; month = monthBefore(month, -1)) months.push(month)
  return months
}
