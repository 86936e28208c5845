import { Injectable } from '@nestjs/common'
import type { AllocationView, TicketView } from '@weibao/contracts/allocation'
import type { RoundResult } from '@weibao/contracts/round'
import { Organisations } from '@weibao/identity'
import { Clock, fairnessIndex, localDay, type Id } from '@weibao/kernel'
import { decodeCursor, notFound, refusal, toPage, UnitOfWork } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import {
  AllocationRepository,
  type AllocationRow,
  type RowFilter,
} from '../allocations/allocation.repository.js'
import { RoundRepository } from './round.repository.js'
import { RoundResultRepository, type TicketRow } from './round-result.repository.js'
import { toAllocationView, toTicketView, type Names, type StoredPart } from './row-views.js'
import type { Ticket } from './ticket.js'

interface PageQuery {
  readonly cursor?: string | undefined
  readonly limit: number
}

interface Page<T> {
  items: T[]
  nextCursor: string | null
}

/** Rounds, tickets and allocations as people read them, with their names. */
@Injectable()
export class MatchReads {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly organisations: Organisations,
    private readonly rows: AllocationRepository,
    private readonly rounds: RoundRepository,
    private readonly results: RoundResultRepository,
  ) {}

  async allocations(filter: RowFilter, query: PageQuery): Promise<Page<AllocationView>> {
    const { reader } = this.unitOfWork
    const found = await this.rows.list(reader, filter, pageOf(query))
    const names = await this.namesOf(found, [])
    return toPage(
      found,
      query.limit,
      (last) => [last.id],
      (each) => toAllocationView(each, names),
    )
  }

  async allocationCounts(cooperativeId: Id) {
    const { reader } = this.unitOfWork
    const { waiting, nextDeadline } = await this.rows.waitingFor(reader, cooperativeId)
    return { waiting, nextDeadline: nextDeadline?.toISOString() ?? null }
  }

  async allocation(id: Id): Promise<AllocationView> {
    const found = await this.rows.get(this.unitOfWork.reader, id)
    return toAllocationView(found, await this.namesOf([found], []))
  }

  async allocationsOf(ids: readonly Id[]): Promise<AllocationView[]> {
    const found = await this.rows.listNamed(this.unitOfWork.reader, ids)
    const names = await this.namesOf(found, [])
    return found.map((each) => toAllocationView(each, names))
  }

  async tickets(filter: RowFilter, query: PageQuery): Promise<Page<TicketView>> {
    const { reader } = this.unitOfWork
    const found = await this.results.listTickets(reader, filter, pageOf(query))
    const names = await this.namesOf([], found.slice(0, query.limit))
    return toPage(
      found,
      query.limit,
      (last) => [last.id],
      (each) => toTicketView(each, names),
    )
  }

  /** One ticket; of a buyer when one is named: a foreign one does not exist. */
  async ticket(id: Id, buyerId: Id | null = null): Promise<TicketView> {
    const found = await this.results.ticket(this.unitOfWork.reader, id)
    if (buyerId !== null && found.buyerId !== buyerId) throw notFound()
    return toTicketView(found, await this.namesOf([], [found]))
  }

  /** All rows of a filter, for a sheet. Refuses with `report.too-many-rows` beyond `technical.export-rows`. */
  allAllocations(filter: RowFilter): Promise<AllocationView[]> {
    return this.whole((query) => this.allocations(filter, query))
  }

  /** As `allAllocations`. */
  allTickets(filter: RowFilter): Promise<TicketView[]> {
    return this.whole((query) => this.tickets(filter, query))
  }

  private async whole<T>(read: (query: PageQuery) => Promise<Page<T>>): Promise<T[]> {
    const today = localDay(this.clock.now())
    const max = await this.settings.get(this.unitOfWork.reader, 'technical.export-rows', today)
    const { items, nextCursor } = await read({ limit: max })
    if (nextCursor !== null) throw refusal('report.too-many-rows', { max })
    return items
  }

  /** What a round proposed, whole. Refuses with `round.no-result` before it has. */
  async result(id: Id): Promise<RoundResult> {
    const { reader } = this.unitOfWork
    const round = await this.rounds.get(reader, id)
    if (round.resultDigest === null) throw refusal('round.no-result', { number: round.number })
    const cooperatives = await this.results.cooperatives(reader, id)
    const names = await this.organisationNames(
      cooperatives.map(({ cooperativeId }) => cooperativeId),
    )
    const shares = (placedOf: (each: (typeof cooperatives)[number]) => number): number =>
      fairnessIndex(
        cooperatives.map((each) => ({
          offeredGrams: each.offeredGrams,
          deliveredGrams: placedOf(each),
        })),
      )
    return {
      flows: await this.results.flows(reader, id),
      reasons: await this.results.reasons(reader, id),
      cooperatives: cooperatives.map((each) => ({
        ...each,
        name: names.get(each.cooperativeId) ?? { zh: '—', en: '—' },
      })),
      fairness: {
        before: shares(({ placedGrams }) => placedGrams),
        after: shares(({ placedGrams, matchedGrams }) => placedGrams + matchedGrams),
      },
      states: await this.results.states(reader, id),
      changes: await this.results.changes(reader, id),
    }
  }

  private async namesOf(
    allocations: readonly AllocationRow[],
    tickets: readonly TicketRow[],
  ): Promise<Names> {
    const { reader } = this.unitOfWork
    const lotIds = tickets.flatMap(({ parts, flip }) => [
      ...(parts as StoredPart[]).map(({ lotId }) => lotId),
      ...((flip as Ticket['flip'])?.changes.flatMap(({ lotId }) => lotId ?? []) ?? []),
    ])
    const lots = lotIds.length === 0 ? [] : await this.rows.lotNames(reader, unique(lotIds))
    const categories = tickets.length === 0 ? [] : await this.results.categoryNames(reader)
    return {
      organisations: await this.organisationNames([
        ...allocations.flatMap(({ buyerId, cooperativeId }) => [buyerId, cooperativeId]),
        ...tickets.map(({ buyerId }) => buyerId),
        ...lots.map(({ cooperativeId }) => cooperativeId),
      ]),
      lots: new Map(lots.map((lot) => [lot.lotId, lot])),
      categories: new Map(categories.map(({ code, zh, en }) => [code, { zh, en }])),
    }
  }

  private async organisationNames(ids: readonly Id[]) {
    const found = await this.organisations.findMany(this.unitOfWork.reader, unique(ids))
    return new Map(found.map(({ id, nameZh: zh, nameEn: en }) => [id, { zh, en }]))
  }
}

function pageOf(query: PageQuery) {
  const before = (decodeCursor(query.cursor, 1)?.[0] as Id | undefined) ?? null
  return { before, limit: query.limit + 1 }
}

function unique(ids: readonly Id[]): Id[] {
  return [...new Set(ids)]
}
