import { createHash, randomBytes } from 'node:crypto'
import type { Id } from '@weibao/kernel'
import type { Permission } from '@weibao/contracts/permissions'
import { notFound, type Actor } from '@weibao/platform'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Who shops: a person by session, or a guest by a cookie that only this browser has. */
export type Shopper =
  | { readonly personId: Id; readonly guestKey: null; readonly actor: Actor }
  | { readonly personId: null; readonly guestKey: string; readonly actor: null }

const COOKIE = 'weibao_guest'
const TOKEN = /^[A-Za-z0-9_-]{43}$/
const DAYS_30 = 30 * 24 * 3600

/** The shopper of a request, or null for a visitor who has put nothing aside yet. */
export function findShopper(actor: Actor | null, request: FastifyRequest): Shopper | null {
  if (actor) return { personId: actor.personId, guestKey: null, actor }
  const guestKey = guestKeyOf(request)
  return guestKey ? { personId: null, guestKey, actor: null } : null
}

/** As `findShopper`; 404 for a visitor, who has nothing that could be looked at. */
export function mustShop(actor: Actor | null, request: FastifyRequest): Shopper {
  const shopper = findShopper(actor, request)
  if (!shopper) throw notFound()
  return shopper
}

/** The guest's key of this browser, also when somebody has signed in on it. */
export function guestKeyOf(request: FastifyRequest): string | null {
  const token = request.cookies[COOKIE]
  return token && TOKEN.test(token) ? hash(token) : null
}

/** The shopper of a request; a visitor becomes a guest and gets the cookie. */
export function becomeShopper(
  actor: Actor | null,
  request: FastifyRequest,
  reply: FastifyReply,
  isSecure: boolean,
): Shopper {
  const known = findShopper(actor, request)
  if (known) return known
  const token = randomBytes(32).toString('base64url')
  void reply.setCookie(COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    maxAge: DAYS_30,
  })
  return { personId: null, guestKey: hash(token), actor: null }
}

/** Only the hash is stored: who reads the database cannot become the guest. */
function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Whose an order is. */
export interface Owned {
  readonly personId: Id | null
  readonly guestKey: string | null
  readonly buyerId?: Id | null
}

/** Whether it is the shopper's own, or of an organisation for which they may do the act. */
export function isBuyerOf(shopper: Shopper, order: Owned, act: Permission): boolean {
  if (order.buyerId) return shopper.actor?.mayFor(act, order.buyerId) ?? false
  return shopper.personId
    ? order.personId === shopper.personId
    : order.guestKey === shopper.guestKey
}

/** Only who ordered may accept, cancel or pay; for all others the order does not exist. */
export function mustBeBuyer(shopper: Shopper, order: Owned, act: Permission = 'order:read'): void {
  if (!isBuyerOf(shopper, order, act)) throw notFound()
}
