import { Injectable } from '@nestjs/common'
import type { AuditAct, AuditObject } from '@weibao/contracts/audit'
import { Clock, newId, type Id } from '@weibao/kernel'
import { currentContext, rows, type Actor, type Tx } from '@weibao/platform'
import { coarseNetwork } from '../access/address.js'

type Facts = Readonly<Record<string, unknown>>

export interface AuditFact {
  /** Past tense: `lot.opened`, `refund.approved`. Permanent. */
  readonly act: AuditAct
  /** Null: the system itself, as a job. */
  readonly actor: Pick<Actor, 'personId' | 'sessionId'> | null
  readonly object: { readonly kind: AuditObject; readonly id: string }
  readonly organisationId?: Id | null
  /** Only what changed. No secrets, no contacts, no names of persons: ids, states, amounts, roles. */
  readonly before?: Facts | null
  readonly after?: Facts | null
  readonly reason?: string | null
}

/** Who changed what in money, stock, rights and status. Append-only: role and trigger guard it. */
@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  /** Writes one line in the transaction that makes the change: neither exists without the other. */
  async record(tx: Tx, fact: AuditFact): Promise<void> {
    const context = currentContext()
    await rows(
      tx,
      `insert into audit_entries (id, at, act, actor_kind, actor_id, organisation_id, object_kind,
         object_id, before, after, reason, request_id, network)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        newId(),
        this.clock.now(),
        fact.act,
        fact.actor === null ? 'system' : fact.actor.sessionId ? 'person' : 'machine',
        fact.actor?.personId ?? null,
        fact.organisationId ?? null,
        fact.object.kind,
        fact.object.id,
        fact.before ? JSON.stringify(fact.before) : null,
        fact.after ? JSON.stringify(fact.after) : null,
        fact.reason ?? null,
        context?.requestId ?? null,
        coarseNetwork(context?.address),
      ],
    )
  }
}
