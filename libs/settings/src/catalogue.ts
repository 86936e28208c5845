import { fenSchema } from '@weibao/contracts/basics'
import type { SettingEditor, SettingGroup, SettingStart } from '@weibao/contracts/setting'
import { z } from 'zod'
import { DEFAULT_CHANNELS } from './channels.js'
import {
  bulkRatesSchema,
  DEFAULT_BULK_RATES,
  DEFAULT_RATES,
  DEFAULT_TRANSIT_DAYS,
  ratesSchema,
  transitDaysSchema,
} from './freight.js'

interface Definition<T extends z.ZodType = z.ZodType> {
  readonly schema: T
  readonly initial: z.output<T>
  readonly group: SettingGroup
  readonly editedBy: SettingEditor
  /** How early an edit may begin: never before what it decided already. */
  readonly startsFrom: SettingStart
  readonly label: { readonly zh: string; readonly en: string }
  readonly description: { readonly zh: string; readonly en: string }
}

/** Declares a setting, so that its default is checked against its schema. */
function setting<T extends z.ZodType>(definition: Definition<T>): Definition<T> {
  return definition
}

const codeSchema = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .max(40)

const channelsSchema = z
  .array(
    z.strictObject({
      code: codeSchema,
      name: z.strictObject({ zh: z.string().min(1).max(20), en: z.string().min(1).max(60) }),
      /** 直接采购 or 帮助销售, unless the sale says otherwise. */
      purchaseKind: z.enum(['direct', 'assisted']),
      isActive: z.boolean(),
    }),
  )
  .min(1)
  .max(40)
  .refine((list) => new Set(list.map((item) => item.code)).size === list.length)

const countingRulesSchema = z.strictObject({
  /** Codes of the channels whose sales count. */
  channels: z.array(codeSchema).max(40),
  buyerKinds: z.array(z.enum(['organisation', 'person'])).max(2),
  evidenceGrades: z.array(z.enum(['A', 'B', 'C'])).max(3),
  needsBaoshanBuyer: z.boolean(),
  needsWeixiOrigin: z.boolean(),
  needsRecognition: z.boolean(),
  needsBenefitRecord: z.boolean(),
  /** Whether a line is confirmed only once the buyer has rated it. */
  needsRating: z.boolean(),
})
export type CountingRules = z.output<typeof countingRulesSchema>

const expiryAlertsSchema = z.strictObject({
  days: z.array(z.int().min(1).max(365)).min(1).max(6),
  liaisonDays: z.int().min(0).max(365),
})

/** Where buyers send money. Invented until somebody edits it, and says so. */
const transferAccountSchema = z.strictObject({
  accountName: z.string().min(2).max(60),
  bank: z.string().min(2).max(60),
  accountNumber: z.string().regex(/^\d{8,30}$/),
})

/**
 * Every known setting: what it may be, what it is until somebody edits it, who edits it. Keys are
 * permanent; a key that is no longer used stays readable in the history.
 */
