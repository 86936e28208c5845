import { afterEach, describe, expect, it, vi } from 'vitest'
import { Metrics } from './metrics.js'
import type { UnitOfWork } from './unit-of-work.js'

describe('the metrics of a process', () => {
  afterEach(() => void vi.restoreAllMocks())

  it('say of each reading how busy the loop was since the one before', async () => {
    // Milliseconds since the process began. A clock of our own: on a busy machine the real one says anything.
    let clock = { idle: 0, active: 0, utilization: 0 }
    const between = performance.eventLoopUtilization.bind(performance)
    vi.spyOn(performance, 'eventLoopUtilization').mockImplementation((now, before) =>
      now ? between(now, before) : clock,
    )
    const metrics = new Metrics({} as UnitOfWork)
    const shareAfter = async (idle: number, active: number) => {
      clock = { idle: clock.idle + idle, active: clock.active + active, utilization: 0 }
      const text = await metrics.text()
      return Number(/^nodejs_eventloop_utilization_ratio (\S+)$/m.exec(text)?.[1])
    }
    expect([await shareAfter(30, 10), await shareAfter(0, 50), await shareAfter(50, 0)]).toEqual([
      0.25, 1, 0,
    ])
  })
})
