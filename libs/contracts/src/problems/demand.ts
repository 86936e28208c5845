import type { ProblemText } from '../problem-text.js'

export const demandProblems = {
  'demand.goods-unknown': {
    kind: 'invalid',
    'zh-CN': '没有这种商品或类目，请重新选择。',
    en: 'There is no such product or category. Choose again.',
  },
  'demand.window-past': {
    kind: 'invalid',
    'zh-CN': '送货时间须从明天起，截止日不能早于今天，也不能晚于最晚送货日。',
    en: 'Delivery begins tomorrow at the earliest; the cut-off is neither past nor after the last delivery day.',
  },
  'demand.budget-year': {
    kind: 'invalid',
    'zh-CN': '送货时间须在预算所属年度内。',
    en: 'Deliveries must fall into the year of the budget line.',
  },
  'demand.name-taken': {
    kind: 'conflict',
    'zh-CN': '已有同名的，请换个名称。',
    en: 'There is one of this name already.',
  },
} as const satisfies Record<string, ProblemText>