export const catalogue = {
  'counting.rules': setting({
    schema: countingRulesSchema,
    initial: {
      channels: DEFAULT_CHANNELS.map(({ code }) => code),
      buyerKinds: ['organisation', 'person'],
      evidenceGrades: ['A', 'B'],
      needsBaoshanBuyer: true,
      needsWeixiOrigin: true,
      needsRecognition: true,
      needsBenefitRecord: true,
      needsRating: false,
    },
    group: 'counting',
    editedBy: 'officer',
    startsFrom: 'tomorrow',
    label: { zh: '计入口径', en: 'Counting rules' },
    description: {
      zh: '哪些销售计入消费协作额。改动从次日起生效，已计入的不变；每笔记录都带口径版本。',
      en: 'Which sales count as volume. A change begins the next day; what is counted keeps its version.',
    },
  }),
  'programme.channels': setting({
    schema: channelsSchema,
    initial: DEFAULT_CHANNELS,
    group: 'programme',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '销售渠道', en: 'Channels' },
    description: {
      zh: '每笔销售归入一个渠道。渠道代码不可改，停用后不再用于新销售。',
      en: 'Each sale belongs to one channel. Codes stay; an inactive channel takes no new sales.',
    },
  }),
  'programme.annual-target-fen': setting({
    schema: fenSchema,
    initial: 0,
    group: 'programme',
    editedBy: 'officer',
    // An agreement signed in June holds from January; no entry is decided by it.
    startsFrom: 'any',
    label: { zh: '年度目标', en: 'Target of the year' },
    description: {
      zh: '当年已确认消费协作额的目标，只用于对照进度，可补录生效日期。',
      en: 'The year’s target of confirmed volume, shown beside progress; it may begin in the past.',
    },
  }),
  'commission.basis-points': setting({
    schema: z.int().min(0).max(1000),
    initial: 300,
    group: 'commission',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '平台服务费率', en: 'Commission' },
    description: {
      zh: '万分比，下单时固定在订单行上；300 即 3%。',
      en: 'In basis points, frozen on the order line when it is placed; 300 is 3%.',
    },
  }),
  'freight.rates': setting({
    schema: ratesSchema,
    initial: DEFAULT_RATES,
    group: 'freight',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '运费标准', en: 'Freight rates' },
    description: {
      zh: '按目的地和温层：首重、续重与包邮起点。运费与货款分开列示。',
      en: 'By destination and temperature: first weight, further steps, free-from. Shown apart from goods.',
    },
  }),
  'freight.transit-days': setting({
    schema: transitDaysSchema,
    initial: DEFAULT_TRANSIT_DAYS,
    group: 'freight',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '在途天数', en: 'Days in transit' },
    description: {
      zh: '维西到上海的在途天数（最快与最慢），按温层；冷藏走航空。',
      en: 'Days from Weixi to Shanghai, fastest and slowest, by temperature; chilled goods fly.',
    },
  }),
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
  'freight.bulk-rates': setting({
    schema: bulkRatesSchema,
    initial: DEFAULT_BULK_RATES,
    group: 'freight',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '集采运费', en: 'Freight of matched goods' },
    description: {
      zh: '撮合成交货物的每公斤运费（分），按目的地和温层；撮合比价与订单都用它。',
      en: 'Fen per kilogram of matched goods, by destination and temperature; rounds compare and orders charge by it.',
    },
  }),
  'matching.shop-share-basis-points': setting({
    schema: z.int().min(0).max(10_000),
    initial: 3000,
    group: 'programme',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '留给零售的比例', en: 'Share kept for the shop' },
    description: {
      zh: '万分比：每个批次为零售保留的部分，不进入撮合。',
      en: 'In basis points: the part of each lot that stays for the shop and is not matched.',
    },
  }),
  'matching.preference-credit-fen': setting({
    schema: z.int().min(0).max(10_000),
    initial: 50,
    group: 'programme',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '优先合作社加分', en: 'Credit of a preferred cooperative' },
    description: {
      zh: '每公斤比价时为采购单位优先的合作社减去的金额，只影响排序，不影响成交价。',
      en: 'Taken off per kilogram when a buyer’s preferred cooperative is compared; prices stay as they are.',
    },
  }),
  'matching.answer-days': setting({
    schema: z.int().min(1).max(30),
    initial: 3,
    group: 'programme',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '采购单位答复天数', en: 'Days for the buyer to answer' },
    description: {
      zh: '撮合后采购单位须在这些天内接受，过期失效，货物重新上架。',
      en: 'Days in which a buyer accepts what a round proposes; then it lapses and the goods are free.',
    },
  }),
  'matching.confirm-days': setting({
    schema: z.int().min(1).max(30),
    initial: 2,
    group: 'programme',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '合作社确认天数', en: 'Days for the cooperative to confirm' },
    description: {
      zh: '采购单位接受后，合作社须在这些天内确认；不确认视为不能供货，改由次优批次供应。',
      en: 'Days in which the cooperative confirms what a buyer accepted; silence is a refusal, and the next best is offered.',
    },
  }),
  'matching.order-days': setting({
    schema: z.int().min(1).max(60),
    initial: 7,
    group: 'programme',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '采购单位下单天数', en: 'Days for the buyer to order' },
    description: {
      zh: '合作社确认后，采购单位须在这些天内下单；过期失效，货物重新上架，双方都会收到通知。',
      en: 'Days in which a buyer orders what the cooperative confirmed; then it lapses, the goods are free, and both are told.',
    },
  }),
  'demand.change-until-hour': setting({
    schema: z.int().min(0).max(24),
    initial: 18,
    group: 'programme',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '需求修改截止时刻', en: 'Hour until which demands change' },
    description: {
      zh: '采购需求在截止日几点（北京时间）以前可以修改或撤回；24 表示到当天结束。',
      en: 'The hour (China time) of its cut-off day until which a demand can be amended or taken back; 24: to the end of that day.',
    },
  }),
  'matching.daily-hour': setting({
    schema: z.int().min(0).max(24),
    initial: 6,
    group: 'programme',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '每日撮合时刻', en: 'Hour of the daily round' },
    description: {
      zh: '每天几点（北京时间）自动开始一轮撮合；24 表示不自动开始。',
      en: 'The hour (China time) at which a round starts by itself each day; 24: never.',
    },
  }),
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
  'platform.service-contact': setting({
    schema: z.strictObject({
      phone: z.string().min(3).max(40),
      email: z.email().max(120),
      hoursZh: z.string().min(1).max(60),
      hoursEn: z.string().min(1).max(120),
      addressZh: z.string().min(1).max(80),
      addressEn: z.string().min(1).max(160),
    }),
    initial: {
      phone: '021-0000-0000',
      email: 'service@weibao.example',
      hoursZh: '周一至周五 9:00—17:30，节假日除外',
      hoursEn: 'Monday to Friday, 9:00 to 17:30, except holidays',
      addressZh: '上海市宝山区（演示地址）',
      addressEn: 'Baoshan, Shanghai (demonstration address)',
    },
    group: 'programme',
    editedBy: 'officer',
    startsFrom: 'today',
    label: { zh: '客服联系方式', en: 'Service contact' },
    description: {
      zh: '显示在商城的“帮助与客服”页。',
      en: 'Shown on the shop’s page of help and contact.',
    },
  }),
  'technical.export-rows': setting({
    schema: z.int().min(10).max(100_000),
    initial: 50_000,
    group: 'technical',
    editedBy: 'operator',
    startsFrom: 'today',
    label: { zh: '导出行数上限', en: 'Rows in one export' },
    description: {
      zh: '一次导出的明细行数上限，避免占满内存。',
      en: 'The most rows one export may hold, so that it does not fill the memory.',
    },
  }),
}

export type SettingKey = keyof typeof catalogue
export type SettingValue<K extends SettingKey> = z.output<(typeof catalogue)[K]['schema']>

/** The definition of a key, whatever its type; undefined when there is no such key. */
export function findDefinition(key: string): Definition | undefined {
  return Object.hasOwn(catalogue, key) ? catalogue[key as SettingKey] : undefined
}
