import { join } from 'node:path'
import type Stripe from 'stripe'
import { invariant } from '@weibao/kernel'
import { Journal, type Change } from './journal.js'
import type { Delivery, IdempotentAnswer, IntentSession, SessionPlan, Task } from './records.js'

/** Everything the sandbox remembers, by kind. */
export interface Kinds {
  session: Stripe.Checkout.Session
  plan: SessionPlan
  intentSession: IntentSession
  intent: Stripe.PaymentIntent
  charge: Stripe.Charge
  refund: Stripe.Refund
  balanceTransaction: Stripe.BalanceTransaction
  dispute: Stripe.Dispute
  transfer: Stripe.Transfer
  customer: Stripe.Customer
  paymentMethod: Stripe.PaymentMethod
  event: Stripe.Event
  delivery: Delivery
  task: Task
  answer: IdempotentAnswer
}
export type Kind = keyof Kinds

const KINDS: readonly Kind[] = [
  ...(['session', 'plan', 'intentSession', 'intent', 'charge', 'refund', 'dispute'] as const),
  ...(['balanceTransaction'] as const),
  ...(['transfer', 'customer', 'paymentMethod', 'event', 'delivery', 'task', 'answer'] as const),
]

/** Objects of one kind in the order they came, newest readable first. */
class Shelf<T> {
  private readonly places = new Map<string, number>()
  private readonly items: Array<{ id: string; value: T } | null> = []

  get(id: string): T | undefined {
    const place = this.places.get(id)
    return place === undefined ? undefined : this.items[place]?.value
  }

  put(id: string, value: T): void {
    const place = this.places.get(id)
    if (place === undefined) {
      this.places.set(id, this.items.length)
      this.items.push({ id, value })
    } else {
      this.items[place] = { id, value }
    }
  }

  /** Leaves a gap, so that taking it back keeps the order. The next start closes gaps. */
  remove(id: string): void {
    const place = this.places.get(id)
    if (place === undefined) return
    this.items[place] = null
    this.places.delete(id)
  }

  /** A step that makes this id again what it is now. */
  remember(id: string): () => void {
    const place = this.places.get(id)
    const item = place === undefined ? null : this.items[place]
    if (place === undefined || !item) return () => this.remove(id)
    return () => {
      this.items[place] = item
      this.places.set(id, place)
    }
  }

  has(id: string): boolean {
    return this.places.has(id)
  }

  get size(): number {
    return this.places.size
  }

  *newestFirst(after?: string): Generator<T> {
    const start = after === undefined ? this.items.length : (this.places.get(after) ?? 0)
    for (let place = start - 1; place >= 0; place--) {
      const item = this.items[place]
      if (item) yield item.value
    }
  }

  *oldestFirst(): Generator<T> {
    for (const item of this.items) if (item) yield item.value
  }
}

type Shelves = { [K in Kind]: Shelf<Kinds[K]> }

/**
 * State in memory, kept by a journal. Values are never changed in place: an update puts a new
 * object, so events may hold the old one.
 */
export class Store {
  private readonly shelves = Object.fromEntries(
    KINDS.map((kind) => [kind, new Shelf()]),
  ) as unknown as Shelves
  private readonly journal: Journal
  private lines = 0
  private work: { changes: Change[]; undo: Array<() => void> } | null = null
  private readonly listeners: Array<(changes: readonly Change[]) => void> = []

  constructor(folder: string) {
    this.journal = Journal.open(join(folder, 'journal.jsonl'), (changes) => {
      this.lines++
      for (const { kind, id, value } of changes) {
        if (value === null) this.shelves[kind as Kind].remove(id)
        else this.shelves[kind as Kind].put(id, value as never)
      }
    })
    this.compact()
  }

  find<K extends Kind>(kind: K, id: string): Kinds[K] | undefined {
    return this.shelves[kind].get(id)
  }

  get<K extends Kind>(kind: K, id: string): Kinds[K] {
    const found = this.find(kind, id)
    invariant(found !== undefined, `no ${kind} ${id}`)
    return found
  }

  has(kind: Kind, id: string): boolean {
    return this.shelves[kind].has(id)
  }

  /** All of a kind, newest first, from the one after `after` on. */
  newestFirst<K extends Kind>(kind: K, after?: string): Iterable<Kinds[K]> {
    return this.shelves[kind].newestFirst(after)
  }

  oldestFirst<K extends Kind>(kind: K): Iterable<Kinds[K]> {
    return this.shelves[kind].oldestFirst()
  }

  count(kind: Kind): number {
    return this.shelves[kind].size
  }

  put<K extends Kind>(kind: K, value: Kinds[K]): Kinds[K] {
    this.change({ kind, id: value.id, value })
    return value
  }

  remove(kind: Kind, id: string): void {
    if (this.has(kind, id)) this.change({ kind, id, value: null })
  }

  /**
   * Runs `work` as one unit: written in one line at its end, undone as a whole when it throws.
   * Within another unit it is simply part of that one.
   */
  run<T>(work: () => T): T {
    if (this.work !== null) return work()
    const unit = { changes: [] as Change[], undo: [] as Array<() => void> }
    this.work = unit
    try {
      const result = work()
      if (unit.changes.length > 0) this.journal.append(unit.changes)
      this.lines++
      this.work = null
      for (const listen of this.listeners) listen(unit.changes)
      return result
    } catch (error) {
      if (this.work === unit) for (const step of unit.undo.reverse()) step()
      throw error
    } finally {
      this.work = null
    }
  }

  /** Called after each unit of work is safe, with what it changed. */
  onChange(listen: (changes: readonly Change[]) => void): void {
    this.listeners.push(listen)
  }

  close(): void {
    this.journal.close()
  }

  private change(change: Change): void {
    invariant(this.work !== null, 'a change needs a unit of work')
    const { kind, id, value } = change
    const shelf = this.shelves[kind as Kind]
    this.work.changes.push(change)
    this.work.undo.push(shelf.remember(id))
    if (value === null) shelf.remove(id)
    else shelf.put(id, value as never)
  }

  /** Most lines only say how an object changed again; a start is the time to forget them. */
  private compact(): void {
    const alive = KINDS.reduce((sum, kind) => sum + this.count(kind), 0)
    if (this.lines < 2 * alive + 1_000) return
    this.journal.rewrite(this.snapshot())
    this.lines = alive
  }

  private *snapshot(): Generator<Change[]> {
    for (const kind of KINDS)
      for (const value of this.shelves[kind].oldestFirst()) yield [{ kind, id: value.id, value }]
  }
}
