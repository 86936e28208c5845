import type { ProblemText } from '../problems.js'

export const catalogProblems = {
  'product.edited-meanwhile': {
    kind: 'conflict',
    'zh-CN': '这条内容刚被别人改过。请刷新后再改，您填写的内容没有保存。',
    en: 'Somebody has just edited this. Reload and edit again; what you entered was not saved.',
  },
  'sku.breaks-not-falling': {
    kind: 'invalid',
    'zh-CN': '阶梯价须随数量增加而降低，且数量不能重复。',
    en: 'Quantity breaks must rise in quantity and fall in price.',
  },
} as const satisfies Record<string, ProblemText>
