import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { machine, say } from '../../test/load/support/figures.js'
import { openProofCluster } from '../../test/load/support/proof-cluster.js'
import { Client } from '../../test/support/client.js'
import { startTestMarket, type TestMarket } from '../../test/support/market.js'
import type { Account } from '../market/open-market.js'
import { LeanClient } from './lean-client.js'
import { changeSomething, growMarket, questionsOf, type AskedLine } from './preview-market.js'

/**
 * `npm run bench:preview`: what a demand would get now, asked at the API with 5,000 lots and 50,000 lines open, so many
 * questions a second whether or not the last is answered; in peace, then while others change the market; then whether
 * the answers are those of a process started anew. `WEIBAO_BENCH_LOTS`, `WEIBAO_BENCH_LINES`, `WEIBAO_BENCH_CHANGES`,
 * `WEIBAO_BENCH_QUESTIONS`, `WEIBAO_BENCH_RATE` (a second).
 */
const numberOf = (name: string, fallback: number) => Number(process.env[name] ?? fallback)
const LOTS = numberOf('WEIBAO_BENCH_LOTS', 5000)
const LINES = numberOf('WEIBAO_BENCH_LINES', 50_000)
const CHANGES = numberOf('WEIBAO_BENCH_CHANGES', 1000)
const QUESTIONS = numberOf('WEIBAO_BENCH_QUESTIONS', 1000)
const RATE = numberOf('WEIBAO_BENCH_RATE', 20)
const SAMPLE = 200
const PATIENCE_MILLIS = 600_000

interface Preview {
  readonly state: string
  readonly asOf: string | null
  readonly lines: readonly {
    readonly reason: string
    readonly isExact: boolean
    readonly matchedGrams: number
    readonly landedFenPerKg: number | null
  }[]
}

say(`${LOTS} lots, ${LINES} lines, ${RATE} questions a second, ${machine()}`)
const cluster = await openProofCluster('bench-preview')
try {
  const market = await startTestMarket({
    suite: 'bench',
    env: { RATE_LIMIT_SCALE: '1000000', LOG_LEVEL: 'warn' },
    hasPreview: true,
  })
  const owner = new pg.Client(market.database.ownerUrl)
  await owner.connect()
  try {
    await bench(market, owner)
  } finally {
    await owner.end()
    await market.stop({ skipInvariants: true })
  }
} finally {
  await cluster.close()
}
process.exit(0)

async function bench(market: TestMarket, owner: pg.Client): Promise<void> {
  const preview = market.processes.get('preview')!
  await preview.kill()
  const seeding = performance.now()
  await growMarket(owner, LOTS, LINES)
  say(`grown in ${((performance.now() - seeding) / 1000).toFixed(1)} s, ${machine()}`)
  const asked = await questionsOf(owner, QUESTIONS)
  const ask = await buyer(market)
  say(`first start: right after ${await restart(preview.start, ask, asked[0]!)} s, ${machine()}`)

  await measured('warming up', ask, asked.slice(0, SAMPLE))
  await caughtUp(ask, asked[0]!)
  await measured('in peace', ask, asked)
  let isChanging = true
  const changing = (async () => {
    for (let n = 1; n <= CHANGES; n++) {
      await changeSomething(owner, n)
      await sleep(20)
    }
    isChanging = false
  })()
  while (isChanging) await measured('while others change it', ask, asked, () => isChanging)
  await changing
  say(
    `after ${CHANGES} changes the answers are of the present market within ${await caughtUp(ask, asked[0]!)} s`,
  )

  const sample = asked.slice(0, SAMPLE)
  const before = await all(ask, sample)
  await preview.kill()
  say(`killed: api says ${(await ask(asked[0]!)).state}`)
  say(`started again: right after ${await restart(preview.start, ask, asked[0]!)} s`)
  const after = await all(ask, sample)
  const same = (isSame: (a: Preview['lines'][number], b: Preview['lines'][number]) => boolean) =>
    before.filter(({ lines }, n) => isSame(lines[0]!, after[n]!.lines[0]!)).length
  const ofMass = same((a, b) => a.reason === b.reason && a.matchedGrams === b.matchedGrams)
  const ofPrice = same((a, b) => a.landedFenPerKg === b.landedFenPerKg)
  const exact = before.filter(({ lines }, n) => lines[0]!.isExact && after[n]!.lines[0]!.isExact)
  say(
    `compared with the fresh process: ${ofMass} of ${sample.length} equal in reason and mass, ${ofPrice} in price; ` +
      `${exact.length} were worked out to the end by both`,
  )
}

