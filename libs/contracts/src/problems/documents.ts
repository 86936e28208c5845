import type { ProblemText } from '../problems.js'
import { sheetProblems } from './sheets.js'

export const documentsProblems = {
  ...sheetProblems,
  'document.busy': {
    kind: 'unavailable',
    'zh-CN': '正在处理的文件太多，请稍后再试。',
    en: 'Too many documents are being made just now. Please try again shortly.',
  },
  'document.too-costly': {
    kind: 'invalid',
    'zh-CN': '这个文件处理起来太费时，已停止。请拆成几份再试。',
    en: 'This file took too much to process and was stopped. Split it and try again.',
  },
  'document.too-large': {
    kind: 'invalid',
    'zh-CN': '内容太多，一份文件放不下。请缩小范围。',
    en: 'That is more than one document can hold. Narrow the selection.',
  },
} as const satisfies Record<string, ProblemText>
