import { describe, expect, it } from 'vitest'
import { judge, type LineFacts } from './index.js'
import { makeFacts } from './testing/line-facts.js'
import type { CountingRules } from '@weibao/settings'

const rules: CountingRules = {
  channels: ['online-retail', 'canteen'],
  buyerKinds: ['organisation', 'person'],
  evidenceGrades: ['A', 'B'],
  needsBaoshanBuyer: true,
  needsWeixiOrigin: true,
  needsRecognition: true,
  needsBenefitRecord: true,
  needsRating: false,
}
const outside = { ...makeFacts().buyer, isInBaoshan: false, subdistrictCode: null }

describe('whether a sale counts', () => {
  it('does when recognised goods of Weixi with a benefit record go to a household in Baoshan', () => {
    expect(judge(rules, 'confirmed', makeFacts())).toEqual({ counted: true, reasons: [] })
  })

  it.each<[string, Partial<LineFacts>, string]>([
    ['goods made elsewhere', { isFromWeixi: false }, 'not-from-weixi'],
    ['goods without a valid recognition', { isRecognised: false }, 'no-recognition'],
    ['a seller without a benefit record', { hasBenefitRecord: false }, 'no-benefit-record'],
    ['a parcel to Hangzhou', { buyer: outside }, 'buyer-outside-baoshan'],
    ['goods that were counted when they left Weixi', { isResale: true }, 'resale'],
    ['a channel that the rules leave out', { channel: 'live' }, 'channel-not-counted'],
    ['a statement without papers', { evidenceGrade: 'C' }, 'evidence-too-weak'],
  ])('does not for %s', (_, traits, reason) => {
    expect(judge(rules, 'confirmed', makeFacts(traits))).toEqual({
      counted: false,
      reasons: [reason],
    })
  })

  it('names every reason, not only the first', () => {
    const facts = makeFacts({ isRecognised: false, buyer: outside, isResale: true })
    expect(judge(rules, 'ordered', facts).reasons).toEqual([
      'no-recognition',
      'buyer-outside-baoshan',
      'resale',
    ])
  })

  it('waits for a rating only where the rules ask for one, and only to be confirmed', () => {
    const strict = { ...rules, needsRating: true }
    expect(judge(strict, 'received', makeFacts()).counted).toBe(true)
    expect(judge(strict, 'confirmed', makeFacts()).reasons).toEqual(['not-rated'])
    expect(judge(strict, 'confirmed', makeFacts({ isRated: true })).counted).toBe(true)
  })

  it('follows the rules of the day: an officer can let organisations only count', () => {
    const institutions: CountingRules = { ...rules, buyerKinds: ['organisation'] }
    expect(judge(institutions, 'ordered', makeFacts()).reasons).toEqual(['buyer-kind-not-counted'])
  })
})
