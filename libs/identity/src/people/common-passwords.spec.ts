import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMMON_PASSWORDS } from './common-passwords.list.js'
import { isCommonPassword } from './common-passwords.js'

describe('common passwords', () => {
  it('are at least three thousand that would otherwise be long enough', () => {
    const all = COMMON_PASSWORDS.trim().split(/\s+/)
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBeGreaterThan(3000)
    expect(all.filter((password) => password.length < 8)).toEqual([])
  })

  it.each([
    ...['password', '12345678', '123456789', 'qwertyuiop', '1qaz2wsx', 'iloveyou', 'trustno1'],
    ...['woaini1314', '5201314520', 'a123456789', '88888888', 'PassW0rd', 'Password123'],
    ...['abcdefghij', '87654321', 'zhang123456', 'admin@123', '1q2w3e4r', 'sunshine', 'baseball'],
    ...['啊啊啊啊啊啊啊啊', 'aaaaaaaaaaaaaaaa'],
  ])('include %s', (password) => {
    expect(isCommonPassword(password)).toBe(true)
  })

  it('do not include what nobody would guess', () => {
    expect(isCommonPassword('山里的蜜蜂飞过河')).toBe(false)
    expect(isCommonPassword('correct horse battery staple')).toBe(false)
    const hex = fc.stringMatching(/^[0-9a-f]{32}$/)
    fc.assert(
      fc.property(hex, (text) => new Set(text).size === 1 || !isCommonPassword(text)),
      { numRuns: 200 },
    )
  })
})
