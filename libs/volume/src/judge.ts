import type { ScopeReason, VolumeStage } from '@weibao/contracts/volume'
import type { CountingRules } from '@weibao/settings'
import type { LineFacts } from './line-facts.js'

export interface Judgement {
  readonly counted: boolean
  /** Empty exactly when it is counted. */
  readonly reasons: readonly ScopeReason[]
}

/**
 * Whether a line counts under the rules, and why not (domain.md §4.5–4.10). Pure: the same rules
 * and facts give the same judgement, so that an old figure can be explained by its rule version.
 */
export function judge(rules: CountingRules, stage: VolumeStage, facts: LineFacts): Judgement {
  const { buyer } = facts
  const findings: readonly (readonly [ScopeReason, boolean])[] = [
    ['not-from-weixi', rules.needsWeixiOrigin && !facts.isFromWeixi],
    ['no-recognition', rules.needsRecognition && !facts.isRecognised],
    ['no-benefit-record', rules.needsBenefitRecord && !facts.hasBenefitRecord],
    ['buyer-outside-baoshan', rules.needsBaoshanBuyer && !buyer.isInBaoshan],
    ['buyer-kind-not-counted', !rules.buyerKinds.includes(buyer.kind)],
    ['channel-not-counted', !rules.channels.includes(facts.channel)],
    // The first sale out of Weixi was counted; selling the same goods on is worth zero (§4.8).
    ['resale', facts.isResale === true],
    ['evidence-too-weak', !rules.evidenceGrades.includes(facts.evidenceGrade ?? 'A')],
    ['not-rated', rules.needsRating && stage === 'confirmed' && facts.isRated !== true],
  ]
  const reasons = findings.filter(([, holds]) => holds).map(([reason]) => reason)
  return { counted: reasons.length === 0, reasons }
}
