import { defineMessages } from '@weibao/ui'

export const parcelWayMessages = defineMessages({
  'zh-CN': {
    arrives: '预计 {from} 至 {to} 送达',
    awaited: '正在向快递公司查询物流。',
    unknown: '快递公司查不到这个单号，请核对。',
  },
  en: {
    arrives: 'Expected {from} to {to}',
    awaited: 'Asking the courier where it is.',
    unknown: 'The courier does not know this number. Please check it.',
  },
})
