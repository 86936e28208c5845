import { describe, expect, it } from 'vitest'
import { OverloadSensor } from './overload.js'

/** What the sensor says after each of some looks that came so many milliseconds after the one before. */
const saidAfter = (gaps: readonly number[]) => {
  let now = 0
  const sensor = new OverloadSensor(now)
  return gaps.map((gap) => {
    sensor.look((now += gap))
    return sensor.isOverloaded()
  })
}

describe('a process', () => {
  it('turns requests away while its loop lags, and takes them again as soon as it does not', () => {
    expect(saidAfter([500, 1600, 1600, 2000, 500])).toEqual([false, false, true, true, false])
  })

  it('turns nobody away for one stall, however long', () => {
    expect(saidAfter([500, 30_000, 500, 1600, 500])).toEqual([false, false, false, false, false])
  })
})
