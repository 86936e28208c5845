import { join } from 'node:path'
import pg from 'pg'
import { machine, say } from '../../test/load/support/figures.js'
import { openProofCluster, type ProofCluster } from '../../test/load/support/proof-cluster.js'
import { steer } from '../../test/load/support/provider.js'
import { unfinished } from '../../test/load/support/settled.js'
import { startTestMarket, type TestMarket } from '../../test/support/market.js'
import { sharedFolder } from '../services/paths.js'
import { growCatalogue } from './shop-catalogue.js'
import { checkOut, measureCheckouts } from './shop-checkout.js'
import { CONNECTIONS, measureReads, type ReadLoad } from './shop-reads.js'
import { findPgbench, recordScript, runPgbench } from './shop-statements.js'

/**
 * `npm run bench`: list, search, page and whole checkout under 32 connections, beside a bare Fastify
 * that serves the same bytes and beside the database's own limit, in one run; for 2,000 and 20,000
 * products. `WEIBAO_BENCH_SECONDS` (15), `WEIBAO_BENCH_PRODUCTS` ("2000,20000").
 */
const SECONDS = Number(process.env['WEIBAO_BENCH_SECONDS'] ?? 15)
/** Checkouts begin in processes that have sold a while: a few hundred do not last longer than compiling their code. */
const WARM_SECONDS = 8
const SIZES = (process.env['WEIBAO_BENCH_PRODUCTS'] ?? '2000,20000').split(',').map(Number)
const FOLDER = 'bench-shop'
const WORDS = [
  '蜂蜜',
  '蜜',
  '蘑菇',
  '核桃',
  'fengmi',
  'fm',
  'honey',
  '火腿',
  '苹果',
  '米',
  '药',
  '酒',
]

say(`${CONNECTIONS} connections for ${SECONDS} s each, ${machine()}`)
const cluster = await openProofCluster(FOLDER)
try {
  for (const products of SIZES) await benchOn(cluster, products)
} finally {
  await cluster.close()
}
process.exit(0)

async function benchOn(cluster: ProofCluster, products: number): Promise<void> {
  const market = await startTestMarket({
    suite: 'bench',
    env: { RATE_LIMIT_SCALE: '1000000', LOG_LEVEL: 'warn' },
  })
  const owner = new pg.Client(market.database.ownerUrl)
  await owner.connect()
  try {
    await growCatalogue(market.database.ownerUrl, products)
    say(`\n${products} products`)
    await benchReads(market, owner)
    await benchCheckouts(cluster, market, owner)
  } finally {
    await owner.end()
    await market.stop({ skipInvariants: true })
  }
}

async function benchReads(market: TestMarket, owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ slug: string }>(
    `select slug from product_search where is_listed and supply_state = 'on-sale' order by md5(slug) limit 64`,
  )
  const origin = new URL(market.apis[0]).origin
  const loads: ReadLoad[] = [
    { name: 'list, first page', paths: ['/api/products?onSale=true&limit=24'] },
    {
      name: 'list, 40 different',
      paths: Array.from({ length: 40 }, (_, i) => `/api/products?limit=24&minPriceFen=${i * 100}`),
    },
    {
      name: 'search, 12 words',
      paths: WORDS.map((word) => `/api/products?q=${encodeURIComponent(word)}&limit=24`),
    },
    { name: 'page, 64 goods', paths: rows.map(({ slug }) => `/api/products/${slug}`) },
  ]
  for (const load of loads) {
    const figure = await measureReads(origin, load, SECONDS)
    const share = percent(figure.perSecond / figure.barePerSecond)
    say(
      `  ${load.name.padEnd(20)} ${per(figure.perSecond)} of bare ${per(figure.barePerSecond)} = ${share}` +
        `  p50 ${figure.p50} ms, p99 ${figure.p99} ms, ${figure.bytes} bytes, ${figure.faults} faults, ${machine()}`,
    )
  }
}

async function benchCheckouts(
  cluster: ProofCluster,
  market: TestMarket,
  owner: pg.Client,
): Promise<void> {
  const skuIds = await skusToBuy(owner)
  const pgbench = findPgbench()
  // What is left unpaid is looked after for a while: the other way round it would be counted to the paid.
  for (const untilPaid of [true, false]) {
    await steer(market, { reset: true })
    if (untilPaid) await steer(market, { autoPayAfterMs: 0 })
    const name = untilPaid ? 'checkout, paid' : 'checkout, page open'
    const load = { guests: CONNECTIONS, untilPaid }
    await measureCheckouts(market.apis, skuIds, { ...load, seconds: WARM_SECONDS })
    await untilHandedOver(owner)
    const script = await recordScript(
      { url: cluster.adminUrl(), logFile: join(sharedFolder, FOLDER, 'postgres.log') },
      () => checkOut(market.apis[0], skuIds.slice(0, 2), untilPaid),
    )
    const ours = await measureCheckouts(market.apis, skuIds, { ...load, seconds: SECONDS })
    const faults = [...ours.faults].map(([text, n]) => `${text} × ${n}`).join(', ') || 'no faults'
    const machineNow = machine()
    await untilHandedOver(owner)
    const limit = pgbench
      ? runPgbench(
          pgbench,
          market.database.appUrl,
          { file: join(sharedFolder, FOLDER, `${untilPaid ? 'paid' : 'open'}.sql`), text: script },
          { clients: CONNECTIONS, seconds: SECONDS },
        )
      : null
    const beside = limit
      ? `of pgbench ${per(limit.perSecond)} = ${percent(ours.perSecond / limit.perSecond)}${limit.failed && ` (${limit.failed})`}`
      : '(no pgbench on this machine: postgresql-15 of Debian has it)'
    const statements = script.split('\n').length - 2
    say(
      `  ${name.padEnd(20)} ${per(ours.perSecond)} ${beside}  ${ours.times}, ${statements} statements, ${faults}, ${machineNow}`,
    )
  }
}

/** The worker is through with what the guests left, so that it takes nothing from the next figure. */
async function untilHandedOver(owner: pg.Client): Promise<void> {
  const end = Date.now() + 60_000
  while ((await unfinished(owner)).outbox > 0 && Date.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 200))
}

/** Sixty-four skus that anybody may buy, with more on sale than the bench can take. */
async function skusToBuy(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `select s.id from skus s join products p on p.id = s.product_id
     where s.is_active and p.state = 'listed' and not p.is_adult_only and not p.is_business_only
       and exists (select from lots l where l.sku_id = s.id and l.state = 'open'
         and l.harvest_from <= current_date - 1 and l.last_sale_day > current_date + 1)
     order by md5(s.id::text) limit 64`,
  )
  const ids = rows.map(({ id }) => id)
  await owner.query(
    `with more as (update lots set quantity = quantity + 1000000 where sku_id = any($1) and state = 'open' returning id)
     insert into lot_movements (id, lot_id, kind, quantity_delta, made_at)
     select gen_random_uuid(), id, 'edited', 1000000, now() from more`,
    [ids],
  )
  return ids
}

function per(perSecond: number): string {
  return `${perSecond >= 100 ? Math.round(perSecond) : perSecond.toFixed(1)}/s`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`
}
