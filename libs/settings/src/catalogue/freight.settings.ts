import {
  bulkRatesSchema,
  DEFAULT_BULK_RATES,
  DEFAULT_RATES,
  DEFAULT_TRANSIT_DAYS,
  ratesSchema,
  transitDaysSchema,
} from '../freight.js'
import { setting } from './setting.js'

/** What it costs and how long it takes to send goods. */
export const freightSettings = {
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
}
