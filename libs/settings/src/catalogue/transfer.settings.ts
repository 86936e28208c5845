import { z } from 'zod'
import { setting } from './setting.js'

/** Where buyers send money. Invented until somebody edits it, and says so. */
const transferAccountSchema = z.strictObject({
  accountName: z.string().min(2).max(60),
  bank: z.string().min(2).max(60),
  accountNumber: z.string().regex(/^\d{8,30}$/),
})

/** Where buyers send money, and until when. */
export const transferSettings = {
  'transfer.account': setting({
    schema: transferAccountSchema,
    initial: {
      accountName: '维宝演示账户（请勿转账）',
      bank: '演示银行宝山支行',
      accountNumber: '00000000000000000',
    },
    group: 'ordering',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '对公转账收款账户', en: 'Account for bank transfers' },
    description: {
      zh: '采购单位转账付款的收款户名、开户行、账号。下单时固定在付款上；内置的是演示账户。',
      en: 'Where buyers send money; fixed on a payment when it begins. The built-in one is for demonstration.',
    },
  }),
  'transfer.pay-days': setting({
    schema: z.int().min(1).max(60),
    initial: 10,
    group: 'ordering',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '对公转账付款天数', en: 'Days to pay by transfer' },
    description: {
      zh: '选择对公转账的订单须在这些天内到账，货物一直保留到期满。',
      en: 'Days in which an order paid by transfer waits for its money, its goods held.',
    },
  }),
  'transfer.confirm-days': setting({
    schema: z.int().min(1).max(14),
    initial: 3,
    group: 'ordering',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '对公转账核对天数', en: 'Days to confirm a transfer' },
    description: {
      zh: '付款期满前已登记的转账，再留这些天由第二人确认，货物继续保留。',
      en: 'Days beyond that in which a second person confirms what was recorded in time; goods stay held.',
    },
  }),
}
