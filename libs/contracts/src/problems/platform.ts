import type { ProblemText } from '../problem-text.js'

export const platformProblems = {
  'request.invalid': {
    kind: 'invalid',
    'zh-CN': '提交的内容有误，请按提示修改后再试，尚未保存任何内容。',
    en: 'Some of what was sent is not right. Correct it as shown and try again; nothing was saved.',
  },
  'request.malformed': {
    kind: 'invalid',
    status: 400,
    'zh-CN': '请求内容无法读取，不是有效的 JSON。',
    en: 'The request could not be read: it is not valid JSON.',
  },
  'request.too-large': {
    kind: 'invalid',
    status: 413,
    'zh-CN': '提交的内容太大。',
    en: 'What was sent is too large.',
  },
  'request.too-deep': {
    kind: 'invalid',
    status: 400,
    'zh-CN': '提交的内容层级过深。',
    en: 'What was sent is nested too deeply.',
  },
  'request.unsupported-type': {
    kind: 'invalid',
    status: 415,
    'zh-CN': '不支持这种内容类型，请使用 {allowed}。',
    en: 'This content type is not supported; use {allowed}.',
  },
  'request.timeout': {
    kind: 'unavailable',
    'zh-CN': '处理超时，请稍后再试。',
    en: 'This took too long. Please try again shortly.',
  },
  'request.method-not-allowed': {
    kind: 'invalid',
    status: 405,
    'zh-CN': '这个地址不支持该操作。',
    en: 'This address does not allow that method.',
  },
  'request.not-found': {
    kind: 'not-found',
    'zh-CN': '没有找到要访问的内容。',
    en: 'There is nothing at this address.',
  },
  'request.foreign-origin': {
    kind: 'forbidden',
    'zh-CN': '请求来自其他网站，已拒绝。',
    en: 'The request came from another site and was refused.',
  },
  'request.too-many': {
    kind: 'too-many',
    'zh-CN': '操作太频繁，请 {seconds} 秒后再试。',
    en: 'Too many requests. Please try again in {seconds} seconds.',
  },
  'request.cursor-invalid': {
    kind: 'invalid',
    'zh-CN': '翻页标记无效，请从第一页重新开始。',
    en: 'The page cursor is not valid. Start again from the first page.',
  },
  'object.not-found': {
    kind: 'not-found',
    'zh-CN': '没有找到，可能已删除或不属于您。',
    en: 'Not found: it may have been removed, or it is not yours.',
  },
  'access.sign-in-needed': {
    kind: 'unauthenticated',
    'zh-CN': '请先登录。',
    en: 'Please sign in first.',
  },
  'access.not-allowed': {
    kind: 'forbidden',
    'zh-CN': '您没有做这件事的权限。',
    en: 'You are not allowed to do this.',
  },
  'access.second-factor-needed': {
    kind: 'forbidden',
    'zh-CN': '这项操作需要先完成两步验证。',
    en: 'This needs your second factor first.',
  },
  'idempotency.key-needed': {
    kind: 'invalid',
    'zh-CN': '缺少 Idempotency-Key 请求头（8 到 100 个字母、数字或横线）。',
    en: 'The Idempotency-Key header is missing (8 to 100 letters, digits or dashes).',
  },
  'idempotency.key-reused': {
    kind: 'conflict',
    'zh-CN': '这个 Idempotency-Key 已用于另一次不同的请求。',
    en: 'This Idempotency-Key was used for a different request.',
  },
  'idempotency.in-progress': {
    kind: 'conflict',
    'zh-CN': '同一请求正在处理，请稍后再试。',
    en: 'The same request is still being worked on. Try again shortly.',
  },
  'lifecycle.move-not-allowed': {
    kind: 'conflict',
    'zh-CN': '现在的状态下不能这样做，请刷新后查看最新状态。',
    en: 'This is not possible in the current state. Refresh to see the latest.',
  },
  'service.busy': {
    kind: 'unavailable',
    'zh-CN': '系统繁忙，请稍后再试，您的数据没有受影响。',
    en: 'The service is busy. Please try again shortly; your data is safe.',
  },
  'service.failed': {
    kind: 'unavailable',
    status: 500,
    'zh-CN': '出了点问题，我们已记录，请稍后再试（编号 {requestId}）。',
    en: 'Something went wrong and was recorded. Please try again later (reference {requestId}).',
  },
  'field.required': { kind: 'invalid', 'zh-CN': '必填', en: 'Required' },
  'field.wrong-type': {
    kind: 'invalid',
    'zh-CN': '类型不对，应为 {expected}',
    en: 'Must be of type {expected}',
  },
  'field.unknown': { kind: 'invalid', 'zh-CN': '没有这一项', en: 'There is no such field' },
  'field.too-small': {
    kind: 'invalid',
    'zh-CN': '不能小于 {minimum}',
    en: 'Must be at least {minimum}',
  },
  'field.too-big': {
    kind: 'invalid',
    'zh-CN': '不能大于 {maximum}',
    en: 'Must be at most {maximum}',
  },
  'field.too-few': { kind: 'invalid', 'zh-CN': '至少 {minimum} 项', en: 'At least {minimum}' },
  'field.too-many': { kind: 'invalid', 'zh-CN': '最多 {maximum} 项', en: 'At most {maximum}' },
  'field.text-too-short': {
    kind: 'invalid',
    'zh-CN': '至少 {min} 个字',
    en: 'At least {min} characters',
  },
  'field.text-too-long': {
    kind: 'invalid',
    'zh-CN': '最多 {max} 个字',
    en: 'At most {max} characters',
  },
  'field.text-unsafe': {
    kind: 'invalid',
    'zh-CN': '含有不可见或控制字符',
    en: 'Holds invisible or control characters',
  },
  'field.format': { kind: 'invalid', 'zh-CN': '格式不对', en: 'Not in the expected format' },
  'field.option': {
    kind: 'invalid',
    'zh-CN': '只能是：{options}',
    en: 'Must be one of: {options}',
  },
  'field.day-not-in-calendar': {
    kind: 'invalid',
    'zh-CN': '没有这一天',
    en: 'There is no such day',
  },
  'field.invalid': { kind: 'invalid', 'zh-CN': '内容不正确', en: 'Not valid' },
} as const satisfies Record<string, ProblemText>
