import { describe, expect, it } from 'vitest'
import { maskContact } from './masking.js'

describe('a masked contact', () => {
  it.each([
    ['+8613812345678', '138****5678'],
    ['adi@example.com', 'ad***@e***.com'],
    ['ab@example.com', 'a***@e***.com'],
    ['li.adi@mail.example.com.cn', 'li***@m***.example.com.cn'],
    [null, null],
  ])('of %s is %s', (contact, masked) => {
    expect(maskContact(contact)).toBe(masked)
  })
})
