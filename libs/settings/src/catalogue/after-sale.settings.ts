import { z } from 'zod'
import { setting } from './setting.js'

/** How long each side of an after-sale case has. */
export const afterSaleSettings = {
  'after-sale.claim-days': setting({
    schema: z.int().min(1).max(90),
    initial: 15,
    group: 'ordering',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '售后申请天数', en: 'Days to report what is wrong' },
    description: {
      zh: '确认收货后，可就破损、变质、少发、错发、与描述不符申请售后的天数。',
      en: 'Days after acceptance in which damage, spoilage, shortage, wrong or misdescribed goods can be reported.',
    },
  }),
  'after-sale.answer-hours': setting({
    schema: z.int().min(12).max(168),
    initial: 48,
    group: 'ordering',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '合作社答复时限（小时）', en: 'Hours for the cooperative to answer' },
    description: {
      zh: '买家申请售后后，合作社须在此时限内答复；逾期未答复视为同意。',
      en: 'In which a cooperative answers a case; silence counts as agreement.',
    },
  }),
  'after-sale.buyer-days': setting({
    schema: z.int().min(1).max(30),
    initial: 7,
    group: 'ordering',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '买家回应天数', en: 'Days for the buyer to respond' },
    description: {
      zh: '合作社答复后买家接受或申请平台介入的天数；逾期视为接受答复。',
      en: 'In which a buyer accepts the answer or asks the referee; silence accepts the answer.',
    },
  }),
  'after-sale.send-back-days': setting({
    schema: z.int().min(1).max(30),
    initial: 7,
    group: 'ordering',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '寄回天数', en: 'Days to send goods back' },
    description: {
      zh: '同意退货后，买家寄回商品的天数；逾期未寄出，售后关闭。',
      en: 'In which a buyer sends back what is to be returned; otherwise the case closes.',
    },
  }),
  'after-sale.inspect-days': setting({
    schema: z.int().min(1).max(30),
    initial: 10,
    group: 'ordering',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '退货签收天数', en: 'Days to confirm a return' },
    description: {
      zh: '买家寄回后，合作社确认收货的天数；逾期视为已收到，商品按报损处理。',
      en: 'In which a cooperative confirms a return; silence counts as received, the goods as written off.',
    },
  }),
  'after-sale.resend-days': setting({
    schema: z.int().min(1).max(30),
    initial: 5,
    group: 'ordering',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '补发天数', en: 'Days to send goods again' },
    description: {
      zh: '同意补发后，合作社寄出补发商品的天数；逾期未寄出，改为全额退款。',
      en: 'In which a cooperative sends again what it agreed to replace; otherwise the money is refunded in full.',
    },
  }),
  'after-sale.resent-days': setting({
    schema: z.int().min(3).max(60),
    initial: 12,
    group: 'ordering',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '补发签收天数', en: 'Days to receive what was sent again' },
    description: {
      zh: '补发寄出后，买家确认收到的天数；逾期未反映问题，视为收到，售后办结。',
      en: 'In which a buyer confirms goods that were sent again; silence counts as received and ends the case.',
    },
  }),
}
