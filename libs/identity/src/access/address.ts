import { isIPv4, isIPv6 } from 'node:net'
import { currentContext } from '@weibao/platform'

/** What counts as one caller: an IPv4 address, or the /64 that one IPv6 customer gets. */
export function callerNetwork(address = currentContext()?.address ?? 'none'): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  return isIPv6(plain) ? `${groups(plain).slice(0, 4).join(':')}::/64` : plain
}

/** The network kept in the audit log: enough to tell a pattern, not a household. */
export function coarseNetwork(address: string | undefined): string | null {
  const plain = address?.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain) return null
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`
  return isIPv6(plain) ? `${groups(plain).slice(0, 3).join(':')}::/48` : null
}

/** The eight groups of an IPv6 address. */
function groups(address: string): string[] {
  const [head = '', tail = ''] = address.split('%')[0]!.split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const missing = Math.max(0, 8 - left.length - right.length)
  return [...left, ...Array<string>(missing).fill('0'), ...right]
}
