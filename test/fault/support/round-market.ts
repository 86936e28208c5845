import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Account } from '../../../tools/market/open-market.js'
import { withClient } from '../../../tools/services/database.js'
import { Client } from '../../support/client.js'
import { startTestMarket } from '../../support/market.js'

/** Who changes what is on sale, signed in in every clone. */
export interface SignedIn {
  readonly officer: Client
  /** An owner of a cooperative by its id. */
  readonly owners: ReadonlyMap<string, Client>
  /** Packages that the undisturbed round took of each lot; filled when that has run. */
  readonly takenOf: Map<string, number>
}

export interface WaitingMarket {
  readonly people: SignedIn
  /** A template of which each clone is the same market, in which the same round waits. */
  readonly template: string
  readonly roundId: string
  /** How the simultaneous starts were answered: status and code, and how often. */
  readonly answers: ReadonlyMap<string, number>
  readonly faults: readonly string[]
  readonly drop: () => Promise<void>
}

/**
 * Fills a market with goods and demands that no round has seen, and lets an officer start a round so many
 * times at once, at two api processes. No worker runs: the round waits, and the database is kept as it is.
 */
export async function openWaitingMarket(
  suite: string,
  { starts, demands }: { starts: number; demands: number },
): Promise<WaitingMarket> {
  const market = await startTestMarket({ suite, only: ['api-1', 'api-2'] })
  const template = `${market.database.name}_waits`
  const admin = process.env['WEIBAO_TEST_ADMIN_URL'] ?? ''
  try {
    await withClient(market.database.ownerUrl, (owner) => refill(owner, demands))
    const officer = new Client(market.apis[0])
    await officer.signIn(officerOf(market.folder))
    const clients = market.apis.map((api) => officer.by(api))
    const owners = await ownersOf(market.apis[0], market.folder)
    const answers = new Map<string, number>()
    const all = await Promise.all(
      Array.from({ length: starts }, (_, n) =>
        clients[n % 2]!.post<{ id: string; code?: string }>('/administration/rounds'),
      ),
    )
    for (const { status, body } of all) {
      const name = body.code ? `${status} ${body.code}` : String(status)
      answers.set(name, (answers.get(name) ?? 0) + 1)
    }
    const started = all.filter(({ status }) => status === 201)
    const faults = startFaults(answers)
    for (const process of market.processes.values()) await process.kill('SIGTERM')
    await withClient(admin, (client) =>
      client.query(`create database ${template} template ${market.database.name}`),
    )
    const drop = () =>
      withClient(admin, (client) =>
        client.query(`drop database if exists ${template} with (force)`),
      ).then(() => undefined)
    const people = { officer, owners, takenOf: new Map<string, number>() }
    return { people, template, roundId: started[0]?.body.id ?? '', answers, faults, drop }
  } finally {
    await market.stop()
  }
}

function startFaults(answers: ReadonlyMap<string, number>): string[] {
  const allowed = new Set(['201', '409 round.under-way'])
  return [
    ...(answers.get('201') === 1 ? [] : [`${answers.get('201') ?? 0} of the starts began a round`]),
    ...[...answers].flatMap(([name, n]) =>
      allowed.has(name) ? [] : [`${n} starts answered ${name}`],
    ),
  ]
}

const MOST_OWNERS = 8

/** Owners of cooperatives, signed in. */
async function ownersOf(api: string, folder: string): Promise<Map<string, Client>> {
  const accounts = JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8')) as Account[]
  const owners = new Map<string, Client>()
  for (const account of accounts.filter(({ role }) => role === 'owner').slice(0, MOST_OWNERS)) {
    const client = new Client(api)
    await client.signIn(account)
    const { body } = await client.get<{ memberships: { organisationId: string }[] }>('/session')
    const [own] = body.memberships
    if (own) owners.set(own.organisationId, client)
  }
  return owners
}

/** An officer of the demonstration. */
function officerOf(folder: string): Account {
  const accounts = JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8')) as (Account & {
    role: string
  })[]
  const officer = accounts.find(({ role, totpSecret }) => role === 'officer' && totpSecret)
  if (!officer) throw new Error('the demonstration has no officer')
  return officer
}

/** Gives every lot goods that nobody has, and so many demands of the seed once more, with money of their own. */
async function refill(owner: pg.ClientBase, demands: number): Promise<void> {
  await owner.query('begin')
  await owner.query(
    `insert into lot_movements (id, lot_id, kind, quantity_delta, made_at)
     select gen_random_uuid(), id, 'edited', quantity + 100, now() from lots where state in ('open', 'exhausted')`,
  )
  await owner.query(
    `update lots set quantity = quantity * 2 + 100, state = 'open' where state in ('open', 'exhausted')`,
  )
  // What the services would have written into the shop window.
  await owner.query(
    `update product_search s set sku_left = (
       select coalesce(jsonb_object_agg(k.sku_id, k.available), '{}') from (
         select sku_id, sum(quantity - held - sold - written_off) as available
           from lots where product_id = s.product_id and state = 'open' group by sku_id) k)`,
  )
  await owner.query(
    `create temporary table again on commit drop as
     select id, gen_random_uuid() as new_id, budget_line_id, gen_random_uuid() as new_budget_id
       from (select * from demands where state = 'open' order by number limit $1) d`,
    [demands],
  )
  await owner.query(
    `insert into budget_lines select (jsonb_populate_record(b, jsonb_build_object('id', a.new_budget_id,
       'name', b.name || ' ' || left(a.new_id::text, 4)))).* from budget_lines b join again a on a.budget_line_id = b.id`,
  )
  await owner.query(
    `insert into demands select (jsonb_populate_record(d, jsonb_build_object('id', a.new_id,
       'number', d.number || '-2', 'budget_line_id', a.new_budget_id))).* from demands d join again a on a.id = d.id`,
  )
  await owner.query(
    `insert into demand_lines select (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(),
       'demand_id', a.new_id))).* from demand_lines l join again a on a.id = l.demand_id`,
  )
  await owner.query('commit')
}
