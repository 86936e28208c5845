import { Injectable } from '@nestjs/common'
import { addDays, Clock, localDay, newId, startOfLocalDay, type Id } from '@weibao/kernel'
import type { Tx } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { Reservations } from '@weibao/supply'
import { priceOf } from '../allocations/allocation-price.js'
import { DemandSource, type LineNote } from '../market/demand-source.js'
import type { Proposed } from '../engine/engine-answer.js'
import { fitToNow } from './fit-to-now.js'
import { MarketReader } from '../market/market-reader.service.js'
import type { MarketSnapshot, OfferedLot, OpenLine } from '../market/market-snapshot.js'
import { ProposalRepository, type NewAllocation } from './proposal.repository.js'
import type { EngineRun } from '../engine/run-engine.js'
import type { Ticket } from './ticket.js'

/** A hold outlives the deadline by so many days: who answers on the last day still finds the goods. */
export const HOLD_DAYS_BEYOND = 2

export interface Proposing {
  readonly roundId: Id
  readonly roundNumber: string
  readonly attempt: number
  readonly followsId: Id | null
  readonly market: MarketSnapshot
  readonly notes: ReadonlyMap<Id, LineNote>
  readonly run: Pick<EngineRun, 'proposals' | 'tickets'>
}

export interface Written {
  readonly allocations: readonly NewAllocation[]
  readonly changes: number
}

/** Turns what the engine proposes into allocations: supply decides, and what changed is written down. */
@Injectable()
export class Proposals {
  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly demand: DemandSource,
    private readonly reservations: Reservations,
    private readonly repository: ProposalRepository,
    private readonly reader: MarketReader,
  ) {}

  /** Holds each proposal under its allocation's id, and writes allocations, tickets and changes. */
  async write(tx: Tx, given: Proposing): Promise<Written> {
    const { market, run } = given
    const now = this.clock.now()
    const lots = new Map(market.lots.map((lot) => [lot.id, lot]))
    const lines = new Map(market.lines.map((line) => [line.id, line]))
    await this.repository.lockProposing(tx)
    const versions = await this.demand.lockVersions(tx, unique(run.proposals, 'lineId'))
    const left = await this.reservations.leftOfNamed(tx, unique(run.proposals, 'lotId'))
    const since = await this.reader.since(tx, market)
    const { taken, changes } = fitToNow(run.proposals, {
      market,
      lots,
      lines,
      versions,
      left,
      ...since,
    })
    const days = await this.settings.get(tx, 'matching.answer-days', localDay(now))
    const answerBy = endOfDay(addDays(localDay(now), days))
    const parts = new Map(
      run.tickets.flatMap((ticket) =>
        ticket.parts.map((part) => [`${ticket.lineId} ${part.lotId}`, part] as const),
      ),
    )
    const allocations = taken.map(({ lineId, lotId, packages }, k): NewAllocation => {
      const [line, lot] = [lines.get(lineId)!, lots.get(lotId)!]
      const { leavesOn, arrivesOn } = parts.get(`${lineId} ${lotId}`)!
      const suffix = String(k + 1).padStart(4, '0')
      const tail = given.attempt > 1 ? `-${given.followsId?.slice(-4)}-${given.attempt}` : ''
      return {
        id: newId(),
        number: `${given.roundNumber}-${suffix}${tail}`,
        roundId: given.roundId,
        attempt: given.attempt,
        followsId: given.followsId,
        ...placeOf(line, lot),
        ...given.notes.get(lineId)!,
        packages,
        packGrams: lot.packGrams,
        ...priceOf(market, lot, line, packages),
        leavesOn,
        arrivesOn,
        answerBy,
        proposedAt: now,
      }
    })
    await this.reservations.holdNamed(
      tx,
      allocations.map(({ id, lotId, packages }) => ({ reference: id, lotId, quantity: packages })),
      new Date(answerBy.getTime() + HOLD_DAYS_BEYOND * 86_400_000),
    )
    await this.repository.addAllocations(tx, allocations, now)
    await this.writeTickets(tx, given, lines, lots, now)
    await this.repository.addChanges(
      tx,
      changes.map(({ lineId, lotId, packages: _, ...change }) => ({
        id: newId(),
        roundId: given.roundId,
        demandLineId: lineId,
        lotId,
        noticedAt: now,
        ...change,
      })),
    )
    return { allocations, changes: changes.length }
  }

  private writeTickets(
    tx: Tx,
    given: Proposing,
    lines: ReadonlyMap<Id, OpenLine>,
    lots: ReadonlyMap<Id, OfferedLot>,
    writtenAt: Date,
  ): Promise<void> {
    const tickets = given.run.tickets.map((ticket: Ticket) => {
      const line = lines.get(ticket.lineId)!
      const { lineId: demandLineId, reason, wantedGrams, matchedGrams, lotsOfGoods, flip } = ticket
      const parts = ticket.parts.map((part) => {
        const lot = lots.get(part.lotId)!
        return { ...part, ...priceOf(given.market, lot, line, part.packages) }
      })
      return {
        id: newId(),
        roundId: given.roundId,
        demandLineId,
        attempt: given.attempt,
        demandId: line.demandId,
        demandNumber: given.notes.get(demandLineId)?.demandNumber ?? '',
        buyerId: line.buyerId,
        productId: line.productId,
        categoryCode: line.categoryCode,
        subdistrictCode: line.subdistrictCode,
        reason,
        wantedGrams,
        matchedGrams,
        parts,
        flip,
        lotsOfGoods,
        writtenAt,
      }
    })
    return this.repository.addTickets(tx, tickets)
  }
}

function placeOf(line: OpenLine, lot: OfferedLot) {
  return {
    demandLineId: line.id,
    demandId: line.demandId,
    buyerId: line.buyerId,
    budgetLineId: line.purseId,
    destination: line.destination,
    subdistrictCode: line.subdistrictCode,
    lotId: lot.id,
    skuId: lot.skuId,
    productId: lot.productId,
    cooperativeId: lot.cooperativeId,
    townshipCode: lot.townshipCode,
    categoryCode: lot.categoryCode,
  }
}

/** The last instant of a local day. */
export function endOfDay(day: string): Date {
  return new Date(startOfLocalDay(addDays(day, 1)).getTime() - 1)
}

function unique(proposals: readonly Proposed[], key: 'lineId' | 'lotId'): Id[] {
  return [...new Set(proposals.map((each) => each[key]))].sort()
}
