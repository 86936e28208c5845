import type { AccountKind } from '@weibao/contracts/ledger'
import { sheetColumns } from '@weibao/documents'

const title = (zh: string, en: string) => ({ 'zh-CN': zh, en })
const LARGEST = 1_000_000_000_000_000

/** Entries of the ledger. Keys are permanent: the digest covers them. */
export const entryColumns = sheetColumns({
  occurredAt: { type: 'instant', title: title('发生时间', 'Happened') },
  bookedAt: { type: 'instant', title: title('入账时间', 'Booked') },
  period: { type: 'text', title: title('月份', 'Month') },
  kind: { type: 'text', title: title('业务', 'Business') },
  account: { type: 'text', title: title('科目', 'Account') },
  accountCode: { type: 'text', title: title('科目代码', 'Account code') },
  debitFen: { type: 'money', title: title('借方（元）', 'Debit (CNY)') },
  creditFen: { type: 'money', title: title('贷方（元）', 'Credit (CNY)') },
  memo: { type: 'text', title: title('摘要', 'Memo') },
  reference: { type: 'text', title: title('业务编号', 'Reference') },
  transactionId: { type: 'text', title: title('交易编号', 'Transaction') },
  position: { type: 'integer', title: title('行号', 'Line') },
  reversesId: { type: 'text', title: title('冲销的交易', 'Reverses') },
  orderId: { type: 'text', title: title('订单内部编号', 'Order id') },
  paymentId: { type: 'text', title: title('付款内部编号', 'Payment id') },
  refundId: { type: 'text', title: title('退款内部编号', 'Refund id') },
})

const kinds = {
  asset: title('资产', 'Asset'),
  liability: title('负债', 'Liability'),
  income: title('收入', 'Income'),
  expense: title('费用', 'Expense'),
} as const satisfies Record<AccountKind, unknown>

/** Accounts with their balances, or with their movement within a month. */
export const accountColumns = sheetColumns({
  account: { type: 'text', title: title('科目', 'Account') },
  accountCode: { type: 'text', title: title('科目代码', 'Account code') },
  kind: {
    type: 'choice',
    title: title('类别', 'Kind'),
    choices: Object.entries(kinds).map(([value, label]) => ({ value, label })),
  },
  debitFen: { type: 'money', max: LARGEST, title: title('借方（元）', 'Debit (CNY)') },
  creditFen: { type: 'money', max: LARGEST, title: title('贷方（元）', 'Credit (CNY)') },
  balanceFen: {
    type: 'money',
    min: -LARGEST,
    max: LARGEST,
    title: title('余额（元）', 'Balance (CNY)'),
  },
  entries: { type: 'integer', title: title('分录数', 'Entries') },
})

const postingNames: Readonly<Record<string, ReturnType<typeof title>>> = {
  charge: title('买家付款', 'Payment by a buyer'),
  earning: title('合作社应得', 'Earning of a cooperative'),
  refund: title('退款', 'Refund'),
  payout: title('打款', 'Payout'),
  transfer: title('对公来款', 'Bank transfer in'),
  'transfer-return': title('来款退回', 'Transfer sent back'),
}
const REVERSAL = '.reversal'

/** What a posting is called; one that has no name, by its kind. */
export function postingName(kind: string, locale: 'zh-CN' | 'en'): string {
  if (!kind.endsWith(REVERSAL)) return postingNames[kind]?.[locale] ?? kind
  const reversed = postingName(kind.slice(0, -REVERSAL.length), locale)
  return locale === 'en' ? `Reversal: ${reversed}` : `冲销：${reversed}`
}
