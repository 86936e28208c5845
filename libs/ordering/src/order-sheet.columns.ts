import { orderStateNames } from '@weibao/contracts/order-text'
import { sheetColumns } from '@weibao/documents'

const title = (zh: string, en: string) => ({ 'zh-CN': zh, en })

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
