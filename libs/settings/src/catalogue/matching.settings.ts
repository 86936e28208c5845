import { z } from 'zod'
import { setting } from './setting.js'

/** When rounds run, what they prefer, and how long everybody has to answer. */
export const matchingSettings = {
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
}