type Ask = (line: AskedLine) => Promise<Preview>

async function buyer(market: TestMarket): Promise<Ask> {
  const accounts = JSON.parse(
    readFileSync(join(market.folder, 'accounts.json'), 'utf8'),
  ) as Account[]
  const client = new Client(market.apis[0])
  await client.signIn(accounts.find(({ role }) => role === 'requester' || role === 'approver')!)
  const { body } = await client.call<{ memberships: { organisationId: string }[] }>(
    'GET',
    '/session',
  )
  const own = `/buyers/${body.memberships[0]!.organisationId}`
  const path = `${own}/demand-previews`
  const named = await termsOf(client, own)
  const lean = new LeanClient(`${market.apis[0]}${path}`, { cookie: client.cookie })
  return async (line) =>
    JSON.parse(await lean.post(JSON.stringify({ ...named, lines: [line] }))) as Preview
}

/** What a form names beside its lines: where to, and out of which money; that of which most is left to spend. */
async function termsOf(client: Client, own: string) {
  const idsOf = async (path: string) =>
    (await client.call<{ items: { id: string; ceilingFen?: number | null }[] }>('GET', own + path))
      .body.items
  const points = await idsOf('/delivery-points')
  const budgets = await idsOf('/budget-lines')
  budgets.sort((a, b) => (b.ceilingFen ?? Infinity) - (a.ceilingFen ?? Infinity))
  return { deliveryPointId: points[0]!.id, budgetLineId: budgets[0]!.id }
}

/** Asks at a steady rate, whether or not the answer before has come; a wait for it counts. */
async function measured(
  name: string,
  ask: Ask,
  asked: readonly AskedLine[],
  goesOn: () => boolean = () => true,
): Promise<void> {
  const millis: number[] = []
  const ages: number[] = []
  let unanswered = 0
  let cut = 0
  const started = performance.now()
  const running: Promise<void>[] = []
  for (const [n, line] of asked.entries()) {
    if (!goesOn()) break
    const due = started + (n * 1000) / RATE
    await sleep(Math.max(0, due - performance.now()))
    running.push(
      (async () => {
        const began = performance.now()
        const { state, asOf, lines } = await ask(line)
        millis.push(performance.now() - began)
        if (asOf !== null) ages.push(Date.now() - Date.parse(asOf))
        if (state !== 'ready') unanswered++
        if (lines[0]?.isExact === false) cut++
      })(),
    )
  }
  await Promise.all(running)
  if (millis.length === 0) return
  const at = (of: number[], share: number) =>
    (of.sort((a, b) => a - b)[Math.ceil(of.length * share) - 1] ?? 0).toFixed(1)
  say(
    `${name}: p50 ${at(millis, 0.5)} p95 ${at(millis, 0.95)} p99 ${at(millis, 0.99)} ms, ` +
      `${unanswered} of ${millis.length} unanswered, ${cut} cut short, market ${at(ages, 0.5)} ms old, ${machine()}`,
  )
}

async function all(ask: Ask, asked: readonly AskedLine[]): Promise<Preview[]> {
  const answers: Preview[] = []
  for (const line of asked) {
    let answer = await ask(line)
    for (let n = 0; n < 50 && answer.state !== 'ready'; n++) {
      await sleep(200)
      answer = await ask(line)
    }
    answers.push(answer)
  }
  return answers
}

async function restart(start: () => Promise<void>, ask: Ask, line: AskedLine): Promise<string> {
  const began = performance.now()
  await start()
  await until(async () => (await ask(line)).state === 'ready')
  return ((performance.now() - began) / 1000).toFixed(1)
}

async function caughtUp(ask: Ask, line: AskedLine): Promise<string> {
  const began = performance.now()
  const changed = new Date().toISOString()
  await until(async () => ((await ask(line)).asOf ?? '') > changed)
  return ((performance.now() - began) / 1000).toFixed(1)
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MILLIS
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('the preview process did not come in time')
    await sleep(50)
  }
}
