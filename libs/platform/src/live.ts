import { Injectable, Logger } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { KeyValue } from './key-value.js'

/** A hint that something changed; the browser asks for it anew. Never the content itself. */
export interface LiveSignal {
  readonly kind: string
  readonly id?: string
}

type Listener = (signal: LiveSignal) => void

const CHANNEL = 'weibao:live'

/** Hands hints to whoever follows, across processes by Redis; one may be lost, so pages also poll. */
@Injectable()
export class Live {
  private readonly log = new Logger('live')
  private readonly listeners = new Map<string, Set<Listener>>()
  private isSubscribed = false

  constructor(private readonly store: KeyValue) {}

  /** Tells the followers of a person. Call after the commit, or from an outbox handler. */
  async tellPerson(personId: Id, signal: LiveSignal): Promise<void> {
    await this.tell(`person:${personId}`, signal)
  }

  /** Tells the members of an organisation. */
  async tellOrganisation(organisationId: Id, signal: LiveSignal): Promise<void> {
    await this.tell(`organisation:${organisationId}`, signal)
  }

  /** Follows topics until the returned function is called. */
  async follow(topics: readonly string[], listener: Listener): Promise<() => void> {
    if (!this.isSubscribed) {
      this.isSubscribed = true
      await this.store.subscribe(CHANNEL, (message) => this.hand(message))
    }
    for (const topic of topics)
      this.listeners.set(topic, (this.listeners.get(topic) ?? new Set()).add(listener))
    return () => {
      for (const topic of topics) {
        const set = this.listeners.get(topic)
        set?.delete(listener)
        if (set?.size === 0) this.listeners.delete(topic)
      }
    }
  }

  private async tell(topic: string, signal: LiveSignal): Promise<void> {
    await this.store.publish(CHANNEL, JSON.stringify({ topic, signal }))
  }

  private hand(message: string): void {
    try {
      const { topic, signal } = JSON.parse(message) as { topic: string; signal: LiveSignal }
      for (const listener of this.listeners.get(topic) ?? []) listener(signal)
    } catch {
      this.log.warn('unreadable live message')
    }
  }
}
