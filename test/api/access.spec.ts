import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { reachOf, type Role } from '@weibao/contracts/permissions'
import type { Route } from '@weibao/contracts/route'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../tools/services/paths.js'
import type { Account } from '../../tools/market/open-market.js'
import { Client } from '../support/client.js'
import { startTestMarket, type TestMarket } from '../support/market.js'

/** Every route of the contracts, as the server declares them. */
async function allRoutes(): Promise<Route[]> {
  const folder = join(root, 'libs/contracts/src')
  const found: Route[] = []
  for (const file of readdirSync(folder).filter(
    (name) => name.endsWith('.ts') && !name.includes('.spec.'),
  )) {
    const module = (await import(join(folder, file))) as Record<string, unknown>
    for (const value of Object.values(module))
      if (typeof value === 'object' && value !== null)
        found.push(...Object.values(value).filter((each): each is Route => isRoute(each)))
  }
  return found
}

function isRoute(value: unknown): value is Route {
  return (
    typeof value === 'object' &&
    value !== null &&
    'method' in value &&
    'path' in value &&
    'access' in value
  )
}

const routes = await allRoutes()
/** Acts that prove or change who is signed in would change the callers of the other cases. */
const touchesSession = ({ path }: Route) =>
  /^\/(session|password-resets|registrations|codes)/.test(path)
const guarded = routes.filter(
  (route) => route.access !== 'public' && !touchesSession(route) && route.produces !== 'events',
)
const nameOf = ({ method, path }: Route) => `${method} ${path}`

describe('who may do what, over all routes', () => {
  let market: TestMarket
  const callers = new Map<string, Client>()
  const memberships = new Map<string, string>()

  beforeAll(async () => {
    // One address asks for everything within a minute, which no stranger may.
    market = await startTestMarket({ suite: 'access', env: { RATE_LIMIT_SCALE: '1000' } })
    const accounts = JSON.parse(
      readFileSync(join(market.folder, 'accounts.json'), 'utf8'),
    ) as Account[]
    const owners = accounts.filter(({ role }) => role === 'owner')
    const wanted: [string, Account][] = [
      ['shopper', accounts.find(({ role }) => role === 'shopper')!],
      ['owner', owners[0]!],
      ['officer', accounts.find(({ role }) => role === 'officer')!],
      ['liaison', accounts.find(({ role }) => role === 'liaison')!],
      ['operator', accounts.find(({ role }) => role === 'operator')!],
      ['auditor', accounts.find(({ role }) => role === 'auditor')!],
    ]
    for (const [name, account] of wanted) {
      const client = new Client(market.apis[0])
      await client.signIn(account)
      callers.set(name, client)
    }
    const database = new pg.Client(market.database.ownerUrl)
    await database.connect()
    const found = await database.query<{ id: string }>(
      `select o.id from organisations o where o.kind = 'cooperative'
         and not exists (select from members m join people p on p.id = m.person_id where m.organisation_id = o.id and p.email = $1) limit 1`,
      [owners[0]!.email],
    )
    memberships.set('foreign', found.rows[0]!.id)
    await database.end()
  })
  afterAll(() => market.stop())

  /** The route with ids of nothing, or of a cooperative that is not the caller's. */
  const request = async (client: Client, route: Route) => {
    const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
      name === 'cooperativeId' || name === 'organisationId'
        ? memberships.get('foreign')!
        : randomUUID(),
    )
    const headers = { 'Idempotency-Key': randomUUID() }
    return client.call(
      route.method,
      path,
      route.method === 'GET' || route.method === 'DELETE' ? undefined : {},
      { headers },
    )
  }
  const mayAct = (role: Role, route: Route) =>
    route.access === 'signed-in' ||
    (route.access !== 'public' &&
      (reachOf('shopper', route.access) !== null || reachOf(role, route.access) !== null))

  it('knows the whole surface', () => {
    expect(guarded.length).toBeGreaterThan(60)
  })

  it.each(guarded.map((route) => [nameOf(route), route] as const))(
    '%s is closed to strangers',
    async (_, route) => {
      const answer = await request(new Client(market.apis[1]), route)
      expect([answer.status, (answer.body as { code?: string }).code]).toEqual([
        401,
        'access.sign-in-needed',
      ])
    },
  )

  it.each(['shopper', 'owner', 'officer', 'liaison', 'operator', 'auditor'] as const)(
    'a %s is refused every act that the matrix does not give',
    async (role) => {
      const wrong: string[] = []
      for (const route of guarded.filter((each) => !mayAct(role, each))) {
        const { status } = await request(callers.get(role)!, route)
        if (status !== 403) wrong.push(`${nameOf(route)} → ${status}`)
      }
      expect(wrong).toEqual([])
    },
  )

  it('another cooperative, and everything in it, does not exist for an owner', async () => {
    const wrong: string[] = []
    for (const route of guarded.filter(
      (each) => mayAct('owner', each) && /:(cooperativeId|organisationId)/.test(each.path),
    )) {
      const { status } = await request(callers.get('owner')!, route)
      // What goes in is checked before whose it is, so a write may be refused for its body.
      const isRight =
        route.method === 'GET' ? status === 404 : [403, 404, 415, 422].includes(status)
      if (!isRight) wrong.push(`${nameOf(route)} → ${status}`)
    }
    expect(wrong).toEqual([])
  })

  it('no route answers with a fault of its own, whoever asks for what is not there', async () => {
    const wrong: string[] = []
    for (const [role, client] of callers)
      for (const route of guarded) {
        const { status } = await request(client, route)
        if (status >= 500) wrong.push(`${role}: ${nameOf(route)} → ${status}`)
      }
    expect(wrong).toEqual([])
  })
})
