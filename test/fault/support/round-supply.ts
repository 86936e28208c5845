import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../../load/support/random.js'
import { Client } from '../../support/client.js'
import { payAtSandbox, placeOrder } from '../../support/shopping.js'
import type { RoundBench } from './round-bench.js'
import type { SignedIn } from './round-market.js'

interface SupplyLot {
  readonly id: string
  readonly code: string
  readonly cooperativeId: string
  readonly skuId: string
  readonly isForAnybody: boolean
}

type Act = 'sold' | 'edited' | 'cut short' | 'recalled'

/** What others do while one round runs, in an order that is drawn. */
const ACTS: readonly Act[] = [
  ...Array<Act>(4).fill('sold'),
  ...Array<Act>(3).fill('edited'),
  'cut short',
  'cut short',
  'recalled',
]
const LOOK_MILLIS = 30
const BETWEEN_MILLIS = 250

/**
 * People who buy, edit, recall and cut short the very lots that a round is about, from the moment that its input is
 * stored until it is over. What they are answered is counted: a refusal is an answer too.
 */
export class ChangingSupply {
  private isOver = false
  private readonly running: Promise<void>

  constructor(
    private readonly bench: RoundBench,
    private readonly people: SignedIn,
    private readonly random: Random,
    private readonly answers: Map<string, number>,
  ) {
    this.running = this.run()
  }

  /** No more begins; answers when what has begun is done. */
  async end(): Promise<void> {
    this.isOver = true
    await this.running
  }

  private async run(): Promise<void> {
    while (!this.isOver && !(await this.bench.hasInput())) await sleep(LOOK_MILLIS)
    const lots = await this.lots()
    const acts = [...ACTS]
    while (!this.isOver && acts.length > 0) {
      const [act] = acts.splice(this.random.between(0, acts.length - 1), 1)
      const lot = lots.find(({ isForAnybody }) => act !== 'sold' || isForAnybody)
      if (!act || !lot) continue
      // A lot that is gone from sale meets nobody any more.
      if (act !== 'sold') lots.splice(lots.indexOf(lot), 1)
      const answer = await this.do(act, lot).catch(reasonOf)
      const name = `${act}: ${answer}`
      this.answers.set(name, (this.answers.get(name) ?? 0) + 1)
      await sleep(this.random.between(0, BETWEEN_MILLIS))
    }
  }

  private async do(act: Act, lot: SupplyLot): Promise<string> {
    const [api] = this.bench.market.apis
    if (act === 'sold') return this.buy(lot)
    if (act === 'recalled') {
      const reason = { reason: '抽检不合格，停止销售' }
      return said(await this.people.officer.by(api).post(`/recalls/${lot.code}`, reason))
    }
    const owner = this.people.owners.get(lot.cooperativeId)!.by(api)
    const path = `/cooperatives/${lot.cooperativeId}/lots/${lot.id}`
    if (act === 'cut short')
      return said(
        await owner.post(`${path}/shortfalls`, { quantity: 1, reason: '雨水太多，少收一件' }),
      )
    const { body } = await owner.get<{ version: number; offeredPriceFen: number }>(path)
    const { version, offeredPriceFen } = body
    const edited = { version, offeredPriceFen: offeredPriceFen + 1 }
    const key = crypto.randomUUID()
    return said(await owner.call('PATCH', path, edited, { key }))
  }

  private async buy({ skuId }: SupplyLot): Promise<string> {
    const { market } = this.bench
    const shopper = new Client(market.apis[0])
    const quantity = this.random.between(1, 3)
    const placed = await placeOrder(shopper, [{ skuId, quantity }])
    if (placed.status !== 201 || !placed.body.paymentUrl) return said(placed)
    const paid = await payAtSandbox(market, placed.body.paymentUrl)
    return `${placed.status}, payment ${paid.status}`
  }

  /** Open lots of those who can sign in, those that the undisturbed round took most of first. */
  private async lots(): Promise<SupplyLot[]> {
    const { rows } = await this.bench.owner.query<SupplyLot>(
      `select l.id, l.code, l.cooperative_id as "cooperativeId", l.sku_id as "skuId",
         p.state = 'listed' and not p.is_adult_only and not p.is_business_only and p.temperature_mode = 'none'
           and l.harvest_from <= current_date - 1 as "isForAnybody"
       from lots l join products p on p.id = l.product_id
       where l.state = 'open' and l.cooperative_id = any($1) order by l.id`,
      [[...this.people.owners.keys()]],
    )
    const taken = ({ id }: SupplyLot) => this.people.takenOf.get(id) ?? 0
    return rows.sort((a, b) => taken(b) - taken(a))
  }
}

/** Why there was no answer. */
function reasonOf(error: Error): string {
  const { code } = (error.cause ?? {}) as { code?: string }
  return code ?? `${error.name} ${error.message}`
}

function said({ status, body }: { status: number; body: unknown }): string {
  const { code } = (body ?? {}) as { code?: string }
  return status >= 400 && code ? `${status} ${code}` : String(status)
}
