import { lookup as resolve, type LookupAddress } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Everything that is not the public internet (IANA special-purpose registries). */
const closed = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  closed.addSubnet(network, prefix, 'ipv4')
}
/** Of IPv6 only global unicast is open, without documentation, Teredo, 6to4 and ORCHID. */
const open6 = new BlockList()
open6.addSubnet('2000::', 3, 'ipv6')
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  closed.addSubnet(network, prefix, 'ipv6')
}

/** Whether an IP address belongs to the public internet. False for anything that is no address. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !closed.check(address, 'ipv4')
  if (family === 6) return open6.check(address, 'ipv6') && !closed.check(address, 'ipv6')
  return false
}

/** The address that a webhook may not call. */
export class ClosedAddress extends Error {
  override readonly name = 'ClosedAddress'
}

/** Without brackets, as `isIP` wants it. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '')
}

/**
 * Whether an address may be given for a webhook at all: https on the public internet, no user
 * information, no fragment. A name is looked at again each time it is called. `isOpen`: development, where
 * http and this machine are allowed.
 */
export function isCallable(url: URL, isOpen: boolean): boolean {
  if (url.username || url.password || url.hash) return false
  if (isOpen) return url.protocol === 'https:' || url.protocol === 'http:'
  const host = hostOf(url)
  if (url.protocol !== 'https:') return false
  return isIP(host) ? isPublicAddress(host) : /\.[a-z][a-z0-9-]*\.?$/i.test(host)
}

/**
 * Resolves a name for one connection and refuses unless every address of it is public: the check
 * and the connection use the same answer, so a name that changes in between gains nothing.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, '', 0)
    const closedOne = addresses.find(({ address }) => !isPublicAddress(address))
    const first = addresses[0]
    if (closedOne || !first) return callback(new ClosedAddress('not a public address'), '', 0)
    if (options.all) callback(null, addresses)
    else callback(null, first.address, first.family)
  })
}
