const LOOK_EVERY_MILLIS = 500
/** Looks this far apart mean that something held the loop for about as long. */
const LATE_MILLIS = 1500
/** One late look is a stall that is over: a machine that stood still, a collection, a start. */
const LATE_LOOKS = 2

/**
 * Sheds load cheaply while the event loop lags, so that what was accepted still finishes. Its own looks tell the lag:
 * the histogram of node wakes an idle process ten times a second for it.
 */
export class OverloadSensor {
  private lateLooks = 0

  /** `lookedAt`, as all times here: milliseconds of a clock that only goes forward. */
  constructor(private lookedAt: number) {}

  /** A sensor of this process's own event loop, which looks at it from now on. */
  static start(): OverloadSensor {
    const sensor = new OverloadSensor(performance.now())
    setInterval(() => sensor.look(performance.now()), LOOK_EVERY_MILLIS).unref()
    return sensor
  }

  look(now: number): void {
    this.lateLooks = now - this.lookedAt > LATE_MILLIS ? this.lateLooks + 1 : 0
    this.lookedAt = now
  }

  isOverloaded(): boolean {
    return this.lateLooks >= LATE_LOOKS
  }
}
