import type { Locale } from './basics.js'
import type { OrderState, OrderTab } from './order.js'

/**
 * The names of an order's states for those who keep the books, in both languages. Plain data: sheets
 * and the console's screens read them, so that neither can say what the other does not. The shop
 * speaks to a shopper in words of its own.
 */
type Words = Readonly<Record<Locale, string>>

/** Where an order stands, in the order of its life. */
export const orderStateNames: Readonly<Record<OrderState, Words>> = {
  placed: { 'zh-CN': '待付款', en: 'Unpaid' },
  confirmed: { 'zh-CN': '待发货', en: 'To ship' },
  'partly-shipped': { 'zh-CN': '部分发货', en: 'Partly shipped' },
  shipped: { 'zh-CN': '运输中', en: 'On the way' },
  delivered: { 'zh-CN': '已送达', en: 'Delivered' },
  accepted: { 'zh-CN': '已验收', en: 'Accepted' },
  closed: { 'zh-CN': '已完结', en: 'Closed' },
  cancelled: { 'zh-CN': '已取消', en: 'Cancelled' },
}

/** What a buyer's orders wait for, as its list names it. */
export const orderTabNames: Readonly<Record<OrderTab, Words>> = {
  'to-pay': { 'zh-CN': '待付款', en: 'To pay' },
  'to-ship': { 'zh-CN': '待发货', en: 'To be shipped' },
  'to-receive': { 'zh-CN': '待收货', en: 'To receive' },
  done: { 'zh-CN': '已完成', en: 'Done' },
  cancelled: { 'zh-CN': '已取消', en: 'Cancelled' },
}
