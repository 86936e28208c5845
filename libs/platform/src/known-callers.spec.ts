import { describe, expect, it } from 'vitest'
import { KnownCallers } from './known-callers.js'

describe('known callers', () => {
  it('are who they were last time, until it is learnt otherwise', () => {
    const known = new KnownCallers()
    expect(known.find('a')).toBeNull()
    known.learn('a', 'ann')
    expect(known.find('a')).toBe('ann')
    known.learn('a', null)
    expect(known.find('a')).toBeNull()
  })

  it('are bounded: the longest unused is forgotten, and endless credentials are never kept', () => {
    const known = new KnownCallers()
    for (let n = 0; n < 5000; n++) known.learn(String(n), 'ann')
    known.find('0')
    known.learn('one more', 'ben')
    expect([known.find('0'), known.find('1'), known.find('one more')]).toEqual(['ann', null, 'ben'])
    known.learn('x'.repeat(2001), 'eve')
    expect(known.find('x'.repeat(2001))).toBeNull()
  })
})
