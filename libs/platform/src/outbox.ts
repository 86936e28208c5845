import { Injectable } from '@nestjs/common'
import { invariant, newId, type Id } from '@weibao/kernel'
import { rows } from './sql.js'
import type { Tx } from './unit-of-work.js'

/** Something that happened, in past tense: `order.placed`. The payload holds ids, not secrets. */
export interface DomainEvent {
  readonly kind: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** Called at least once for an event; `eventId` lets it tell repetitions. Runs outside any Tx. */
export type EventHandler = (payload: never, eventId: Id) => Promise<void>

/**
 * What may come late: mail, webhooks out, cache, re-indexing. A row per event and subscriber is
 * written in the deciding transaction; the worker's relay hands it over after the commit.
 */
@Injectable()
export class Outbox {
  private readonly handlers = new Map<string, Map<string, EventHandler>>()

  /** Subscribes under a permanent name; call it in `onModuleInit`, in every process alike. */
  subscribe<P>(
    kind: string,
    subscriber: string,
    handler: (payload: P, eventId: Id) => Promise<void>,
  ): void {
    const byName = this.handlers.get(kind) ?? new Map<string, EventHandler>()
    invariant(!byName.has(subscriber), `subscribed twice: ${subscriber} to ${kind}`)
    byName.set(subscriber, handler)
    this.handlers.set(kind, byName)
  }

  /**
   * Writes the event for each subscriber, in the transaction that decided it. Under a `mergeKey`
   * nothing is written for a subscriber for whom an event of that key is due and not taken yet:
   * whoever takes that one looks at the state of things, and so sees what this one would tell.
   */
  async add(
    tx: Tx,
    event: DomainEvent,
    options: { delaySeconds?: number; mergeKey?: string } = {},
  ): Promise<void> {
    const subscribers = [...(this.handlers.get(event.kind)?.keys() ?? [])]
    if (subscribers.length === 0) return
    const eventId = newId()
    await rows(
      tx,
      `insert into outbox (id, event_id, kind, subscriber, payload, available_at, merge_key)
       select id, $2, $3, subscriber, $4, now() + make_interval(secs => $5), $7
       from unnest($1::uuid[], $6::text[]) as t(id, subscriber)
       where $7::text is null or not exists (select from outbox o
         where o.merge_key = $7 and o.subscriber = t.subscriber and o.state = 'waiting'
           and o.leased_until is null and o.available_at <= now())`,
      [
        subscribers.map(() => newId()),
        eventId,
        event.kind,
        JSON.stringify(event.payload),
        options.delaySeconds ?? 0,
        subscribers,
        options.mergeKey ?? null,
      ],
    )
  }

  /** Writes events of one kind, each for every subscriber, by one statement. */
  async addAll(tx: Tx, kind: string, payloads: readonly DomainEvent['payload'][]): Promise<void> {
    const subscribers = [...(this.handlers.get(kind)?.keys() ?? [])]
    const entries = payloads.flatMap((payload) => {
      const eventId = newId()
      return subscribers.map((subscriber) => ({ id: newId(), eventId, subscriber, payload }))
    })
    if (entries.length === 0) return
    await rows(
      tx,
      `insert into outbox (id, event_id, kind, subscriber, payload, available_at)
       select e.id, e."eventId", $1, e.subscriber, e.payload, now()
       from jsonb_to_recordset($2) as e(id uuid, "eventId" uuid, subscriber text, payload jsonb)`,
      [kind, JSON.stringify(entries)],
    )
  }

  handlerOf(kind: string, subscriber: string): EventHandler | undefined {
    return this.handlers.get(kind)?.get(subscriber)
  }
}
