import { createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { expect, it } from 'vitest'
import { freePort } from './ports.js'

const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((face) => face?.address === '::1')

it.each(['127.0.0.1', ...(hasIpv6 ? ['::1'] : [])])(
  'gives the preferred port while it is free, and another once it is taken on %s',
  async (host) => {
    const preferred = await freePort()
    expect(await freePort(preferred)).toBe(preferred)
    const squatter = createServer()
    await new Promise<void>((resolve) => squatter.listen(preferred, host, resolve))
    const other = await freePort(preferred)
    expect(other).toBeGreaterThan(0)
    expect(other).not.toBe(preferred)
    squatter.close()
  },
)
