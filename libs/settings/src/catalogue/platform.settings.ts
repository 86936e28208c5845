import { z } from 'zod'
import { setting } from './setting.js'

/** How to reach the platform, and limits of its machinery. */
export const platformSettings = {
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
