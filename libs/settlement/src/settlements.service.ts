import { Injectable } from '@nestjs/common'
import type { SettlementView } from '@weibao/contracts/settlement'
import { NumberSeries } from '@weibao/documents'
import { Audit } from '@weibao/identity'
import {
  addDays,
  Clock,
  localDay,
  localMonth,
  newId,
  sumFen,
  type Id,
  type LocalDay,
} from '@weibao/kernel'
import { decodeCursor, refusal, toPage, UnitOfWork, type Actor } from '@weibao/platform'
import { SettlementRepository, type SettlementFilter } from './settlement.repository.js'
import { toEarningView, toSettlementView } from './settlement.views.js'

interface PageQuery {
  readonly cursor?: string | undefined
  readonly limit: number
}

/** A month of named earnings per cooperative, summed once and never changed. */
@Injectable()
export class Settlements {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly repository: SettlementRepository,
    private readonly numbers: NumberSeries,
    private readonly audit: Audit,
  ) {}

  /**
   * Settles what is payable by the end of a month. Refunds are negative earnings: who has no more
   * than zero to get is not settled, and carries it into the next month. Running again settles what
   * was not settled before, nothing twice.
   */
  async close(actor: Actor, period: string): Promise<{ count: number; amountFen: number }> {
    if (period >= localMonth(this.clock.now()))
      throw refusal('settlement.period-not-over', { period })
    const lastDay = lastDayOf(period)
    return this.unitOfWork.run(async (tx) => {
      await this.repository.lockRuns(tx)
      const payables = await this.repository.payables(tx, lastDay, period)
      const closedAt = this.clock.now()
      for (const { earningIds, ...sums } of payables) {
        const id = newId()
        const number = await this.numbers.next(tx, 'JS', localDay(closedAt))
        const earningCount = earningIds.length
        const settlement = { id, number, period, state: 'closed' as const, earningCount, ...sums }
        await this.repository.insertSettlement(
          tx,
          { ...settlement, closedAt, closedBy: actor.personId },
          earningIds,
        )
        await this.audit.record(tx, {
          act: 'settlement.closed',
          actor,
          organisationId: sums.cooperativeId,
          object: { kind: 'settlement', id },
          after: { number, period, amountFen: sums.amountFen },
        })
      }
      return {
        count: payables.length,
        amountFen: sumFen(payables.map(({ amountFen }) => amountFen)),
      }
    })
  }

  async listEarnings(actor: Actor, cooperativeId: Id, query: PageQuery) {
    actor.mustReach('earning:read', cooperativeId)
    const found = await this.repository.listEarnings(
      this.unitOfWork.reader,
      cooperativeId,
      beforeOf(query),
      query.limit + 1,
    )
    return toPage(found, query.limit, (last) => [last.id], toEarningView)
  }

  balance(actor: Actor, cooperativeId: Id) {
    actor.mustReach('earning:read', cooperativeId)
    return this.repository.balance(
      this.unitOfWork.reader,
      cooperativeId,
      localDay(this.clock.now()),
    )
  }

  async list(
    query: PageQuery,
    filter: Pick<SettlementFilter, 'cooperativeId' | 'state' | 'period'>,
  ) {
    const wanted = { ...filter, before: beforeOf(query), limit: query.limit + 1 }
    const found = await this.repository.list(this.unitOfWork.reader, wanted)
    return toPage(found, query.limit, (last) => [last.id], toSettlementView)
  }

  listOwn(actor: Actor, cooperativeId: Id, query: PageQuery) {
    actor.mustReach('earning:read', cooperativeId)
    return this.list(query, { cooperativeId })
  }

  /** A settlement and its earnings for whoever may read them. */
  async open(
    actor: Actor,
    id: Id,
  ): Promise<{ settlement: SettlementView; earnings: ReturnType<typeof toEarningView>[] }> {
    const { reader } = this.unitOfWork
    const settlement = await this.repository.get(reader, id)
    actor.mustReach('earning:read', settlement.cooperativeId)
    const earnings = await this.repository.earningsOf(reader, id)
    return { settlement: toSettlementView(settlement), earnings: earnings.map(toEarningView) }
  }
}

function beforeOf(query: PageQuery): Id | null {
  return (decodeCursor(query.cursor, 1)?.[0] as Id | undefined) ?? null
}

function lastDayOf(period: string): LocalDay {
  const [year, month] = period.split('-').map(Number) as [number, number]
  const next =
    month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return addDays(next, -1)
}
