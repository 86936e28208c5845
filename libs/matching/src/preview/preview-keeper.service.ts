import type { Server } from 'node:http'
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common'
import { Clock, localDay, type Id } from '@weibao/kernel'
import { UnitOfWork } from '@weibao/platform'
import type { LotOnOffer } from '@weibao/supply'
import { KEPT_MINUTES, MarketChangesRepository } from '../market/market-changes.repository.js'
import { MarketReader } from '../market/market-reader.service.js'
import type { MarketSnapshot } from '../market/market-snapshot.js'
import { PreviewEngines } from './preview-engines.js'
import { sayWhetherReady } from './preview-health.js'

const LOOK_MILLIS = 200
const AWAY_MILLIS = (KEPT_MINUTES / 2) * 60_000
/** Reading anew is quicker than following so many changed lots and demands. */
const MOST_CHANGES = 2000

interface Held {
  /** The snapshot up to which everything is read. */
  position: string
  readAt: number
  readonly market: Pick<MarketSnapshot, 'day' | 'rules'>
  offers: Map<Id, LotOnOffer>
}

/**
 * The life of the preview process: reads the market in one snapshot, has two engines warmed by it, and looks several
 * times a second what was decided since. That is read by itself and taken in by one engine while the other answers.
 * Rules, a new day and whatever the engines cannot take in are read anew. What is served is always a market of one
 * moment, so nothing can be missed and nothing counted twice.
 */
@Injectable()
export class PreviewKeeper implements OnModuleDestroy {
  private readonly log = new Logger('preview')
  private engines: PreviewEngines | null = null
  private health: Server | null = null
  private held: Held | null = null
  private restsUntil = 0
  private isStopping = false
  private running: Promise<void> = Promise.resolve()

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly reader: MarketReader,
    private readonly changes: MarketChangesRepository,
  ) {}

  /**
   * Keeps engines beside the address, at which it says whether they are ready; answers once it does. Rejects, and
   * touches nothing, where another process has the address: so it is taken first and given up last.
   */
  async start(address: string): Promise<void> {
    const engines = new PreviewEngines(
      address,
      (error) => this.isStopping || this.log.error({ err: error }, 'an engine ended'),
    )
    this.health = await sayWhetherReady(address, () => engines.asOf)
    this.engines = engines
    engines.open()
    this.running = this.keep(engines)
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopping = true
    await this.running
    await this.engines?.end()
    this.health?.close()
  }

  private async keep(engines: PreviewEngines): Promise<void> {
    while (!this.isStopping) {
      // What could not be read now is read at the next look, by the same position.
      await this.look(engines).catch((error: unknown) =>
        this.log.error({ err: error }, 'the market could not be followed'),
      )
      await new Promise((resolve) => setTimeout(resolve, LOOK_MILLIS))
    }
  }

  private async look(engines: PreviewEngines): Promise<void> {
    const now = this.clock.now()
    const { held } = this
    const canFollow =
      held &&
      held.market.day === localDay(now) &&
      now.getTime() - held.readAt < AWAY_MILLIS &&
      engines.asOf !== null &&
      engines.areBoth
    if (canFollow && (await this.follow(engines, held, now))) return
    this.held = null
    // Building never takes more than half of the time, whatever happens to the market, and whether it succeeds.
    const began = performance.now()
    if (began < this.restsUntil) return
    try {
      await this.renew(engines)
    } finally {
      const ended = performance.now()
      this.restsUntil = ended + (ended - began)
    }
  }

  /** Takes in what was decided since; false when the market has to be read anew for it. */
  private async follow(engines: PreviewEngines, held: Held, now: Date): Promise<boolean> {
    const { reader } = this.unitOfWork
    if ((await this.changes.since(reader, held.position)).length === 0) {
      held.readAt = now.getTime()
      engines.stay(now.toISOString())
      return true
    }
    const found = await this.unitOfWork.snapshot(async (snapshot) => {
      const changes = await this.changes.since(snapshot, held.position)
      if (changes.length > MOST_CHANGES || changes.some(({ kind }) => kind === 'rules')) return null
      const idsOf = (kind: 'lot' | 'demand') =>
        changes.flatMap((each) => (each.kind === kind ? (each.objectId ?? []) : []))
      const changed = { lotIds: idsOf('lot'), demandIds: idsOf('demand') }
      const offers = new Map(held.offers)
      return {
        position: await this.changes.position(snapshot),
        patch: await this.reader.patch(snapshot, held.market, offers, changed),
        offers,
      }
    })
    if (!found) return false
    held.position = found.position
    held.offers = found.offers
    held.readAt = now.getTime()
    try {
      await engines.follow(found.patch, now.toISOString())
      return true
    } catch (error) {
      this.log.log({ why: String(error) }, 'the market is read anew')
      return false
    }
  }

  private async renew(engines: PreviewEngines): Promise<void> {
    const at = this.clock.now()
    const { position, market, offers } = await this.unitOfWork.snapshot(async (reader) => {
      await this.changes.takeTime(reader)
      return {
        position: await this.changes.position(reader),
        ...(await this.reader.read(reader)),
      }
    })
    const { day, rules } = market
    this.held = {
      position,
      readAt: at.getTime(),
      market: { day, rules },
      offers: new Map(offers.map((lot) => [lot.id, lot])),
    }
    await engines.build(market, at.toISOString())
  }
}
