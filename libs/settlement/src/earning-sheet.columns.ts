import type { EarningView } from '@weibao/contracts/settlement'
import { sheetColumns, type SheetValues } from '@weibao/documents'
import { fen, localDay } from '@weibao/kernel'

/** An earning as a settlement's statement names it. */
export const statementColumns = sheetColumns({
  order: { type: 'text', title: { 'zh-CN': '订单号', en: 'Order' } },
  earned: { type: 'day', title: { 'zh-CN': '验收日期', en: 'Accepted on' } },
  kind: {
    type: 'choice',
    title: { 'zh-CN': '类型', en: 'Kind' },
    choices: [
      { value: 'delivery', label: { 'zh-CN': '交付', en: 'Delivery' } },
      { value: 'refund', label: { 'zh-CN': '退款', en: 'Refund' } },
    ],
  },
  goodsFen: { type: 'money', min: -1e12, title: { 'zh-CN': '货款（元）', en: 'Goods (CNY)' } },
  freightFen: { type: 'money', min: -1e12, title: { 'zh-CN': '运费（元）', en: 'Freight (CNY)' } },
  commissionFen: {
    type: 'money',
    min: -1e12,
    title: { 'zh-CN': '平台服务费（元）', en: 'Commission (CNY)' },
  },
  amountFen: { type: 'money', min: -1e12, title: { 'zh-CN': '应付（元）', en: 'Due (CNY)' } },
})

/** The same in the list of all earnings: when it can be settled, and in which settlement it is. */
export const earningColumns = sheetColumns({
  ...statementColumns,
  payableFrom: { type: 'day', title: { 'zh-CN': '可结算日', en: 'Payable from' } },
  settlement: { type: 'text', title: { 'zh-CN': '结算单', en: 'Settlement' } },
})

export function toStatementRow(earning: EarningView): SheetValues<typeof statementColumns> {
  return {
    order: earning.orderNumber,
    earned: localDay(new Date(earning.earnedAt)),
    kind: earning.kind,
    goodsFen: fen(earning.goodsFen),
    freightFen: fen(earning.freightFen),
    commissionFen: fen(earning.commissionFen),
    amountFen: fen(earning.amountFen),
  }
}
