import { z } from 'zod'
import { setting } from './setting.js'

const expiryAlertsSchema = z.strictObject({
  days: z.array(z.int().min(1).max(365)).min(1).max(6),
  liaisonDays: z.int().min(0).max(365),
})

/** Periods of an order and of its reviews, and when papers that end are told of. */
export const orderingSettings = {
  'ordering.auto-accept-days': setting({
    schema: z.int().min(1).max(30),
    initial: 7,
    group: 'ordering',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '自动收货天数', en: 'Days until automatic acceptance' },
    description: {
      zh: '送达后买家未操作，满这些天数自动确认收货。',
      en: 'Days after delivery at which goods count as accepted when the buyer does nothing.',
    },
  }),
  'ordering.hold-minutes': setting({
    schema: z.int().min(35).max(120),
    initial: 35,
    group: 'ordering',
    editedBy: 'operator',
    startsFrom: 'today',
    label: { zh: '付款占用时长', en: 'Minutes goods are held for payment' },
    description: {
      zh: '下单后为付款保留库存的分钟数。支付页面至少开放 30 分钟，另加 5 分钟。',
      en: 'How long goods stay held for payment. The payment page is open 30 minutes at least, plus 5.',
    },
  }),
  'ordering.return-days': setting({
    schema: z.int().min(7).max(30),
    initial: 7,
    group: 'ordering',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '无理由退货天数', en: 'Days for a return without reason' },
    description: {
      zh: '法定不少于七天；鲜活易腐等例外商品除外。',
      en: 'Seven by law at least; fresh goods and the like are excepted.',
    },
  }),
  'ordering.review-addition-days': setting({
    schema: z.int().min(1).max(730),
    initial: 180,
    group: 'ordering',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '可追评天数', en: 'Days a review can be added to' },
    description: {
      zh: '从首次发表起计算；每条评价只能追评一次。',
      en: 'Counted from when it was first written; a review is added to once.',
    },
  }),
  'ordering.review-reminder-days': setting({
    schema: z.int().min(1).max(60),
    initial: 5,
    group: 'ordering',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '收货几天后提醒评价', en: 'Days after receipt until the reminder to review' },
    description: {
      zh: '收货满这么多天还没有评价的订单，提醒买家一次，只提醒一次。',
      en: 'So long after an order was received and is not reviewed, its buyer is reminded, once.',
    },
  }),
  'ordering.review-edit-days': setting({
    schema: z.int().min(1).max(365),
    initial: 30,
    group: 'ordering',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '评价可修改天数', en: 'Days a review can be changed' },
    description: {
      zh: '从首次发表起计算，期满后评价不再变动。',
      en: 'Counted from when it was first written; after that it stays as it is.',
    },
  }),
  'papers.expiry-alerts': setting({
    schema: expiryAlertsSchema,
    initial: { days: [90, 30, 7], liaisonDays: 7 },
    group: 'programme',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '证照到期提醒', en: 'Alerts before papers expire' },
    description: {
      zh: '到期前多少天各提醒合作社一次（到期当天另提醒）；剩余天数不超过第二项时，同时提醒维西联络员。',
      en: 'Days before expiry at which a cooperative is told, once each and again on expiry; from when the liaison is told too.',
    },
  }),
}
