import type { ProblemText } from '../problem-text.js'

export const matchingProblems = {
  'round.under-way': {
    kind: 'conflict',
    'zh-CN': '撮合轮次 {number} 正在进行，同一时间只能有一轮。请等它结束，或先取消它。',
    en: 'Round {number} is under way, and there is one at a time. Wait until it ends, or cancel it first.',
  },
  'round.no-result': {
    kind: 'conflict',
    'zh-CN': '轮次 {number} 没有结果：尚未完成、已取消或已失败。',
    en: 'Round {number} has no result: it is not done, was cancelled, or failed.',
  },
  'allocation.too-late': {
    kind: 'conflict',
    'zh-CN': '答复期限已过（{deadline}），这份撮合结果已失效。',
    en: 'The time to answer is over ({deadline}); this proposal has lapsed.',
  },
} as const satisfies Record<string, ProblemText>
