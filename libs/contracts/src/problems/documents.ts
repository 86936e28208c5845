import type { ProblemText } from '../problem-text.js'
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
  'file.too-large': {
    kind: 'invalid',
    status: 413,
    'zh-CN': '文件超过 {max} MB。',
    en: 'The file is larger than {max} MB.',
  },
  'file.missing': {
    kind: 'invalid',
    'zh-CN': '没有收到文件。',
    en: 'No file was received.',
  },
  'file.type-not-allowed': {
    kind: 'invalid',
    'zh-CN': '不接受这种文件。可以上传：{allowed}',
    en: 'This kind of file is not accepted. Accepted are: {allowed}',
  },
  'file.damaged': {
    kind: 'invalid',
    'zh-CN': '图片无法读取，可能已损坏。',
    en: 'The picture cannot be read; it may be damaged.',
  },
  'file.too-many-pixels': {
    kind: 'invalid',
    'zh-CN': '图片尺寸太大，最多 {megapixels} 百万像素。',
    en: 'The picture is too large: at most {megapixels} megapixels.',
  },
  'webhook.address-refused': {
    kind: 'invalid',
    'zh-CN': '不能使用这个地址：须是公网的 https 地址，且不含用户名和密码。',
    en: 'This address cannot be used: it must be https on the public internet, without user or password.',
  },
  'webhook.too-many-endpoints': {
    kind: 'conflict',
    'zh-CN': '每个单位最多 {max} 个推送地址。',
    en: 'An organisation can have at most {max} webhook endpoints.',
  },
} as const satisfies Record<string, ProblemText>
