import { defineMessages } from '@weibao/ui'

export const parcelWayMessages = defineMessages({
  'zh-CN': {
    arrives: '预计 {from} 至 {to} 送达',
    handedOver: '交给 {courier}',
    awaited: '正在向快递公司查询物流。',
    unknown: '快递公司查不到这个单号，请核对。',
    'picked-up': '已揽收',
    sorted: '已到达分拣中心',
    departed: '已发往下一站',
    arrived: '已到达转运中心',
    'at-station': '已到达派送站点',
    'out-for-delivery': '正在派送',
    delivered: '已签收',
    lost: '包裹丢失',
    returned: '包裹被退回',
  },
  en: {
    arrives: 'Expected {from} to {to}',
    handedOver: 'Handed to {courier}',
    awaited: 'Asking the courier where it is.',
    unknown: 'The courier does not know this number. Please check it.',
    'picked-up': 'Picked up',
    sorted: 'Sorted',
    departed: 'Departed',
    arrived: 'Arrived at the hub',
    'at-station': 'At the delivery station',
    'out-for-delivery': 'Out for delivery',
    delivered: 'Delivered',
    lost: 'Lost',
    returned: 'Returned to its sender',
  },
})
