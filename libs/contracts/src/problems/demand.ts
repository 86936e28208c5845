import type { ProblemText } from '../problem-text.js'

export const demandProblems = {
  'demand.goods-unknown': {
    kind: 'invalid',
    'zh-CN': '没有这种商品或类目，请重新选择。',
    en: 'There is no such product or category. Choose again.',
  },
  'demand.window-past': {
    kind: 'invalid',
    'zh-CN': '送货时间须从明天起，前后不超过一年；截止日不能早于今天，也不能晚于最晚送货日。',
    en: 'Delivery begins tomorrow at the earliest and spans a year at most; the cut-off is neither past nor after the last delivery day.',
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
  'budget.changed-meanwhile': {
    kind: 'conflict',
    'zh-CN': '刚才有人改过这笔预算，请看过最新内容再改。',
    en: 'Somebody changed this budget line meanwhile. Look at it again, then change it.',
  },
  'budget.below-taken': {
    kind: 'conflict',
    'zh-CN': '已接受和已下单的共 ¥{takenYuan}，上限不能低于这个数。',
    en: '¥{takenYuan} is accepted and ordered already; the ceiling cannot be lower.',
  },
  'demand.past-cut-off': {
    kind: 'conflict',
    'zh-CN': '已过截止时间，不能再改或撤回。',
    en: 'It is past its cut-off and can no longer be changed or taken back.',
  },
  'demand.changed-meanwhile': {
    kind: 'conflict',
    'zh-CN': '刚才有人改过这份需求，请看过最新内容再改。',
    en: 'Somebody changed this demand meanwhile. Look at it again, then change it.',
  },
  'demand.line-allocated': {
    kind: 'conflict',
    'zh-CN':
      '第 {n} 项已撮合 {kg} 公斤：数量不能少于这个数，其他条件只能放宽。要收紧，请先谢绝撮合结果。',
    en: '{kg} kg of line {n} are allocated: not less than that, and its other terms can only be widened. Decline the allocation first to tighten them.',
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
  'standing.days-wrong': {
    kind: 'invalid',
    'zh-CN': '起止日期不对：从明天或以后开始，最长一年，中间至少有一次送货。',
    en: 'These days do not fit: from tomorrow on, a year at most, with at least one delivery between them.',
  },
  'standing.changed-meanwhile': {
    kind: 'conflict',
    'zh-CN': '同事刚改过这项固定需求，请看一下现在的样子再改。',
    en: 'A colleague has just changed this. Look at it as it is now, then change it.',
  },
  'standing.week-gone': {
    kind: 'conflict',
    'zh-CN': '这一周不能跳过：已经发布、已经跳过，或不在起止日期内。',
    en: 'This week cannot be left out: it is written, left out already, or not within the days.',
  },
} as const satisfies Record<string, ProblemText>
