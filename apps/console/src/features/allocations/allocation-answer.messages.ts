import { defineMessages } from '@weibao/ui'

export const allocationAnswerMessages = defineMessages({
  'zh-CN': { needReason: '请写明原因，至少 {least} 个字' },
  en: { needReason: 'Give a reason of at least {least} characters' },
})
