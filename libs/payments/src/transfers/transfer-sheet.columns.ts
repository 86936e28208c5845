import { sheetColumns, type SheetRows } from '@weibao/documents'

const title = (zh: string, en: string) => ({ 'zh-CN': zh, en })

/** What of a bank's statement is read. Banks head the same column differently. */
export const transferSheetColumns = sheetColumns({
  valueDay: {
    type: 'day',
    title: title('入账日', 'Value day'),
    aliases: ['入账日期', '交易日期', '记账日期', '交易日'],
    required: true,
    example: '2026-11-27',
  },
  bankReference: {
    type: 'text',
    title: title('银行流水号', 'Bank reference'),
    aliases: ['流水号', '交易流水号', '核心流水号', '凭证号'],
    required: true,
    unique: true,
    max: 60,
    example: '2026112700012345',
  },
  payerName: {
    type: 'text',
    title: title('付款户名', 'Payer'),
    aliases: ['对方户名', '付款人名称', '对方账户名称', '付款人'],
    required: true,
    max: 60,
    example: '宝山区某某小学食堂',
  },
  payerBank: {
    type: 'text',
    title: title('付款开户行', 'Payer’s bank'),
    aliases: ['对方开户行', '付款人开户行', '对方行名'],
    required: true,
    max: 60,
    example: '某某银行友谊路支行',
  },
  payerAccount: {
    type: 'text',
    title: title('付款账号', 'Payer’s account'),
    aliases: ['对方账号', '付款人账号', '对方账户'],
    required: true,
    max: 40,
    example: '6200000000001234',
  },
  amountFen: {
    type: 'money',
    title: title('金额（元）', 'Amount (CNY)'),
    aliases: ['金额', '贷方发生额', '收入金额', '收入', '贷方金额'],
    required: true,
    min: 1,
    max: 1_000_000_000_000,
    example: '1280.00',
  },
  note: {
    type: 'text',
    title: title('附言', 'Purpose'),
    aliases: ['摘要', '用途', '备注', '交易附言'],
    max: 300,
    example: '货款 WB00000017',
    note: title('写有订单付款参考号的自动对上', 'A reference in it finds its payment'),
  },
})

export type TransferRows = SheetRows<typeof transferSheetColumns>
export type TransferRow = TransferRows['rows'][number]
