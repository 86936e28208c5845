import type { MembershipRow, SessionRow } from './session.repository.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export const sessionTimes = {
  shopper: { idle: 14 * DAY, absolute: 90 * DAY },
  /** Whoever belongs to the administration, in whatever role. */
  administration: { idle: 12 * HOUR, absolute: 24 * HOUR },
  /** Between password and second factor. */
  awaiting: 10 * MINUTE,
  /** How long a proof of the second factor opens the acts that need one. */
  proof: 12 * HOUR,
  touch: MINUTE,
} as const

type Times = Pick<SessionRow, 'state' | 'createdAt' | 'lastSeenAt' | 'memberships'>

export function isOfAdministration(memberships: readonly MembershipRow[]): boolean {
  return memberships.some((member) => member.organisationKind === 'administration')
}

/** Whether the session still stands at `now`, by idle and absolute time. */
export function isAlive(session: Times, now: Date): boolean {
  const age = now.getTime() - session.createdAt.getTime()
  if (session.state === 'awaiting-second-factor') return age < sessionTimes.awaiting
  const limits = isOfAdministration(session.memberships)
    ? sessionTimes.administration
    : sessionTimes.shopper
  return age < limits.absolute && now.getTime() - session.lastSeenAt.getTime() < limits.idle
}

/** Until when acts that need the second factor are open; null when it must be proved (again). */
export function provedUntil(secondFactorAt: Date | null, now: Date): Date | null {
  if (!secondFactorAt) return null
  const until = new Date(secondFactorAt.getTime() + sessionTimes.proof)
  return until > now ? until : null
}

/**
 * Whether a membership gives its rights: the organisation is approved, and a role of the
 * administration was taken up with the second factor in this session.
 */
export function isInForce(member: MembershipRow, secondFactorAt: Date | null): boolean {
  if (member.organisationStatus !== 'approved') return false
  return member.organisationKind !== 'administration' || secondFactorAt !== null
}
