import { newId } from '@weibao/kernel'
import { describe, expect, it } from 'vitest'
import type { MembershipRow } from './session.repository.js'
import { isAlive, isInForce, provedUntil } from './session.rules.js'

const now = new Date('2026-11-25T08:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)

function member(traits: Partial<MembershipRow>): MembershipRow {
  return {
    memberId: newId(),
    organisationId: newId(),
    organisationKind: 'cooperative',
    organisationStatus: 'approved',
    nameZh: '百花蜂业合作社',
    nameEn: 'Baihua Bees',
    shortNameZh: '百花',
    shortNameEn: 'Baihua',
    isDemonstration: true,
    role: 'owner',
    ...traits,
  }
}
const office = member({ organisationKind: 'administration', role: 'officer' })

describe('a session', () => {
  const cases: [string, number, number, MembershipRow[], boolean][] = [
    ['of a shopper, seen 13 days ago', 13 * 24, 13 * 24, [], true],
    ['of a shopper, not seen for 14 days', 20 * 24, 14 * 24, [], false],
    ['of a shopper, seen today but 90 days old', 90 * 24, 0, [], false],
    ['of a cooperative, seen two days ago', 48, 48, [member({})], true],
    ['of the administration, seen 11 hours ago', 11, 11, [office], true],
    ['of the administration, not seen for 12 hours', 12, 12, [office], false],
    ['of the administration, seen now but a day old', 24, 0, [office], false],
  ]
  it.each(cases)('%s stands or ends', (_, age, unseen, memberships, isStanding) => {
    const session = {
      state: 'open' as const,
      createdAt: hoursAgo(age),
      lastSeenAt: hoursAgo(unseen),
      memberships,
    }
    expect(isAlive(session, now)).toBe(isStanding)
  })

  it('waits ten minutes for the second factor', () => {
    const waiting = (minutes: number) => ({
      state: 'awaiting-second-factor' as const,
      createdAt: hoursAgo(minutes / 60),
      lastSeenAt: hoursAgo(minutes / 60),
      memberships: [],
    })
    expect(isAlive(waiting(9), now)).toBe(true)
    expect(isAlive(waiting(10), now)).toBe(false)
  })
})

describe('a proof of the second factor', () => {
  it('holds for twelve hours', () => {
    expect(provedUntil(hoursAgo(11), now)).toEqual(new Date(now.getTime() + 3_600_000))
    expect(provedUntil(hoursAgo(12), now)).toBeNull()
    expect(provedUntil(null, now)).toBeNull()
  })
})

describe('a membership', () => {
  it('is in force in approved organisations only', () => {
    for (const organisationStatus of ['applied', 'refused', 'suspended'] as const)
      expect(isInForce(member({ organisationStatus }), now)).toBe(false)
    expect(isInForce(member({}), null)).toBe(true)
  })

  it('of the administration needs the second factor in this session', () => {
    expect(isInForce(office, null)).toBe(false)
    expect(isInForce(office, hoursAgo(20))).toBe(true)
  })
})
