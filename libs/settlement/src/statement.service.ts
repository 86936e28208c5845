import { Injectable } from '@nestjs/common'
import type { Locale } from '@weibao/contracts/basics'
import { renderPdf, writeSheet, yuanText } from '@weibao/documents'
import { localDay, type Id } from '@weibao/kernel'
import type { Actor } from '@weibao/platform'
import { statementColumns, toStatementRow } from './earning-sheet.columns.js'
import { Settlements } from './settlements.service.js'

const WORDS = {
  'zh-CN': {
    title: '结算单',
    issuer: '维宝 消费协作平台',
    cooperative: '合作社',
    period: '结算月份',
    closed: '结算日期',
    count: '笔数',
    goods: '货款',
    freight: '运费',
    commission: '平台服务费',
    amount: '应付合计',
    order: '订单号',
    earned: '验收日期',
    kind: '类型',
    delivery: '交付',
    refund: '退款',
    note: '每一笔都来自一张已验收的订单；退款以负数列在发生的月份。金额单位为元。',
  },
  en: {
    title: 'Settlement',
    issuer: 'Weibao, consumption cooperation',
    cooperative: 'Cooperative',
    period: 'Month',
    closed: 'Settled on',
    count: 'Entries',
    goods: 'Goods',
    freight: 'Freight',
    commission: 'Commission',
    amount: 'Amount due',
    order: 'Order',
    earned: 'Accepted on',
    kind: 'Kind',
    delivery: 'Delivery',
    refund: 'Refund',
    note: 'Each entry comes from an accepted order; refunds are negative, in the month they happened. Amounts in CNY.',
  },
} as const

interface Statement {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** The paper that a bookkeeper accepts: a settlement with every earning it names. */
@Injectable()
export class Statements {
  constructor(private readonly settlements: Settlements) {}

  async make(
    actor: Actor,
    id: Id,
    format: 'pdf' | 'xlsx' | 'csv',
    locale: Locale,
  ): Promise<Statement> {
    const { settlement, earnings } = await this.settlements.open(actor, id)
    const words = WORDS[locale]
    const name = `${settlement.number}.${format}`
    if (format !== 'pdf') {
      const meta = [
        { label: words.cooperative, value: inLocale(settlement.cooperativeName, locale) },
        { label: words.period, value: settlement.period },
        { label: words.amount, value: yuanText(settlement.amountFen) },
      ]
      const sheet = await writeSheet(format, {
        title: `${words.title} ${settlement.number}`,
        locale,
        columns: statementColumns,
        rows: earnings.map(toStatementRow),
        meta,
      })
      return { name, type: sheet.type, bytes: sheet.bytes }
    }
    const closedAt = new Date(settlement.closedAt)
    const bytes = await renderPdf({
      locale,
      title: words.title,
      number: settlement.number,
      issuer: words.issuer,
      issuedAt: closedAt,
      ornament: true,
      blocks: [
        {
          kind: 'facts',
          columns: 2,
          facts: [
            { label: words.cooperative, value: inLocale(settlement.cooperativeName, locale) },
            { label: words.period, value: settlement.period },
            { label: words.closed, value: localDay(closedAt) },
            { label: words.count, value: String(settlement.earningCount) },
          ],
        },
        {
          kind: 'table',
          columns: [
            { title: words.order, width: 3 },
            { title: words.earned, width: 2 },
            { title: words.kind, width: 1.4 },
            { title: words.goods, width: 2, align: 'right' },
            { title: words.freight, width: 1.6, align: 'right' },
            { title: words.commission, width: 2, align: 'right' },
            { title: words.amount, width: 2, align: 'right' },
          ],
          rows: earnings.map((earning) => [
            earning.orderNumber,
            localDay(new Date(earning.earnedAt)),
            words[earning.kind],
            yuanText(earning.goodsFen),
            yuanText(earning.freightFen),
            yuanText(earning.commissionFen),
            yuanText(earning.amountFen),
          ]),
        },
        {
          kind: 'totals',
          strongLast: true,
          facts: [
            { label: words.goods, value: yuanText(settlement.goodsFen) },
            { label: words.freight, value: yuanText(settlement.freightFen) },
            { label: words.commission, value: yuanText(-settlement.commissionFen) },
            { label: words.amount, value: yuanText(settlement.amountFen) },
          ],
        },
        { kind: 'notes', notes: [words.note] },
      ],
    })
    return { name, type: 'application/pdf', bytes }
  }
}

function inLocale(name: { zh: string; en: string }, locale: Locale): string {
  return locale === 'en' ? name.en : name.zh
}
