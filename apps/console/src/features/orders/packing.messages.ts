import { defineMessages } from '@weibao/ui'

export const packingMessages = defineMessages({
  'zh-CN': {
    orders: '订单',
    importTitle: '用表格批量发货',
    importLead: '每行一个订单：订单号、快递公司、快递单号。每个包裹装入该订单全部未发的商品。',
    pickTitle: '配货单',
    pickLead: '待发货的 {count} 个订单，先到期的批次先拿。',
    pickCut: '共有 {waiting} 个订单待发货，这里只列最早的 {count} 个；发完再刷新。',
    print: '打印',
    slips: '打印全部装箱单',
    slipsCut: '一个文件最多 {most} 张装箱单，请到订单列表勾选后分批打印。',
    emptyTitle: '没有要配的货',
    emptyText: '有新的待发货订单时，这里会列出从哪个批次拿多少。',
    lot: '批次',
    goods: '商品规格',
    bestBefore: '保质期至',
    take: '拿取',
    forOrders: '用于订单',
    ofOrder: '{number} × {quantity}',
    picked: '已拿',
  },
  en: {
    orders: 'Orders',
    importTitle: 'Ship many by a sheet',
    importLead:
      'A row an order: its number, the courier, the tracking number. Each parcel holds all that is left of its order.',
    pickTitle: 'Pick list',
    pickLead: '{count} orders to ship; the first-expired lot comes first.',
    pickCut:
      '{waiting} orders wait to be shipped; these are the oldest {count}. Reload when they have left.',
    print: 'Print',
    slips: 'Print all packing slips',
    slipsCut:
      'One file holds {most} packing slips at most. Choose orders in the list and print them in parts.',
    emptyTitle: 'Nothing to pick',
    emptyText: 'When orders wait to be shipped, what to take from which lot is listed here.',
    lot: 'Lot',
    goods: 'Goods',
    bestBefore: 'Best before',
    take: 'Take',
    forOrders: 'For orders',
    ofOrder: '{number} × {quantity}',
    picked: 'Taken',
  },
})
