import { Inject, Injectable, Optional, type OnModuleDestroy } from '@nestjs/common'
import { Clock } from '@weibao/kernel'
import { Metrics } from '@weibao/platform'
import { ENGINE_PLACES, engineAddress } from './preview-address.js'
import { EngineConnection } from './engine-connection.js'
import type { PreviewAnswer, PreviewQuestion } from './preview-question.js'

/** What this library needs of the configuration to find the preview process. */
export abstract class PreviewConfig {
  /** Path of its socket or `host:port`; null: there is none. */
  abstract readonly previewAddress: string | null
}

/** Whoever waits longer than this while typing has typed on. */
const DEADLINE_MILLIS = 150
/** More for each line: a long demand is asked about once, not at each key. */
const LINE_MILLIS = 10
const FAILURES_TO_OPEN = 3
const OPEN_MILLIS = 1000

/**
 * Asks the preview process, within a deadline. After three failures in a row nobody is kept waiting for a second;
 * then one question at a time tries again.
 */
@Injectable()
export class PreviewClient implements OnModuleDestroy {
  private readonly engines: readonly EngineConnection[]
  private failures = 0
  private closedUntil = 0

  private readonly seconds: ReturnType<Metrics['timer']>

  constructor(
    private readonly clock: Clock,
    metrics: Metrics,
    @Optional() @Inject(PreviewConfig) config?: PreviewConfig,
  ) {
    const address = config?.previewAddress
    this.engines = address
      ? ENGINE_PLACES.map((place) => new EngineConnection(engineAddress(address, place)))
      : []
    this.seconds = metrics.timer('preview_answers_seconds', 'Time to ask the preview process', [
      'state',
    ])
  }

  onModuleDestroy(): void {
    for (const engine of this.engines) engine.close()
  }

  /** The answer; null when there is none in time. Never throws. */
  async ask(question: PreviewQuestion): Promise<PreviewAnswer | null> {
    if (this.engines.length === 0 || !this.mayTry()) return null
    const stop = this.seconds.startTimer()
    const answer = await this.answer(question).catch(() => null)
    this.failures = answer === null ? this.failures + 1 : 0
    stop({ state: answer?.state ?? 'unavailable' })
    return answer
  }

  private mayTry(): boolean {
    if (this.failures < FAILURES_TO_OPEN) return true
    const now = this.clock.now().getTime()
    if (now < this.closedUntil) return false
    this.closedUntil = now + OPEN_MILLIS
    return true
  }

  /** Null: nobody is there. Rejects when there is no answer in time. */
  private async answer(question: PreviewQuestion): Promise<PreviewAnswer | null> {
    const engine = await this.serving()
    if (!engine) return this.engines.some(({ isOpen }) => isOpen) ? { state: 'warming' } : null
    const deadline = DEADLINE_MILLIS + LINE_MILLIS * question.lines.length
    const { asOf, lines } = await engine.ask(question, deadline)
    return asOf === null || lines === null ? { state: 'warming' } : { state: 'ready', asOf, lines }
  }

  /** The engine that said last that it is the one to be asked. */
  private async serving(): Promise<EngineConnection | null> {
    const found = latest(this.engines)
    // The other one is looked for too, so that it is known by the time it serves.
    const opened = Promise.all(this.engines.map((each) => each.open(DEADLINE_MILLIS)))
    if (found) return found
    await opened
    return latest(this.engines)
  }
}

function latest(engines: readonly EngineConnection[]): EngineConnection | null {
  return engines.reduce<EngineConnection | null>(
    (best, each) => (each.servesSince > (best?.servesSince ?? 0) ? each : best),
    null,
  )
}
