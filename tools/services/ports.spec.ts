import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { freePort } from './ports.js'

it('gives the preferred port while it is free, and another once it is taken', async () => {
  const preferred = await freePort()
  expect(await freePort(preferred)).toBe(preferred)
  const squatter = createServer()
  await new Promise<void>((resolve) => squatter.listen(preferred, '127.0.0.1', resolve))
  const other = await freePort(preferred)
  expect(other).toBeGreaterThan(0)
  expect(other).not.toBe(preferred)
  squatter.close()
})
