import type { ProblemText } from '../problem-text.js'

export const catalogProblems = {
  'product.edited-meanwhile': {
    kind: 'conflict',
    'zh-CN': '这条内容刚被别人改过。请刷新后再改，您填写的内容没有保存。',
    en: 'Somebody has just edited this. Reload and edit again; what you entered was not saved.',
  },
  'bundle.sku-not-own': {
    kind: 'invalid',
    'zh-CN': '礼盒里只能放本社自己的商品规格。',
    en: 'A gift box holds the cooperative’s own packs only.',
  },
  'bundle.sku-twice': {
    kind: 'invalid',
    'zh-CN': '同一规格只能列一次，请改数量。',
    en: 'List a pack once and change how many of it are in the box.',
  },
  'sku.breaks-not-falling': {
    kind: 'invalid',
    'zh-CN': '阶梯价须随数量增加而降低，且数量不能重复。',
    en: 'Quantity breaks must rise in quantity and fall in price.',
  },
  'recognition.pending': {
    kind: 'conflict',
    'zh-CN': '这件商品已有认定或正在申请，不必重复提交。',
    en: 'This product is recognised, or an application is waiting already.',
  },
  'recognition.dates-wrong': {
    kind: 'invalid',
    'zh-CN': '请填写认定的起止日期，截止日须晚于起始日且尚未过去。',
    en: 'Give the first and last day of the recognition; the last must be later and not past.',
  },
  'recognition.decided-by-applicant': {
    kind: 'forbidden',
    'zh-CN': '申请人不能审批自己的申请，请由他人处理。',
    en: 'Whoever applied cannot decide. Let somebody else do it.',
  },
} as const satisfies Record<string, ProblemText>
