import { Injectable } from '@nestjs/common'
import type { Locale } from '@weibao/contracts/basics'
import type { TransferDetail, TransferQuery, TransferReturnState } from '@weibao/contracts/transfer'
import { findTransferReference } from '@weibao/contracts/transfer-reference'
import { sheetColumns, writeSheet } from '@weibao/documents'
import { Clock, fen, localDay, type Id } from '@weibao/kernel'
import { decodeCursor, refusal, toPage, UnitOfWork, type Reader } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { TransferRepository } from './transfer.repository.js'
import { TransferReturnRepository } from './transfer-return.repository.js'
import {
  remainderOf,
  toAwaitingView,
  toEventView,
  toReturnView,
  toTransferView,
} from './transfer.views.js'

const SUGGESTIONS = 20
const STATES = {
  'zh-CN': { recorded: '待确认', confirmed: '已入账', withdrawn: '已撤回', reversed: '已冲正' },
  en: {
    recorded: 'recorded',
    confirmed: 'confirmed',
    withdrawn: 'withdrawn',
    reversed: 'reversed',
  },
} as const

const columns = sheetColumns({
  valueDay: { type: 'day', title: { 'zh-CN': '入账日', en: 'Value day' } },
  bankReference: { type: 'text', title: { 'zh-CN': '银行流水号', en: 'Bank reference' } },
  payerName: { type: 'text', title: { 'zh-CN': '付款户名', en: 'Payer' } },
  payerBank: { type: 'text', title: { 'zh-CN': '付款开户行', en: 'Payer’s bank' } },
  account: { type: 'text', title: { 'zh-CN': '付款账号', en: 'Payer’s account' } },
  amountFen: { type: 'money', title: { 'zh-CN': '金额（元）', en: 'Amount (CNY)' } },
  assignedFen: { type: 'money', title: { 'zh-CN': '已分配（元）', en: 'Assigned (CNY)' } },
  returnedFen: { type: 'money', title: { 'zh-CN': '退回（元）', en: 'Sent back (CNY)' } },
  remainderFen: { type: 'money', title: { 'zh-CN': '未分配（元）', en: 'Unassigned (CNY)' } },
  state: { type: 'text', title: { 'zh-CN': '状态', en: 'State' } },
  note: { type: 'text', title: { 'zh-CN': '备注', en: 'Note' } },
})

/** What officers and auditors see of transfers. */
@Injectable()
export class TransferReads {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly transfers: TransferRepository,
    private readonly returns: TransferReturnRepository,
  ) {}

  async list(query: TransferQuery) {
    const before = (decodeCursor(query.cursor, 1)?.[0] ?? null) as Id | null
    const found = await this.transfers.list(this.unitOfWork.reader, query, before, query.limit + 1)
    return toPage(found, query.limit, (last) => [last.id], toTransferView)
  }

  get(id: Id): Promise<TransferDetail> {
    return this.unitOfWork.snapshot((reader) => this.detail(reader, id))
  }

  /** Also inside the transaction that changed it. */
  async detail(reader: Reader, id: Id): Promise<TransferDetail> {
    const transfer = await this.transfers.get(reader, id)
    const assignments = await this.transfers.assignmentsOf(reader, id)
    const payments = await this.transfers.awaitingByIds(
      reader,
      assignments.map(({ paymentId }) => paymentId),
    )
    const events = await this.transfers.eventsOf(reader, id)
    const acted = [transfer, ...assignments].flatMap(({ recordedBy, decidedBy }) => [
      recordedBy,
      decidedBy,
    ])
    const people = [...acted, ...events.map(({ personId }) => personId)].filter(
      (each) => each !== null,
    )
    const byId = new Map(payments.map((payment) => [payment.id, toAwaitingView(payment)]))
    return {
      transfer: toTransferView(transfer),
      assignments: assignments.map((assignment) => ({
        ...assignment,
        payment: byId.get(assignment.paymentId)!,
      })),
      returns: (await this.returns.listOf(reader, id)).map(toReturnView),
      events: events.map(toEventView),
      people: await this.transfers.people(reader, [...new Set(people)]),
    }
  }

  /** Payments that a transfer may be for, by the words that came with it and its amount. */
  async suggest({ q, amountFen }: { q?: string | undefined; amountFen?: number | undefined }) {
    const reference = q ? findTransferReference(q) : null
    const items = await this.transfers.awaiting(
      this.unitOfWork.reader,
      { reference, text: reference ? null : (q ?? null), amountFen: amountFen ?? null },
      SUGGESTIONS,
    )
    return { items: items.map(toAwaitingView) }
  }

  async listReturns(query: {
    limit: number
    cursor?: string | undefined
    state?: TransferReturnState | undefined
  }) {
    const before = (decodeCursor(query.cursor, 1)?.[0] ?? null) as Id | null
    const found = await this.returns.list(
      this.unitOfWork.reader,
      query.state ?? null,
      before,
      query.limit + 1,
    )
    return toPage(found, query.limit, (last) => [last.id], toReturnView)
  }

  /** Refuses with `report.too-many-rows` beyond the limit set in `technical.export-rows`. */
  async export(
    { format, ...filter }: Omit<TransferQuery, 'limit' | 'cursor'> & { format: 'csv' | 'xlsx' },
    locale: Locale,
  ) {
    const { reader } = this.unitOfWork
    const today = localDay(this.clock.now())
    const most = await this.settings.get(reader, 'technical.export-rows', today)
    const found = await this.transfers.list(reader, filter, null, most + 1)
    if (found.length > most) throw refusal('report.too-many-rows', { max: most })
    const title = `${locale === 'en' ? 'Transfers' : '对公转账'} ${today}`
    const sheet = await writeSheet(format, {
      title,
      locale,
      columns,
      rows: found.map((transfer) => ({
        ...transfer,
        account: `**** ${transfer.payerAccountTail}`,
        amountFen: fen(transfer.amountFen),
        assignedFen: fen(transfer.assignedFen),
        returnedFen: fen(transfer.returnedFen),
        remainderFen: fen(remainderOf(transfer)),
        state: STATES[locale][transfer.state],
      })),
    })
    return { ...sheet, name: `${title}.${sheet.extension}` }
  }
}
