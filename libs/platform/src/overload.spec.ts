import { describe, expect, it } from 'vitest'
import { OverloadSensor } from './overload.js'

const sensorOver = (millis: readonly number[]) => {
  const left = [...millis]
  const sensor = new OverloadSensor({
    get mean() {
      return left[0]! * 1e6
    },
    reset: () => void left.shift(),
  })
  return millis.map(() => {
    sensor.look()
    return sensor.isOverloaded()
  })
}

describe('a process', () => {
  it('turns requests away while its loop lags, and takes them again as soon as it does not', () => {
    expect(sensorOver([20, 1600, 1600, 2000, 20])).toEqual([false, false, true, true, false])
  })

  it('turns nobody away for one stall, however long', () => {
    expect(sensorOver([20, 30_000, 20, 1600, 20])).toEqual([false, false, false, false, false])
  })
})
