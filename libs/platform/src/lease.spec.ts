import { describe, expect, it } from 'vitest'
import { underLease } from './lease.js'

const pause = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis))

describe('a lease', () => {
  it('is renewed for as long as the work lasts, and no longer', async () => {
    let renewals = 0
    const renew = async () => void renewals++
    expect(await underLease(0.01, renew, () => pause(100).then(() => 'done'))).toBe('done')
    expect(renewals).toBeGreaterThan(2)
    const then = renewals
    await pause(50)
    expect(renewals).toBe(then)
  })

  it('does not disturb the work when a renewal fails, and ends with it when it fails', async () => {
    const renew = () => Promise.reject(new Error('the database is away'))
    await expect(
      underLease(0.005, renew, async () => {
        await pause(30)
        throw new Error('the work failed')
      }),
    ).rejects.toThrow('the work failed')
  })
})
