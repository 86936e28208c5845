import { getHeapStatistics } from 'node:v8'
import { describe, expect, it } from 'vitest'
import { youngCollector } from './young-collections.js'

const used = () => getHeapStatistics().used_heap_size
const MEGABYTE = 1024 * 1024

/** Makes objects that nobody keeps, until so many bytes are in use. */
function litterUntil(bytes: number): void {
  while (used() < bytes) Array.from({ length: 1000 }, (_, n) => ({ n }))
}

describe('the collector of young objects', () => {
  it('frees what nobody keeps once there is much of it, and lets little lie', () => {
    const collect = youngCollector()
    const before = used()
    litterUntil(before + MEGABYTE)
    collect()
    expect(used()).toBeGreaterThanOrEqual(before + MEGABYTE)
    litterUntil(before + 6 * MEGABYTE)
    collect()
    expect(used()).toBeLessThan(before + 4 * MEGABYTE)
  })
})
