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
  'demand.sheet-changed': {
    kind: 'conflict',
    'zh-CN': '文件和刚才检查的不是同一份，请重新检查。',
    en: 'This is not the file that was checked. Check it again.',
  },
  'demand.sheet-wrong': {
    kind: 'invalid',
    'zh-CN': '表里还有错误，一条也没有导入。请改正后重新上传。',
    en: 'Something in the sheet is still wrong, so nothing was imported. Mend it and upload it again.',
  },
} as const satisfies Record<string, ProblemText>
