import type { AccountKind } from '@weibao/contracts/ledger'
import { invariant, isId, type Id } from '@weibao/kernel'

interface Chart {
  readonly kind: AccountKind
  readonly name: { readonly zh: string; readonly en: string }
  /** One account for each organisation: `<group>:<organisation>`. */
  readonly isOwned?: true
}

/** The chart of accounts. A new group is added here and, unless owned, in a migration. */
export const chart = {
  'stripe-clearing': {
    kind: 'asset',
    name: { zh: '支付渠道在途', en: 'Payment provider clearing' },
  },
  bank: { kind: 'asset', name: { zh: '银行存款', en: 'Bank' } },
  'buyer-prepaid': { kind: 'liability', name: { zh: '买家预付款', en: 'Prepaid by buyers' } },
  'transfer-credit': {
    kind: 'liability',
    name: { zh: '对公来款待用', en: 'Transfers not used yet' },
  },
  'cooperative-payable': {
    kind: 'liability',
    name: { zh: '应付合作社', en: 'Payable to cooperatives' },
    isOwned: true,
  },
  'refunds-payable': { kind: 'liability', name: { zh: '应退买家款', en: 'Refunds payable' } },
  'freight-payable': { kind: 'liability', name: { zh: '应付运费', en: 'Freight payable' } },
  'commission-income': { kind: 'income', name: { zh: '平台服务费收入', en: 'Commission income' } },
  'freight-income': { kind: 'income', name: { zh: '运费收入', en: 'Freight income' } },
  'stripe-fees': { kind: 'expense', name: { zh: '支付手续费', en: 'Payment fees' } },
} as const satisfies Record<string, Chart>

type Group = keyof typeof chart
type OwnedGroup = 'cooperative-payable'
export type AccountCode = Exclude<Group, OwnedGroup> | `${OwnedGroup}:${Id}`

/** The account of what is owed to a cooperative. */
export function cooperativePayable(cooperativeId: Id): AccountCode {
  return `cooperative-payable:${cooperativeId}`
}

export interface AccountParts {
  readonly code: AccountCode
  readonly group: Group
  readonly kind: AccountKind
  readonly organisationId: Id | null
}

/** Takes a code apart; throws when it is not of the chart. */
export function accountParts(code: AccountCode): AccountParts {
  const [group, owner = null] = code.split(':') as [string, string?]
  invariant(Object.hasOwn(chart, group), `no such account: ${code}`)
  const known: Chart = chart[group as Group]
  const isWhole = known.isOwned ? owner !== null && isId(owner) : owner === null
  invariant(isWhole, `not an account code: ${code}`)
  return { code, group: group as Group, kind: known.kind, organisationId: owner }
}
