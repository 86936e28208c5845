import { describe, expect, it } from 'vitest'
import { securityHeaders } from './security-headers.js'

describe('security headers', () => {
  it('let a page load from us alone, and no one frame it', () => {
    const headers = securityHeaders('http://shop.example')
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    })
  })

  it('ask for HTTPS for a year where the market is served over it, and only there', () => {
    expect(securityHeaders('https://shop.example')['strict-transport-security']).toBe(
      'max-age=31536000; includeSubDomains',
    )
    expect(securityHeaders('http://shop.example')).not.toHaveProperty('strict-transport-security')
  })
})
