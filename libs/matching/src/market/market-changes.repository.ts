import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader } from '@weibao/platform'

export interface MarketChange {
  readonly kind: 'lot' | 'demand' | 'rules'
  readonly objectId: Id | null
}

/** Changes are kept so long; whoever was away for longer reads everything anew. */
export const KEPT_MINUTES = 60

/** What has changed in the market. A position is the snapshot that a reader has read by. */
@Injectable()
export class MarketChangesRepository {
  /** The position of a snapshot: what is read on `reader` is all that was decided up to it. */
  async position(reader: Reader): Promise<string> {
    const found = await row<{ position: string }>(
      reader,
      'select pg_current_snapshot()::text as position',
    )
    return found!.position
  }

  /** For the rest of the transaction: a large market takes longer to be put together than others may keep a snapshot. */
  async takeTime(reader: Reader): Promise<void> {
    await execute(reader, `set local idle_in_transaction_session_timeout = '2min'`)
  }

  /** What a reader at `position` has not seen and `reader` sees, once each. */
  since(reader: Reader, position: string): Promise<MarketChange[]> {
    return rows<MarketChange>(
      reader,
      `select distinct kind, object_id as "objectId" from market_changes
       where made_in >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(made_in, $1::pg_snapshot)`,
      [position],
    )
  }

  forget(reader: Reader): Promise<number> {
    return execute(
      reader,
      'delete from market_changes where made_at < now() - make_interval(mins => $1)',
      [KEPT_MINUTES],
    )
  }
}
