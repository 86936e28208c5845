import { Injectable } from '@nestjs/common'
import { Audit } from '@weibao/identity'
import { Clock, type Id } from '@weibao/kernel'
import type { Actor, Tx } from '@weibao/platform'
import type { TransferEvent } from './transfer.entity.js'
import { TransferRepository } from './transfer.repository.js'

interface Happening {
  readonly transferId: Id
  readonly kind: TransferEvent['kind']
  readonly amountFen?: number
  readonly paymentId?: Id
  readonly note?: string
}

/** What people do with transfers: a line in the transfer's own journal, and one in the audit log. */
@Injectable()
export class TransferJournal {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly transfers: TransferRepository,
  ) {}

  async write(
    tx: Tx,
    actor: Actor,
    { transferId, kind, amountFen, paymentId, note = '' }: Happening,
  ): Promise<void> {
    await this.transfers.addEvent(tx, {
      transferId,
      kind,
      happenedAt: this.clock.now(),
      personId: actor.personId,
      paymentId: paymentId ?? null,
      amountFen: amountFen ?? null,
      note,
    })
    await this.audit.record(tx, {
      act: `transfer.${kind}`,
      actor,
      object: { kind: 'transfer', id: transferId },
      after: {
        ...(amountFen === undefined ? {} : { amountFen }),
        ...(paymentId ? { paymentId } : {}),
      },
      reason: note || null,
    })
  }
}
