import { sheetColumns, type SheetValues } from './sheet-columns.js'
import { writeSheet } from './sheet-files.js'

const bankColumns = sheetColumns({
  number: { type: 'text', title: { 'zh-CN': '单号', en: 'Number' } },
  holder: { type: 'text', title: { 'zh-CN': '收款户名', en: 'Account holder' } },
  bank: { type: 'text', title: { 'zh-CN': '开户行', en: 'Bank' } },
  account: { type: 'text', title: { 'zh-CN': '收款账号', en: 'Account number' } },
  amountFen: { type: 'money', title: { 'zh-CN': '金额（元）', en: 'Amount (CNY)' } },
  purpose: { type: 'text', title: { 'zh-CN': '用途', en: 'Purpose' } },
})
export type BankFileLine = SheetValues<typeof bankColumns>

/** What the bank is told to pay, as it takes it: the text of a CSV, account numbers in clear. */
export async function writeBankFile(title: string, rows: readonly BankFileLine[]): Promise<string> {
  const { bytes } = await writeSheet('csv', {
    title,
    locale: 'zh-CN',
    columns: bankColumns,
    rows: [...rows],
  })
  return Buffer.from(bytes).toString('utf8')
}
