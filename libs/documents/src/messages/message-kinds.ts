import type { Id, LocalDay } from '@weibao/kernel'

interface OrderParams {
  readonly orderId: Id
  readonly orderNumber: string
  /** The organisation whose order it is: its members read it in the console. */
  readonly buyerId?: Id
}

/** Named where the cooperative is told, not the buyer. */
interface ToSeller {
  readonly cooperativeId?: Id
}

/** By its buyer, by its cooperative, or because its money did not come in time. */
export type CancelledFor =
  'not-wanted' | 'goods-lost' | 'shortfall' | 'cannot-send' | 'not-paid' | 'sold-out'

interface ParcelParams extends OrderParams {
  readonly carrier: string
  readonly trackingNumber: string
}

interface ProductParams {
  readonly cooperativeId: Id
  readonly productId: Id
  readonly productZh: string
  readonly productEn: string
}

interface PaperParams {
  readonly cooperativeId: Id
  readonly kindZh: string
  readonly kindEn: string
  readonly number: string
  readonly expiresOn: LocalDay
  /** 0 on the last day; negative when it has expired. */
  readonly daysLeft: number
}

/**
 * Everything that Weibao writes to people, and what each message needs to know. Instants are ISO
 * 8601 UTC, money is fen. A kind is permanent: notifications of it are kept.
 */
export interface MessageParams {
  'verification-code': { readonly code: string; readonly minutes: number }
  'password-reset': { readonly code: string; readonly minutes: number }
  /** To an address that somebody tried to register although an account has it. */
  'account-exists': Readonly<Record<string, never>>
  /** To an address that somebody asked a password reset for although no account has it. */
  'account-unknown': Readonly<Record<string, never>>
  invitation: {
    readonly organisation: string
    readonly inviter: string
    /** Path on this site, with its token. */
    readonly path: string
    readonly days: number
  }
  'new-sign-in': { readonly at: string; readonly device: string; readonly address: string }
  'password-changed': { readonly at: string }
  'contact-changed': { readonly at: string; readonly masked: string }
  'second-factor-added': { readonly at: string }
  'second-factor-removed': { readonly at: string }
  'recovery-code-used': { readonly at: string; readonly left: number }
  'order-placed': OrderParams & { readonly amountFen: number; readonly payBefore: string }
  'order-paid': OrderParams & { readonly amountFen: number }
  /** To the cooperative. */
  'order-to-ship': OrderParams & { readonly cooperativeId: Id; readonly shipBefore: LocalDay }
  'order-shipped': ParcelParams & { readonly isPartial?: boolean }
  'order-delivered': ParcelParams
  'order-parcel-missing': ParcelParams & { readonly fate: 'lost' | 'returned' }
  recall: OrderParams & {
    readonly productZh: string
    readonly productEn: string
    readonly lotCode: string
    readonly reason: string
  }
  'order-accepted': OrderParams & ToSeller & { readonly isAutomatic: boolean }
  /** Kept ones from before reasons were told have none. */
  'order-cancelled': OrderParams &
    ToSeller & { readonly reason?: CancelledFor; readonly text?: string }
  /** To the cooperative. */
  'invoice-requested': OrderParams & { readonly cooperativeId: Id }
  'invoice-answered': OrderParams & { readonly isIssued: boolean }
  /** To the cooperative. */
  'review-written': {
    readonly cooperativeId: Id
    readonly product: { readonly zh: string; readonly en: string }
    readonly rating: number
  }
  /** Once an order, some days after it was received. */
  'review-reminder': OrderParams & {
    readonly product: { readonly zh: string; readonly en: string }
  }
  'review-answered': {
    readonly orderId: Id
    readonly product: { readonly zh: string; readonly en: string }
  }
  /** To the buyer, with `buyerId` to a member of the organisation, or, with `cooperativeId`, to the cooperative. */
  'after-sale-moved': {
    readonly buyerId: Id | null
    readonly caseId: Id
    readonly caseNumber: string
    readonly orderNumber: string
    readonly cooperativeId: Id | null
    readonly step:
      | 'opened'
      | 'reduced'
      | 'refused'
      | 'refereed'
      | 'to-send-back'
      | 'sent-back'
      | 'settled'
      | 'rest-cancelled'
      | 'replacement-offered'
      | 'to-resend'
      | 'resent'
      | 'resend-delivered'
      | 'replaced'
      | 'closed'
      | 'withdrawn'
    readonly amountFen: number
    /** When silence speaks; null where nothing runs out. */
    readonly before: string | null
  }
  /** To an organisation that keeps its own systems: one of them has failed too often and is not told any more. */
  'webhook-disabled': {
    readonly organisationId: Id
    readonly side: 'buyer' | 'cooperative'
    readonly host: string
  }
  /** To both sides: agreed, and not ordered in time. */
  'allocation-lapsed': {
    readonly organisationId: Id
    readonly side: 'buyer' | 'cooperative'
    readonly number: string
    readonly productZh: string
    readonly productEn: string
  }
  /** To a buyer: the lot of what it was promised fell short, or was recalled. */
  'allocation-superseded': {
    readonly organisationId: Id
    readonly number: string
    readonly productZh: string
    readonly productEn: string
    readonly reason: string
  }
  /** To a buyer's other approvers: one of them has approved what is above the limit. */
  'allocations-wait-for-second': {
    readonly organisationId: Id
    readonly count: number
    readonly amountFen: number
  }
  'refund-paid': OrderParams & { readonly amountFen: number }
  'product-approved': ProductParams & { readonly isChange: boolean }
  'product-returned': ProductParams & { readonly reason: string }
  'recognition-decided': ProductParams & {
    readonly state: 'recognised' | 'refused' | 'lapsed' | 'revoked'
    readonly validTo: LocalDay | null
    readonly reason: string
  }
  'paper-expiring': PaperParams
  /** To the liaison. */
  'paper-expiring-there': PaperParams & {
    readonly cooperativeZh: string
    readonly cooperativeEn: string
  }
  'organisation-decided': {
    readonly organisationId: Id
    readonly kind: 'cooperative' | 'buyer'
    readonly name: string
    readonly status: 'approved' | 'refused' | 'suspended'
    readonly reason: string
  }
}

export type MessageKind = keyof MessageParams
/** Sent to an address only, whoever is behind it, and forgotten once sent. */
export type DirectKind =
  'verification-code' | 'password-reset' | 'account-exists' | 'account-unknown' | 'invitation'
/** Kept as notifications of a person. */
export type NoticeKind = Exclude<MessageKind, DirectKind>
