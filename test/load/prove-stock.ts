import pg from 'pg'
import { Client } from '../support/client.js'
import { startTestMarket, type TestMarket } from '../support/market.js'
import { checkoutOf } from '../support/shopping.js'
import { Durations, machine, say } from './support/figures.js'
import { boxesWith, lotFigures, openOnlyLot, type RushedLot } from './support/goods.js'
import { openProofCluster } from './support/proof-cluster.js'
import { steer } from './support/provider.js'
import { Random, seedOfRun } from './support/random.js'
import { RushBuyer, sleep, type RushCounts, type RushWish } from './support/rush.js'
import { differences, untilSettled } from './support/settled.js'

/**
 * `npm run prove:stock`: a rush of guests on a lot of 100, at two api processes, on a database that
 * waits for the disk. Ends with code 1 when anything is sold twice, lost, or answered wrongly.
 */
const LOT = 100
const BUYERS = Number(process.env['WEIBAO_BUYERS'] ?? 2_000)
const DECLINED = 0.03
const MAX_ROUNDS = 20

interface Run {
  readonly name: string
  /** `boxes`: gift boxes that hold one, and two, packs of the lot. */
  readonly wishOf: (random: Random, boxes: readonly string[]) => RushWish
}

const singly = (packs: number): RushWish => ({ packs, boxes: null })
const RUNS: readonly Run[] = [
  { name: 'one package each', wishOf: () => singly(1) },
  { name: 'one to seven packages each', wishOf: (random) => singly(random.between(1, 7)) },
  {
    name: 'singly and in two gift boxes that share the lot',
    wishOf: (random, boxes) => {
      const kind = random.between(0, 2)
      if (kind === 0) return singly(random.between(1, 3))
      const quantity = random.between(1, 2)
      return { packs: kind * quantity, boxes: { bundleId: boxes[kind - 1]!, quantity } }
    },
  },
]

const random = new Random(seedOfRun())
say(`seed ${random.seed} (WEIBAO_SEED), ${BUYERS} buyers, a lot of ${LOT}, ${machine()}`)
const cluster = await openProofCluster('prove-stock')
const faults: string[] = []
try {
  const market = await startTestMarket({
    suite: 'prove-stock',
    env: { RATE_LIMIT_SCALE: '1000000', LOG_LEVEL: 'warn' },
  })
  try {
    await steer(market, { declineRate: DECLINED, seed: random.seed })
    for (const [nth, run] of RUNS.entries()) faults.push(...(await prove(market, run, nth)))
  } finally {
    await market.stop().catch((error: Error) => faults.push(error.message))
  }
} finally {
  await cluster.close()
}
for (const fault of faults) say(`✗ ${fault}`)
say(
  faults.length === 0
    ? '✓ nothing was sold twice, nothing paid is lost'
    : `${faults.length} faults`,
)
process.exit(faults.length === 0 ? 0 : 1)

async function prove(market: TestMarket, run: Run, nth: number): Promise<string[]> {
  const owner = new pg.Client(market.database.ownerUrl)
  await owner.connect()
  try {
    const lot = await openOnlyLot(owner, LOT, nth)
    const counts: RushCounts = {
      answers: new Map(),
      waits: new Durations(),
      requests: new Durations(),
    }
    const boxes = await boxesWith(owner, lot)
    const wishes = Array.from({ length: BUYERS }, () => run.wishOf(random, boxes))
    const buyers = await prepareBuyers(market, lot, wishes, counts)
    const watch = watchLot(market, lot)
    const started = performance.now()
    const outcomes = await Promise.allSettled(buyers.map((buyer) => buyer.rush()))
    const seconds = (performance.now() - started) / 1000
    const rush = { waits: `${counts.waits}`, attempts: counts.requests.count }
    const reofferedIn = await reoffer(owner, lot, buyers, outcomes)
    const settledMillis = await untilSettled(owner)
    const { most, samples } = await watch()
    const end = await lotFigures(owner, lot.lotId)

    say(`\n${run.name}: ${BUYERS} checkouts in ${seconds.toFixed(1)} s, ${machine()}`)
    say(`  ${(BUYERS / seconds).toFixed(0)} checkouts/s decided; each buyer waited ${rush.waits}`)
    say(`  ${rush.attempts} requests; one request ${counts.requests}`)
    say(`  answers ${[...counts.answers].map(([name, n]) => `${name} × ${n}`).join(', ')}`)
    say(`  sold ${end.sold} of ${LOT}, at most ${most} at any of ${samples} moments`)
    say(`  ${reofferedIn} rounds of what was declined; all final ${settledMillis} ms after`)
    return [
      ...judge(run, { end, most, answers: counts.answers, outcomes }),
      ...(await differences(market, owner)),
    ]
  } finally {
    await owner.end()
  }
}

