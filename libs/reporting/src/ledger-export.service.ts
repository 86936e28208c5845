import { Injectable } from '@nestjs/common'
import type { Locale } from '@weibao/contracts/basics'
import type { LedgerEntryFilter } from '@weibao/contracts/ledger'
import { writeSheet, yuanText, type SheetValues } from '@weibao/documents'
import { Clock, fen, localDay, sumFen } from '@weibao/kernel'
import { LedgerBook } from '@weibao/ledger'
import { refusal, UnitOfWork } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { accountColumns, entryColumns, postingName } from './ledger-export.columns.js'

type Format = 'xlsx' | 'csv'
type Entry = Awaited<ReturnType<LedgerBook['allEntries']>>[number]

const WORDS = {
  'zh-CN': {
    entries: '分录',
    accounts: '账本科目',
    filters: '筛选条件',
    all: '全部分录',
    period: '月份',
    allTime: '至今',
    debit: '借方合计（元）',
    credit: '贷方合计（元）',
    made: '导出日期',
    join: '；',
  },
  en: {
    entries: 'Ledger entries',
    accounts: 'Ledger accounts',
    filters: 'Filters',
    all: 'all entries',
    period: 'Month',
    allTime: 'up to now',
    debit: 'Sum of debits (CNY)',
    credit: 'Sum of credits (CNY)',
    made: 'Exported on',
    join: '; ',
  },
} as const

/** The ledger as sheets, for officers and auditors. */
@Injectable()
export class LedgerExport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly book: LedgerBook,
  ) {}

  /** Refuses with `report.too-many-rows` beyond the limit set in `technical.export-rows`. */
  async entries(filter: LedgerEntryFilter, format: Format, locale: Locale) {
    const words = WORDS[locale]
    const day = localDay(this.clock.now())
    const found = await this.unitOfWork.snapshot(async (reader) => {
      const max = await this.settings.get(reader, 'technical.export-rows', day)
      const entries = await this.book.allEntries(reader, filter, max + 1)
      if (entries.length > max) throw refusal('report.too-many-rows', { max })
      return entries
    })
    const rows = found.map((entry) => toEntryRow(entry, locale))
    const sheet = await writeSheet(format, {
      title: words.entries,
      locale,
      columns: entryColumns,
      rows,
      meta: [
        { label: words.filters, value: filterText(filter, locale) },
        { label: words.debit, value: yuanText(sumFen(rows.map(({ debitFen }) => debitFen ?? 0))) },
        {
          label: words.credit,
          value: yuanText(sumFen(rows.map(({ creditFen }) => creditFen ?? 0))),
        },
        { label: words.made, value: day },
      ],
    })
    return { ...sheet, name: `${words.entries}-${day}.${sheet.extension}` }
  }

  /** Balances up to now, or the movement within a month. */
  async accounts(period: string | undefined, format: Format, locale: Locale) {
    const words = WORDS[locale]
    const day = localDay(this.clock.now())
    const { items } = await this.book.accounts(period)
    const sheet = await writeSheet(format, {
      title: words.accounts,
      locale,
      columns: accountColumns,
      rows: items.map((account) => ({
        account: account.name[locale === 'en' ? 'en' : 'zh'],
        accountCode: account.code,
        kind: account.kind,
        debitFen: fen(account.debitFen),
        creditFen: fen(account.creditFen),
        balanceFen: fen(account.balanceFen),
        entries: account.entries,
      })),
      meta: [
        { label: words.period, value: period ?? words.allTime },
        { label: words.made, value: day },
      ],
    })
    return { ...sheet, name: `${words.accounts}-${period ?? day}.${sheet.extension}` }
  }
}

function toEntryRow(entry: Entry, locale: Locale): SheetValues<typeof entryColumns> {
  const { amountFen } = entry
  return {
    occurredAt: entry.occurredAt,
    bookedAt: entry.bookedAt,
    period: entry.period,
    kind: postingName(entry.kind, locale),
    account: entry.accountName[locale === 'en' ? 'en' : 'zh'],
    accountCode: entry.account,
    debitFen: amountFen > 0 ? fen(amountFen) : null,
    creditFen: amountFen < 0 ? fen(-amountFen) : null,
    memo: entry.memo,
    reference: entry.reference,
    transactionId: entry.transactionId,
    position: entry.position,
    reversesId: entry.reversesId,
    orderId: entry.orderId,
    paymentId: entry.paymentId,
    refundId: entry.refundId,
  }
}

const filterTitles = {
  account: entryColumns.accountCode.title,
  period: entryColumns.period.title,
  kind: entryColumns.kind.title,
  reference: entryColumns.reference.title,
  orderId: entryColumns.orderId.title,
  orderLineId: { 'zh-CN': '订单行内部编号', en: 'Order line id' },
  paymentId: entryColumns.paymentId.title,
  refundId: entryColumns.refundId.title,
} as const satisfies Record<keyof LedgerEntryFilter, unknown>

/** What the entries were narrowed to, in words. */
function filterText(filter: LedgerEntryFilter, locale: Locale): string {
  const named = Object.entries(filterTitles).flatMap(([key, title]) => {
    const value = filter[key as keyof LedgerEntryFilter]
    if (value === undefined) return []
    return `${title[locale]} ${key === 'kind' ? postingName(value, locale) : value}`
  })
  return named.join(WORDS[locale].join) || WORDS[locale].all
}
