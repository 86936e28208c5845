import type { EarningView, SettlementView } from '@weibao/contracts/settlement'
import type { SettlementRepository } from './settlement.repository.js'

type EarningRow = Awaited<ReturnType<SettlementRepository['listEarnings']>>[number]
type SettlementRow = Awaited<ReturnType<SettlementRepository['get']>>

export function toEarningView(earning: EarningRow): EarningView {
  return { ...earning, earnedAt: earning.earnedAt.toISOString() }
}

export function toSettlementView(settlement: SettlementRow): SettlementView {
  const { payout } = settlement
  return {
    ...settlement,
    cooperativeName: { zh: settlement.cooperativeNameZh, en: settlement.cooperativeNameEn },
    closedAt: settlement.closedAt.toISOString(),
    payout: payout && { ...payout, accountMasked: maskTail(payout.accountTail) },
  }
}

export function maskTail(tail: string): string {
  return `**** ${tail}`
}