async function prepareBuyers(
  market: TestMarket,
  lot: RushedLot,
  wishes: readonly RushWish[],
  counts: RushCounts,
) {
  const scout = new Client(market.apis[0])
  const checkouts = new Map<string, Awaited<ReturnType<typeof checkoutOf>>>()
  const buyers = wishes.map(
    (wish, i) => new RushBuyer(market, wish, random, counts, i % 2 === 0 ? 0 : 1),
  )
  for (const wish of wishes) {
    if (checkouts.has(JSON.stringify(wish))) continue
    const checkout = wish.boxes
      ? await checkoutOf(scout, [], [wish.boxes])
      : await checkoutOf(scout, [{ skuId: lot.skuId, quantity: wish.packs }])
    checkouts.set(JSON.stringify(wish), checkout)
  }
  const waiting = [...buyers]
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (let buyer = waiting.pop(); buyer; buyer = waiting.pop())
        await buyer.prepare(lot.skuId, checkouts.get(JSON.stringify(buyer.wish))!)
    }),
  )
  return buyers
}

/** Looks at the lot every few milliseconds until asked to stop: the most that was ever promised. */
function watchLot(market: TestMarket, lot: RushedLot) {
  let most = 0
  let samples = 0
  let isOver = false
  const watching = (async () => {
    const client = new pg.Client(market.database.ownerUrl)
    await client.connect()
    while (!isOver) {
      const { held, sold } = await lotFigures(client, lot.lotId)
      most = Math.max(most, held + sold)
      samples++
      await sleep(10)
    }
    await client.end()
  })()
  return async () => {
    isOver = true
    await watching
    return { most, samples }
  }
}

/** What declined buyers left is offered to those who had been told "sold out"; how many rounds. */
async function reoffer(
  owner: pg.Client,
  lot: RushedLot,
  buyers: readonly RushBuyer[],
  outcomes: PromiseSettledResult<string>[],
): Promise<number> {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const { quantity, held, sold } = await lotFigures(owner, lot.lotId)
    const available = quantity - held - sold
    if (available === 0 && held === 0) return round
    const waiting = buyers.flatMap((buyer, i) => {
      const outcome = outcomes[i]!
      const isWaiting = outcome.status === 'fulfilled' && outcome.value === 'sold-out'
      return isWaiting && buyer.wish.packs <= available ? [i] : []
    })
    const asking = waiting.slice(0, 40)
    const answers = await Promise.allSettled(asking.map((i) => buyers[i]!.rush()))
    asking.forEach((i, n) => (outcomes[i] = answers[n]!))
    if (asking.length === 0) await sleep(300)
  }
  return MAX_ROUNDS
}

function judge(
  run: Run,
  found: {
    end: { held: number; sold: number }
    most: number
    answers: ReadonlyMap<string, number>
    outcomes: readonly PromiseSettledResult<string>[]
  },
): string[] {
  const failed = found.outcomes.flatMap((o) => (o.status === 'rejected' ? [String(o.reason)] : []))
  const wrong = [...found.answers.keys()].filter((name) => /^5/.test(name) && !/^503/.test(name))
  return [
    ...(found.end.sold === LOT && found.end.held === 0
      ? []
      : [`${run.name}: ${found.end.sold} sold, ${found.end.held} still held, of ${LOT}`]),
    ...(found.most <= LOT ? [] : [`${run.name}: ${found.most} promised of ${LOT}`]),
    ...wrong.map((name) => `${run.name}: answered ${name}`),
    ...[...new Set(failed)].slice(0, 5).map((text) => `${run.name}: ${text}`),
  ]
}
