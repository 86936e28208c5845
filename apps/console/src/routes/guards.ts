import type { QueryClient } from '@tanstack/react-query'
import type { OrganisationKind } from '@weibao/contracts/permissions'
import { redirect, type LoaderFunctionArgs } from 'react-router'
import { orderQuery } from '../features/orders/orders.queries'
import { sessionQuery } from '../features/sign-in/session.queries'
import { signInAddress } from '../features/sign-in/wanted-address'
import { actingOf, baseOf, workplacesOf } from '../lib/acting'

type Arguments = LoaderFunctionArgs

const BASENAME = /^\/console(?=\/|$)/

/** The session of somebody signed in; anybody else signs in first and comes back here. */
async function requireSession(client: QueryClient, request: Request) {
  const session = await client.ensureQueryData(sessionQuery)
  if (session.state === 'signed-in') return session
  const url = new URL(request.url)
  throw redirect(signInAddress(url.pathname.replace(BASENAME, '') + url.search))
}

/** For pages of anybody who is signed in. */
export function requireSignedIn(client: QueryClient) {
  return async ({ request }: Arguments) => {
    await requireSession(client, request)
    return null
  }
}

/** Foreign organisations look like none at all, as in the API. */
export function requireMember(client: QueryClient, kind: OrganisationKind) {
  return async ({ request, params }: Arguments) => {
    const session = await requireSession(client, request)
    const acting = actingOf(session, params['organisationId'] ?? '')
    const isOfKind = acting?.memberships[0]?.organisationKind === kind
    if (!acting || !isOfKind) throw Object.assign(new Error('not a member'), { status: 404 })
    return null
  }
}

/** To the first place of work; to setting up the second factor where that must come before. */
export function goHome(client: QueryClient) {
  return async ({ request }: Arguments) => {
    const session = await requireSession(client, request)
    const [first] = workplacesOf(session)
    const base = first && baseOf(first)
    if (!base) return redirect('/no-organisation')
    const { isRequired, isEnabled } = session.secondFactor
    const mustSetUp = isRequired && !isEnabled && first.organisationKind === 'administration'
    return redirect(mustSetUp ? `/second-factor?to=${encodeURIComponent(base)}` : base)
  }
}

/** Notifications lead to an order without saying for whom: its cooperative, or an office. */
export function openOrder(client: QueryClient) {
  return async ({ request, params }: Arguments) => {
    const session = await requireSession(client, request)
    const order = await client.ensureQueryData(orderQuery(params['orderId'] ?? ''))
    const places = workplacesOf(session)
    const place =
      places.find(({ organisationId }) => organisationId === order.cooperativeId) ??
      places.find(({ organisationKind }) => organisationKind === 'administration')
    return redirect(place ? `${baseOf(place) ?? ''}/orders/${order.id}` : '/')
  }
}
