import type { ProblemText } from '../problem-text.js'

export const quotaProblems = {
  'quota.above-ceiling': {
    kind: 'invalid',
    'zh-CN': '预留份额不能超过该预算的上限。',
    en: 'A quota cannot be above the ceiling of its budget line.',
  },
  'quota.own-filing': {
    kind: 'conflict',
    'zh-CN': '填报人不能审核自己填报的预留份额。',
    en: 'Whoever filed a quota cannot decide on it.',
  },
  'quota.filed-meanwhile': {
    kind: 'conflict',
    'zh-CN': '该单位刚刚重新填报过。请刷新后看过新的内容再审核。',
    en: 'The quota was filed anew meanwhile. Load the page again and read it before you decide.',
  },
} as const satisfies Record<string, ProblemText>
