import { monitorEventLoopDelay } from 'node:perf_hooks'

const MAX_DELAY_MILLIS = 1500
const LOOK_EVERY_MILLIS = 500
/** One late look is a stall that is over: a machine that stood still, a collection, a start. */
const LATE_LOOKS = 2

/** The mean delay of the event loop since the last reset, in nanoseconds. */
export interface LoopDelay {
  readonly mean: number
  reset(): void
}

/** Sheds load cheaply while the event loop lags, so that what was accepted still finishes. */
export class OverloadSensor {
  private lateLooks = 0

  constructor(private readonly delay: LoopDelay) {}

  /** A sensor of this process's own event loop, which looks at it from now on. */
  static start(): OverloadSensor {
    const delay = monitorEventLoopDelay({ resolution: 100 })
    delay.enable()
    const sensor = new OverloadSensor(delay)
    setInterval(() => sensor.look(), LOOK_EVERY_MILLIS).unref()
    return sensor
  }

  /** Takes the delay since the last look into account. */
  look(): void {
    this.lateLooks = this.delay.mean / 1e6 > MAX_DELAY_MILLIS ? this.lateLooks + 1 : 0
    this.delay.reset()
  }

  isOverloaded(): boolean {
    return this.lateLooks >= LATE_LOOKS
  }
}
