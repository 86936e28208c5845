import { describe, expect, it } from 'vitest'
import { AnswerCache } from './answer-cache.js'

describe('answers kept a moment', () => {
  const counting = () => {
    let made = 0
    return { make: async () => ++made, count: () => made }
  }

  it('are computed once for all who ask at the same time', async () => {
    const cache = new AnswerCache(1000)
    const { make, count } = counting()
    const answers = await Promise.all(Array.from({ length: 20 }, () => cache.get('a', make)))
    expect(new Set(answers)).toEqual(new Set([1]))
    expect(count()).toBe(1)
    expect(await cache.get('b', make)).toBe(2)
  })

  it('are computed anew when their moment is over', async () => {
    const cache = new AnswerCache(0)
    const { make } = counting()
    expect([await cache.get('a', make), await cache.get('a', make)]).toEqual([1, 2])
  })

  it('are not kept when they fail', async () => {
    const cache = new AnswerCache(1000)
    await expect(cache.get('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down')
    expect(await cache.get('a', async () => 'up')).toBe('up')
  })

  it('are not kept without end', async () => {
    const cache = new AnswerCache(1000, 2)
    const { make, count } = counting()
    for (const key of ['a', 'b', 'c', 'a']) await cache.get(key, make)
    expect(count()).toBe(4)
  })
})
