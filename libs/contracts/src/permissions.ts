/**
 * The permission matrix: role × act × own or any. This file is the only place that says who may do
 * what. `own` means the person's own objects, or those of an organisation in which they hold the
 * role; `any` means everybody's. A foreign object answers 404. No zod here: browsers read it too.
 */

/** Organisation kinds and the roles that members of each can hold. */
export const rolesOf = {
  cooperative: ['owner', 'clerk'],
  buyer: ['requester', 'approver', 'receiver'],
  administration: ['officer', 'liaison', 'operator', 'auditor'],
} as const

/** The role that keeps an organisation: the last member who holds it cannot give it up. */
export const keeperRoleOf = {
  cooperative: 'owner',
  buyer: 'approver',
  administration: 'operator',
} as const

export type OrganisationKind = keyof typeof rolesOf
export type MemberRole = (typeof rolesOf)[OrganisationKind][number]
/** Every signed-in person is a shopper; the other roles come with a membership. */
export type Role = 'shopper' | MemberRole

type Reach = 'own' | 'any'
interface Act {
  readonly by: Partial<Record<Role, Reach>>
  /** Needs a second factor used in this session: money, rights, payout settings. */
  readonly secondFactor?: true
}

const everyoneOwn = { shopper: 'own' } as const
const administrationReads = { officer: 'any', liaison: 'any', auditor: 'any' } as const
const cooperativeOwn = { owner: 'own', clerk: 'own' } as const
const buyerOwn = { requester: 'own', approver: 'own', receiver: 'own' } as const

const matrix = {
  // people
  'account:manage': { by: everyoneOwn },
  'notification:read': { by: everyoneOwn },
  'live:follow': { by: everyoneOwn },
  'organisation:read': {
    by: { ...cooperativeOwn, ...buyerOwn, ...administrationReads, operator: 'any' },
  },
  'organisation:edit': { by: { owner: 'own', approver: 'own', operator: 'any' } },
  'organisation:approve': { by: { liaison: 'any', officer: 'any' }, secondFactor: true },
  'cooperative:approve': { by: { liaison: 'any' }, secondFactor: true },
  'buyer:approve': { by: { officer: 'any' }, secondFactor: true },
  'member:manage': { by: { owner: 'own', approver: 'own', operator: 'any' }, secondFactor: true },
  'member:read': { by: { ...cooperativeOwn, ...buyerOwn, operator: 'any', auditor: 'any' } },
  'machine-key:manage': {
    by: { owner: 'own', approver: 'own', operator: 'any' },
    secondFactor: true,
  },
  'webhook:manage': { by: { owner: 'own', approver: 'own', operator: 'any' } },
  'payout-account:manage': { by: { owner: 'own' }, secondFactor: true },
  'person:administer': { by: { operator: 'any' }, secondFactor: true },
  'audit:read': { by: { auditor: 'any', operator: 'any' }, secondFactor: true },
  // programme
  'setting:read': { by: { officer: 'any', liaison: 'any', operator: 'any', auditor: 'any' } },
  'setting:edit': { by: { officer: 'any', operator: 'any' }, secondFactor: true },
  'operations:read': { by: { operator: 'any', auditor: 'any' }, secondFactor: true },
  'operations:act': { by: { operator: 'any' }, secondFactor: true },
  // catalogue and supply
  'product:manage': { by: cooperativeOwn },
  'product:approve': { by: { liaison: 'any' }, secondFactor: true },
  'lot:manage': { by: cooperativeOwn },
  'lot:recall': { by: { owner: 'own', officer: 'any', liaison: 'any' } },
  'lot:read': { by: { ...cooperativeOwn, ...administrationReads } },
  // rounds
  'demand:manage': { by: { requester: 'own', approver: 'own' } },
  'demand:read': { by: { ...buyerOwn, officer: 'any', auditor: 'any' } },
  'budget:manage': { by: { approver: 'own' } },
  'quota:file': { by: { approver: 'own' } },
  'quota:check': { by: { officer: 'any' }, secondFactor: true },
  'round:run': { by: { officer: 'any' }, secondFactor: true },
  'round:read': { by: administrationReads },
  'allocation:read': { by: { ...cooperativeOwn, ...buyerOwn, ...administrationReads } },
  'allocation:answer': { by: { approver: 'own', ...cooperativeOwn } },
  // A ticket tells the buyer's own ceiling: not for cooperatives.
  'ticket:read': { by: { ...buyerOwn, ...administrationReads } },
  // ordering
  'order:place': { by: everyoneOwn },
  'order:read': {
    by: { shopper: 'own', ...cooperativeOwn, ...buyerOwn, officer: 'any', auditor: 'any' },
  },
  'order:ship': { by: cooperativeOwn },
  // Out of confirmed allocations, and paid for: with the organisation's money.
  'order:procure': { by: { approver: 'own' } },
  'order:accept': { by: { shopper: 'own', receiver: 'own', approver: 'own' } },
  'order:cancel': { by: { shopper: 'own', approver: 'own' } },
  'invoice:answer': { by: cooperativeOwn },
  'review:answer': { by: cooperativeOwn },
  'review:moderate': { by: { officer: 'any', liaison: 'any' }, secondFactor: true },
  'after-sale:answer': { by: cooperativeOwn },
  'after-sale:read': { by: { officer: 'any', auditor: 'any' }, secondFactor: true },
  'refund:approve': { by: { officer: 'any' }, secondFactor: true },
  // settlement
  'earning:read': { by: { ...cooperativeOwn, officer: 'any', auditor: 'any' } },
  'settlement:read': { by: { officer: 'any', auditor: 'any' }, secondFactor: true },
  'settlement:close': { by: { officer: 'any' }, secondFactor: true },
  'payout:propose': { by: { officer: 'any' }, secondFactor: true },
  'payout:confirm': { by: { officer: 'any' }, secondFactor: true },
  // bank transfers
  'transfer:read': { by: { officer: 'any', auditor: 'any' }, secondFactor: true },
  'transfer:record': { by: { officer: 'any' }, secondFactor: true },
  'transfer:confirm': { by: { officer: 'any' }, secondFactor: true },
  // journals and reports
  'ledger:read': { by: { officer: 'any', auditor: 'any' }, secondFactor: true },
  'volume:read': { by: administrationReads, secondFactor: true },
  'volume:adjust': { by: { officer: 'any' }, secondFactor: true },
  'period:close': { by: { officer: 'any' }, secondFactor: true },
} as const satisfies Record<string, Act>

export type Permission = keyof typeof matrix
export const permissions: Readonly<Record<Permission, Act>> = matrix

/** How far a role reaches with an act: `any`, `own`, or not at all. */
export function reachOf(role: Role, permission: Permission): Reach | null {
  return permissions[permission].by[role] ?? null
}
