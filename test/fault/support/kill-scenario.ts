import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../../load/support/random.js'
import { differences, untilSettled } from '../../load/support/settled.js'
import { CALL_POINTS } from './provider-door.js'
import { COMMIT_POINTS } from './commit-watch.js'
import type { FaultMarket } from './fault-market.js'
import type { KillReport, Victim } from './killer.js'
import { newHistory, PatientBuyer, type History, type Plan } from './patient-buyer.js'

export interface KillScenario {
  readonly kills: number
  /** Visits at least; buyers go on coming while there is something to kill. */
  readonly visits: number
  readonly buyers: number
  /** Kills end here even when fewer were struck. */
  readonly limitMillis: number
  /** After the last kill everything is final within this. */
  readonly finalWithinMillis: number
  /** How long a buyer asks for one answer; kill after kill may meet the same buyer. */
  readonly patienceMillis?: number
}

export interface KillOutcome {
  readonly report: KillReport
  readonly history: History
  readonly visits: number
  readonly finalMillis: number
  readonly faults: readonly string[]
}

const PLANS: readonly Plan[] = [
  ...(['pays', 'pays', 'pays', 'pays-and-returns', 'pays-and-returns'] as const),
  ...(['pays-at-second-try', 'cancels', 'cancels', 'gives-up'] as const),
]
const ANY_MOMENT = 'any moment'
const ARMED_MILLIS = 1_500

/**
 * Buyers shop while processes are killed at every step of the money path. What must hold is in
 * `faults`, empty when it does: docs/domain.md §5, one effect of everything, all of it final.
 */
export async function killThroughCheckout(
  fault: FaultMarket,
  random: Random,
  scenario: KillScenario,
): Promise<KillOutcome> {
  const history = newHistory()
  const temper =
    scenario.patienceMillis === undefined ? {} : { patienceMillis: scenario.patienceMillis }
  let isOver = false
  let visits = 0
  const shopping = Array.from({ length: scenario.buyers }, async () => {
    while (!isOver || visits < scenario.visits) {
      visits++
      const buyer = new PatientBuyer(fault.market, random, history, temper)
      await buyer
        .visit(random.pick(fault.skuIds), random.pick(PLANS))
        .catch((error: Error) => history.faults.push(error.message))
    }
  })
  await killInTurn(fault, random, scenario)
  isOver = true
  await Promise.all(shopping)
  const report = await fault.killer.rest()
  const unsettled = await untilSettled(fault.owner, scenario.finalWithinMillis).then(
    () => [],
    (error: Error) => [error.message],
  )
  const faults = [
    ...new Set(history.faults),
    ...unsettled,
    ...(await lostGroups(fault, history)),
    ...(await differences(fault.market, fault.owner)),
  ]
  return { report, history, visits, finalMillis: Date.now() - fault.killer.lastStrike, faults }
}

async function killInTurn(
  { killer }: FaultMarket,
  random: Random,
  { kills, limitMillis }: KillScenario,
): Promise<void> {
  const end = Date.now() + limitMillis
  const victims: Victim[] = ['worker', 'api-1', 'api-2']
  const points = shuffle(random, [...COMMIT_POINTS, ...CALL_POINTS, ANY_MOMENT, ANY_MOMENT])
  for (let turn = 0; killer.total < kills && Date.now() < end; turn++) {
    const point = points[turn % points.length]!
    if (point === ANY_MOMENT) {
      await sleep(random.between(0, 800))
      killer.strike(point, victims[turn % victims.length]!)
    } else await killer.arm({ name: point, victim: 'any' }, ARMED_MILLIS)
  }
}

/** What was acknowledged is there, and nothing is there that nobody asked for; transfers are the seed's own. */
async function lostGroups({ owner }: FaultMarket, { placed }: History): Promise<string[]> {
  const { rows } = await owner.query<{ id: string; key: string }>(
    `select g.id, g.idempotency_key as key from order_groups g
     where not exists (select from payments p where p.subject_id = g.id and p.way = 'bank-transfer')`,
  )
  const there = new Map(rows.map(({ id, key }) => [key, id]))
  return [
    ...[...placed].flatMap(([key, id]) =>
      there.get(key) === id ? [] : [`acknowledged ${id} is ${there.get(key) ?? 'lost'}`],
    ),
    ...(there.size === rows.length ? [] : [`${rows.length - there.size} groups beside their twin`]),
    ...rows.filter(({ key }) => !placed.has(key)).map(({ id }) => `nobody knows of ${id}`),
  ]
}

function shuffle<T>(random: Random, items: T[]): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.between(0, i)
    ;[items[i], items[j]] = [items[j]!, items[i]!]
  }
  return items
}
