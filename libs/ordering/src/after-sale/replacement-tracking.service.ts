import { Injectable } from '@nestjs/common'
import { Clock, type Id } from '@weibao/kernel'
import type { Reader, Tx } from '@weibao/platform'
import type { TrackingEvent } from '../shipments/courier-tracking.js'
import { addTrackingEvents, follow, type DueParcel } from '../shipments/parcel-progress.js'
import { AfterSaleMoves, type Mover } from './after-sale.moves.js'
import { ReplacementParcelRepository } from './replacement-parcel.repository.js'

const COURIER: Mover = { party: 'system', actor: null }

/** What couriers report of goods sent again. A parcel that is lost is the referee's to decide about, without anybody asking. */
@Injectable()
export class ReplacementTracking {
  constructor(
    private readonly clock: Clock,
    private readonly moves: AfterSaleMoves,
    private readonly parcels: ReplacementParcelRepository,
  ) {}

  due(reader: Reader, now: Date, limit: number): Promise<DueParcel[]> {
    return this.parcels.due(reader, now, limit)
  }

  postpone(tx: Tx, caseId: Id, until: Date): Promise<void> {
    return this.parcels.postpone(tx, caseId, until)
  }

  async record(tx: Tx, { id }: DueParcel, events: readonly TrackingEvent[] | null): Promise<void> {
    const { kase } = await this.moves.lock(tx, id)
    const parcel = await this.parcels.get(tx, id)
    // Received while the courier was asked.
    if (parcel.state !== 'dispatched') return
    // The case is over without it: nobody waits for what becomes of the parcel.
    if (kase.state !== 'resent' && kase.state !== 'refereed')
      return this.parcels.postpone(tx, id, null)
    const now = this.clock.now()
    const before = parcel.tracking
    const end = follow(parcel, events, now)
    const written = events
      ? await addTrackingEvents(tx, { kind: 'replacement', id }, events, now)
      : 0
    await this.parcels.save(tx, parcel)
    if (written === 0 && before === parcel.tracking) return
    if (kase.state === 'refereed' || !end) return this.moves.changed(tx, kase)
    if (end.code === 'delivered') return this.moves.tell(tx, kase, 'resend-delivered', ['buyer'])
    await this.moves.event(tx, kase, COURIER, { kind: `resend-${end.code}` })
    await this.moves.move(tx, kase, 'refereed', COURIER)
    await this.moves.tell(tx, kase, 'refereed', ['buyer', 'cooperative'])
  }
}
