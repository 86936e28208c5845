import { localDay, localMonth } from '@weibao/kernel'
import { openWorld, type World } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LedgerModule } from './index.js'

/**
 * The server's day and month and the database's are the same, and those of Shanghai, wherever the
 * host and the session believe to be: midnight in Shanghai is 16:00 UTC.
 */
let world: World
const zone = process.env['TZ']

beforeAll(async () => {
  world = await openWorld({ modules: [LedgerModule] })
})
afterAll(async () => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
  await world.close()
})

/** Within two hours of the end of January, February (28 and 29 days) and December. */
const instants = ['2026-01-31', '2026-02-28', '2028-02-29', '2026-12-31'].flatMap((day) =>
  [-7200_000, -1, 0, 1, 7200_000].map(
    (offset) => new Date(Date.parse(`${day}T16:00:00Z`) + offset),
  ),
)

describe.each([
  ['UTC', 0],
  ['Asia/Shanghai', -480],
  ['America/New_York', 300],
])('on a host in %s', (name, offsetMinutes) => {
  it('a month ends at midnight in Shanghai', async () => {
    process.env['TZ'] = name
    expect(new Date('2026-01-31T00:00:00Z').getTimezoneOffset()).toBe(offsetMinutes)
    await world.sql(`set timezone to '${name}'`)
    for (const instant of instants) {
      const [found] = await world.sql<{ day: string; month: string }>(
        'select shanghai_day($1::timestamptz)::text as day, shanghai_month($1::timestamptz) as month',
        [instant.toISOString()],
      )
      expect(found).toEqual({ day: localDay(instant), month: localMonth(instant) })
    }
    expect(localMonth(new Date('2026-12-31T15:59:59.999Z'))).toBe('2026-12')
    expect(localMonth(new Date('2026-12-31T16:00:00.000Z'))).toBe('2027-01')
    expect(localDay(new Date('2028-02-29T15:59:59.999Z'))).toBe('2028-02-29')
  })
})
