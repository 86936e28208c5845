import type { ProblemText } from '../problems.js'

export const supplyProblems = {
  'lot.insufficient': {
    kind: 'conflict',
    'zh-CN': '库存不足，目前只剩 {left} 份。请调整数量后再试，尚未扣款。',
    en: 'Not enough left: {left} can be had now. Change the quantity and try again; nothing was charged.',
  },
} as const satisfies Record<string, ProblemText>
