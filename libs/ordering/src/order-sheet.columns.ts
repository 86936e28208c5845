import type { OrderState, OrderTab } from '@weibao/contracts/order'
import { sheetColumns } from '@weibao/documents'

const title = (zh: string, en: string) => ({ 'zh-CN': zh, en })

export const orderStateNames = {
  placed: title('待付款', 'Unpaid'),
  confirmed: title('待发货', 'To ship'),
  'partly-shipped': title('部分发货', 'Partly shipped'),
  shipped: title('运输中', 'On the way'),
  delivered: title('已送达', 'Delivered'),
  accepted: title('已验收', 'Accepted'),
  closed: title('已完结', 'Closed'),
  cancelled: title('已取消', 'Cancelled'),
} as const satisfies Record<OrderState, unknown>

/** What a buyer's orders wait for, as its list names it. */
export const orderTabNames = {
  'to-pay': title('待付款', 'To pay'),
  'to-ship': title('待发货', 'To be shipped'),
  'to-receive': title('待收货', 'To receive'),
  done: title('已完成', 'Done'),
  cancelled: title('已取消', 'Cancelled'),
} as const satisfies Record<OrderTab, unknown>

/** An order a row. It names organisations, and no person: a file goes where a screen does not. */
export const orderColumns = sheetColumns({
  number: { type: 'text', title: title('订单号', 'Order') },
  placedAt: { type: 'instant', title: title('下单时间', 'Ordered') },
  state: {
    type: 'choice',
    title: title('状态', 'State'),
    choices: Object.entries(orderStateNames).map(([value, label]) => ({ value, label })),
  },
  cooperative: { type: 'text', title: title('合作社', 'Cooperative') },
  buyer: { type: 'text', title: title('买方', 'Buyer') },
  goods: { type: 'text', title: title('商品', 'Goods') },
  packages: { type: 'integer', title: title('件数', 'Packages') },
  massGrams: { type: 'integer', title: title('净重（克）', 'Net mass (g)') },
  goodsFen: { type: 'money', title: title('货款（元）', 'Goods (CNY)') },
  freightFen: { type: 'money', title: title('运费（元）', 'Freight (CNY)') },
  totalFen: { type: 'money', title: title('合计（元）', 'Total (CNY)') },
  leavesOn: { type: 'day', title: title('发货日', 'Leaves on') },
  arrivesOn: { type: 'day', title: title('最迟送达', 'Arrives by') },
})
