import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks'

const MAX_DELAY_MILLIS = 1500
const SAMPLE_MILLIS = 500

/** Sheds load cheaply while the event loop lags, so that what was accepted still finishes. */
export class OverloadSensor {
  private readonly delay: IntervalHistogram = monitorEventLoopDelay({ resolution: 20 })
  private isLate = false

  constructor() {
    this.delay.enable()
    setInterval(() => {
      this.isLate = this.delay.mean / 1e6 > MAX_DELAY_MILLIS
      this.delay.reset()
    }, SAMPLE_MILLIS).unref()
  }

  isOverloaded(): boolean {
    return this.isLate
  }
}
