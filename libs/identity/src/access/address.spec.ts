import { describe, expect, it } from 'vitest'
import { callerNetwork, coarseNetwork } from './address.js'

describe('the network of a caller', () => {
  it.each([
    ['203.0.113.77', '203.0.113.77'],
    ['::ffff:203.0.113.77', '203.0.113.77'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['none', 'none'],
  ])('counts %s as %s', (address, network) => {
    expect(callerNetwork(address)).toBe(network)
  })

  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    [undefined, null],
    ['nonsense', null],
  ])('is recorded of %s as %s', (address, network) => {
    expect(coarseNetwork(address)).toBe(network)
  })
})
