import { describe, expect, it } from 'vitest'
import { nextAddress, signInAddress } from './next-address'

describe('the address after signing in', () => {
  it.each([
    ['?next=%2Fcheckout%3Fsku%3D1', '/checkout?sku=1'],
    ['', '/account'],
    ['?next=https%3A%2F%2Felsewhere.example', '/account'],
    ['?next=%2F%2Felsewhere.example', '/account'],
    ['?next=%2F%5Celsewhere.example', '/account'],
  ])('of %s is %s: never another site', (search, address) => {
    expect(nextAddress(new URLSearchParams(search))).toBe(address)
  })

  it('is carried through the sign-in page', () => {
    const { search } = new URL(signInAddress('/orders?state=placed'), 'http://site')
    expect(nextAddress(new URLSearchParams(search))).toBe('/orders?state=placed')
  })
})
