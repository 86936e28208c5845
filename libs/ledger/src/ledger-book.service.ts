import { Injectable } from '@nestjs/common'
import type {
  AccountView,
  LedgerEntryFilter,
  LedgerEntryQuery,
  LedgerEntryView,
} from '@weibao/contracts/ledger'
import type { Id } from '@weibao/kernel'
import { decodeCursor, notFound, toPage, UnitOfWork, type Reader } from '@weibao/platform'
import { accountParts, chart, type AccountCode } from './chart.js'
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

  /** Entries with what their accounts are called, newest first: `limit` at most, for whoever needs them at once. */
  async allEntries(reader: Reader, filter: LedgerEntryFilter, limit: number) {
    const found = await this.repository.entries(reader, filter, null, limit)
    return found.map((entry) => ({ ...toEntryView(entry), accountName: nameOf(entry.account) }))
  }

  async transaction(id: Id) {
    const reader = this.unitOfWork.reader
    const entries = await this.repository.ofTransaction(reader, id)
    if (entries.length === 0) throw notFound()
    const reversal = await this.repository.reversalOf(reader, id)
    return { id, reversedById: reversal?.id ?? null, entries: entries.map(toEntryView) }
  }
}

/** What the account of a code is called. */
function nameOf(code: string): AccountView['name'] {
  return chart[accountParts(code as AccountCode).group].name
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
