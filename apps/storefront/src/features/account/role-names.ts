import type { MemberRole } from '@weibao/contracts/permissions'
import type { Bilingual } from '@weibao/contracts/basics'

/** Roles by the names of the domain. */
export const roleNames: Record<MemberRole, Bilingual> = {
  owner: { zh: '合作社负责人', en: 'cooperative owner' },
  clerk: { zh: '合作社办事员', en: 'cooperative clerk' },
  requester: { zh: '采购申请人', en: 'requester' },
  approver: { zh: '采购审批人', en: 'approver' },
  receiver: { zh: '收货人', en: 'receiver' },
  officer: { zh: '宝山专员', en: 'Baoshan officer' },
  liaison: { zh: '维西联络员', en: 'Weixi liaison' },
  operator: { zh: '运维', en: 'operator' },
  auditor: { zh: '审计员', en: 'auditor' },
}
