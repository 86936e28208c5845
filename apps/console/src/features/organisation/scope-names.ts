import type { Bilingual } from '@weibao/contracts/basics'
import type { Permission } from '@weibao/contracts/permissions'

/** What a key may be allowed, in words; an act without words here shows its code. */
export const scopeNames: Partial<Record<Permission, Bilingual>> = {
  'organisation:read': { zh: '查看单位资料', en: 'Read the organisation' },
  'product:manage': { zh: '管理商品与证照', en: 'Manage products and papers' },
  'lot:manage': { zh: '管理批次', en: 'Manage lots' },
  'lot:read': { zh: '查看批次', en: 'Read lots' },
  'lot:recall': { zh: '召回批次', en: 'Recall lots' },
  'demand:manage': { zh: '提交采购需求', en: 'State demands' },
  'demand:read': { zh: '查看采购需求', en: 'Read demands' },
  'budget:manage': { zh: '管理预算与收货点', en: 'Manage budgets and delivery points' },
  'quota:file': { zh: '填报预留份额', en: 'File quotas' },
  'allocation:read': { zh: '查看撮合结果', en: 'Read allocations' },
  'allocation:answer': { zh: '答复撮合结果', en: 'Answer allocations' },
  'ticket:read': { zh: '查看撮合说明', en: 'Read tickets' },
  'order:read': { zh: '查看订单', en: 'Read orders' },
  'order:ship': { zh: '登记发货', en: 'Ship orders' },
  'order:accept': { zh: '确认收货', en: 'Accept goods' },
  'invoice:answer': { zh: '开具发票', en: 'Issue invoices' },
  'review:answer': { zh: '回复评价', en: 'Answer reviews' },
  'after-sale:answer': { zh: '答复售后', en: 'Answer cases' },
  'earning:read': { zh: '查看应得与结算', en: 'Read earnings' },
  'webhook:manage': { zh: '管理消息推送', en: 'Manage webhooks' },
}
