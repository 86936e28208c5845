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

  /** Writes the event for each subscriber, in the transaction that decided it. */
  async add(tx: Tx, event: DomainEvent, options: { delaySeconds?: number } = {}): Promise<void> {
    const subscribers = [...(this.handlers.get(event.kind)?.keys() ?? [])]
    if (subscribers.length === 0) return
    const eventId = newId()
    await rows(
      tx,
      `insert into outbox (id, event_id, kind, subscriber, payload, available_at)
       select id, $2, $3, subscriber, $4, now() + make_interval(secs => $5)
       from unnest($1::uuid[], $6::text[]) as t(id, subscriber)`,
      [
        subscribers.map(() => newId()),
        eventId,
        event.kind,
        JSON.stringify(event.payload),
        options.delaySeconds ?? 0,
        subscribers,
      ],
    )
  }

  handlerOf(kind: string, subscriber: string): EventHandler | undefined {
    return this.handlers.get(kind)?.get(subscriber)
  }
}
