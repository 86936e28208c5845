import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channelOf, contactSchema, normalContact } from './contact.js'

describe('a contact', () => {
  it.each([
    ['13812345678', '+8613812345678'],
    [' 138 1234-5678 ', '+8613812345678'],
    ['+86 138 1234 5678', '+8613812345678'],
    ['0086 13812345678', '+8613812345678'],
    ['８６１３８１２３４５６７８', '+8613812345678'],
    ['Adi@Example.COM', 'adi@example.com'],
    ['ａｄｉ＠example.com', 'adi@example.com'],
    ['li.adi+weibao@mail.example.com.cn', 'li.adi+weibao@mail.example.com.cn'],
  ])('%s is %s in normal form', (text, normal) => {
    expect(normalContact(text)).toBe(normal)
    expect(contactSchema.parse(text)).toBe(normal)
  })

  it.each([
    ...['', '12345678901', '1381234567', '138123456789', '+1 202 555 0123', '02112345678'],
    ...['adi', '@example.com', 'adi@', 'adi@localhost', 'a b@example.com', 'adi@exa_mple.com'],
    ...['adi@example.com\nbcc: x@y.com', 'adi@example.com,b@example.com', '"a"@example.com'],
    ...['<adi@example.com>', 'adi@example..com', '.adi@example.com', 'adi@example.com\u202e'],
    `${'a'.repeat(65)}@example.com`,
  ])('%j is refused', (text) => {
    expect(contactSchema.safeParse(text).success).toBe(false)
  })

  it('keeps its normal form when normalised again, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.emailAddress(), fc.stringMatching(/^1[3-9]\d{9}$/)),
        (text) => {
          const normal = normalContact(text)
          return normal === null || normalContact(normal) === normal
        },
      ),
    )
  })

  it('tells mail from SMS', () => {
    expect(channelOf('adi@example.com')).toBe('mail')
    expect(channelOf('+8613812345678')).toBe('sms')
  })
})
