import { Injectable } from '@nestjs/common'
import type { AccountView, LedgerEntryQuery, LedgerEntryView } from '@weibao/contracts/ledger'
import type { Id } from '@weibao/kernel'
import { decodeCursor, notFound, toPage, UnitOfWork } from '@weibao/platform'
import { chart } from './chart.js'
import { LedgerRepository, type AccountRow, type EntryRow } from './ledger.repository.js'

/** The ledger as an officer or auditor reads it. */
@Injectable()
export class LedgerBook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: LedgerRepository,
  ) {}

  async accounts(period?: string): Promise<{ items: AccountView[] }> {
    const found = await this.repository.accounts(this.unitOfWork.reader, period ?? null)
    return { items: found.map(toAccountView) }
  }

  async entries(query: LedgerEntryQuery) {
    const cursor = decodeCursor(query.cursor, 2) as [Id, number] | null
    const found = await this.repository.entries(
      this.unitOfWork.reader,
      query,
      cursor,
      query.limit + 1,
    )
    return toPage(found, query.limit, (last) => [last.transactionId, last.position], toEntryView)
  }

  async transaction(id: Id) {
    const reader = this.unitOfWork.reader
    const entries = await this.repository.ofTransaction(reader, id)
    if (entries.length === 0) throw notFound()
    const reversal = await this.repository.reversalOf(reader, id)
    return { id, reversedById: reversal?.id ?? null, entries: entries.map(toEntryView) }
  }
}

function toAccountView(account: AccountRow): AccountView {
  return {
    ...account,
    name: chart[account.group as keyof typeof chart].name,
    balanceFen: account.debitFen - account.creditFen,
  }
}

function toEntryView(entry: EntryRow): LedgerEntryView {
  return {
    ...entry,
    occurredAt: entry.occurredAt.toISOString(),
    bookedAt: entry.bookedAt.toISOString(),
  }
}
