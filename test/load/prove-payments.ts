import pg from 'pg'
import { openFaultMarket, type FaultMarket } from '../fault/support/fault-market.js'
import { killThroughCheckout } from '../fault/support/kill-scenario.js'
import { newHistory, PatientBuyer, type Plan } from '../fault/support/patient-buyer.js'
import { Durations, machine, say } from './support/figures.js'
import { openProofCluster } from './support/proof-cluster.js'
import { steer } from './support/provider.js'
import { Random, seedOfRun } from './support/random.js'
import { differences, untilSettled } from './support/settled.js'
import type { TestMarket } from '../support/market.js'

/**
 * `npm run prove:payments`: thousands of payments under webhooks that come doubled, shuffled, late
 * and early; then kills of api and worker at every step of the money path. Ends with code 1 when an
 * effect is missing or double. A quarter of an hour at most.
 */
const PAYMENTS = Number(process.env['WEIBAO_PAYMENTS'] ?? 3_000)
const KILLS = Number(process.env['WEIBAO_KILLS'] ?? 120)
const BUYERS = 24
const FINAL_WITHIN_MS = 60_000
const KILLING_LIMIT_MS = 600_000
/** A kill comes about each four seconds, a start takes longer: some buyers meet kill after kill. */
const PATIENCE_MS = 400_000

interface Weather {
  readonly name: string
  readonly share: number
  readonly settings: object
  readonly paysItself?: boolean
  /** Webhooks wait until all payments of this weather are done. */
  readonly isHeld?: boolean
}

/** The webhooks' weather: what share of the payments is made in which. */
const WEATHERS: readonly Weather[] = [
  { name: 'in order', share: 0.1, settings: {} },
  {
    name: 'doubled, shuffled',
    share: 0.3,
    settings: { deliveriesPerEvent: 2, shuffleWindowMs: 2_000 },
  },
  {
    name: 'three times, late',
    share: 0.2,
    settings: { deliveriesPerEvent: 3, webhookDelayMs: 4_000, shuffleWindowMs: 500 },
  },
  {
    name: 'four times, shuffled',
    share: 0.2,
    settings: { deliveriesPerEvent: 4, shuffleWindowMs: 4_000 },
  },
  {
    name: 'before our own answer',
    share: 0.05,
    paysItself: true,
    settings: { deliveriesPerEvent: 2, autoPayAfterMs: 0, replyDelayMs: 250 },
  },
  {
    name: 'held back, then all at once',
    share: 0.15,
    isHeld: true,
    settings: { deliveriesPerEvent: 2, holdWebhooks: true, shuffleWindowMs: 1_000 },
  },
]

const random = new Random(seedOfRun())
const started = Date.now()
say(`seed ${random.seed} (WEIBAO_SEED), ${PAYMENTS} payments, ${KILLS} kills, ${machine()}`)
const cluster = await openProofCluster('prove-payments')
const faults: string[] = []
try {
  faults.push(...(await under('prove-webhooks', proveWebhooks)))
  faults.push(...(await under('prove-kills', proveKills)))
} finally {
  await cluster.close()
}
for (const fault of faults.slice(0, 40)) say(`✗ ${fault}`)
say(`${((Date.now() - started) / 1000).toFixed(0)} s in all, ${machine()}`)
say(faults.length === 0 ? '✓ every effect once, everything final' : `${faults.length} faults`)
process.exit(faults.length === 0 ? 0 : 1)

async function under(
  suite: string,
  work: (fault: FaultMarket) => Promise<readonly string[]>,
): Promise<string[]> {
  const fault = await openFaultMarket(suite)
  const found: string[] = []
  try {
    found.push(...(await work(fault)))
  } finally {
    await fault.stop().catch((error: Error) => found.push(error.message))
  }
  return found
}

async function proveWebhooks({ market, owner, skuIds }: FaultMarket): Promise<readonly string[]> {
  const history = newHistory()
  for (const weather of WEATHERS) {
    await steer(market, { reset: true })
    await steer(market, { ...weather.settings, seed: random.seed })
    const begun = Date.now()
    const n = Math.round(PAYMENTS * weather.share)
    let left = n
    await Promise.all(
      Array.from({ length: BUYERS }, async () => {
        while (left-- > 0)
          await new PatientBuyer(market, random, history, {
            paysItself: weather.paysItself ?? false,
          })
            .visit(random.pick(skuIds), planUnder(weather))
            .catch((error: Error) => history.faults.push(error.message))
      }),
    )
    if (weather.isHeld) await steer(market, { holdWebhooks: false })
    say(`  ${weather.name}: ${n} in ${((Date.now() - begun) / 1000).toFixed(1)} s`)
  }
  const settled = await untilSettled(owner, FINAL_WITHIN_MS).then(
    (millis) => [`all final ${millis} ms after the last buyer`, []] as const,
    (error: Error) => ['not all final', [error.message]] as const,
  )
  const { events, acks } = await webhookFigures(market, owner)
  say(`${history.placed.size} groups placed, ${events} events, acknowledged in ${acks}`)
  say(`  answers ${[...history.answers].map(([name, n]) => `${name} × ${n}`).join(', ')}`)
  say(`  ${settled[0]}, ${machine()}`)
  return [...new Set(history.faults), ...settled[1], ...(await differences(market, owner))]
}

function planUnder({ isHeld, paysItself }: Weather): Plan {
  // Nobody waits for an order that only a held webhook would confirm.
  if (isHeld || paysItself) return random.pick(['pays', 'pays-and-returns'])
  return random.pick<Plan>([
    ...(['pays', 'pays', 'pays', 'pays', 'pays', 'pays-and-returns'] as const),
    ...(['pays-and-returns', 'pays-at-second-try', 'cancels', 'gives-up'] as const),
  ])
}

async function webhookFigures(market: TestMarket, owner: pg.Client) {
  const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from stripe_events')
  const response = await fetch(`${market.sandbox}/sandbox/state.json`)
  const state = (await response.json()) as {
    events: { deliveries: { log: { status: number | null; milliseconds: number }[] }[] }[]
  }
  const acks = new Durations()
  for (const { deliveries } of state.events)
    for (const { log } of deliveries) for (const { milliseconds } of log) acks.add(milliseconds)
  return { events: rows[0]!.n, acks }
}

async function proveKills(fault: FaultMarket): Promise<readonly string[]> {
  const weather = { deliveriesPerEvent: 2, shuffleWindowMs: 500, seed: random.seed }
  await steer(fault.market, weather)
  const outcome = await killThroughCheckout(fault, random, {
    kills: KILLS,
    visits: KILLS,
    buyers: BUYERS,
    limitMillis: KILLING_LIMIT_MS,
    finalWithinMillis: FINAL_WITHIN_MS,
    patienceMillis: PATIENCE_MS,
  })
  const { report, history, visits, finalMillis } = outcome
  say(
    `${report.total} kills while ${visits} visited; ${history.unknown} requests without an answer`,
  )
  for (const [point, n] of report.kills) say(`  ${String(n).padStart(3)} × ${point}`)
  say(`  answers ${[...history.answers].map(([name, n]) => `${name} × ${n}`).join(', ')}`)
  say(`  slowest start ${report.slowestStart} ms; all final ${finalMillis} ms after the last kill`)
  const missing = report.total < KILLS ? [`only ${report.total} of ${KILLS} kills`] : []
  return [...missing, ...outcome.faults]
}
