import { fenSchema } from '@weibao/contracts/basics'
import { z } from 'zod'
import { DEFAULT_CHANNELS } from '../channels.js'
import { setting } from './setting.js'

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

/** What counts as cooperation volume, by which channels, towards which target, at which commission. */
export const countingSettings = {
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
}
