import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** First part of the query keys that a signal concerns; `order.changed` is about orders. */
const nouns: Readonly<Record<string, readonly string[]>> = {
  order: ['orders', 'lots'],
  shipment: ['orders'],
  payment: ['orders', 'ledger', 'volume'],
  lot: ['lots', 'products'],
  product: ['products'],
  // What a notification tells of is mostly an order.
  notification: ['notifications', 'orders'],
  volume: ['volume', 'periods'],
  round: ['rounds'],
  allocation: ['allocations', 'rounds'],
  setting: ['settings'],
  session: ['session'],
  member: ['session', 'people'],
}
const POLL_MILLIS = 60_000
const SHORTEST_WAIT = 2_000
const LONGEST_WAIT = 60_000

/**
 * Follows `/api/events` while the page is open and asks anew for what a signal names. A stream that
 * ends is opened again, later each time; until it is open, what is on screen is asked for each minute.
 */
export function useLive(): void {
  const client = useQueryClient()
  useEffect(() => followEvents(client), [client])
}

/** @returns the way to stop */
export function followEvents(client: QueryClient): () => void {
  if (typeof EventSource === 'undefined') return () => undefined
  let source: EventSource | null = null
  let wait = SHORTEST_WAIT
  let again: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    source = new EventSource('/api/events')
    source.onopen = () => (wait = SHORTEST_WAIT)
    source.onmessage = ({ data }: MessageEvent<string>) => invalidate(client, data)
    source.onerror = () => {
      source?.close()
      source = null
      again = setTimeout(open, wait * (0.75 + Math.random() / 2))
      wait = Math.min(wait * 2, LONGEST_WAIT)
    }
  }
  open()
  const poll = setInterval(() => {
    const isFollowing = source?.readyState === EventSource.OPEN
    if (!isFollowing && document.visibilityState === 'visible')
      void client.invalidateQueries({ type: 'active', predicate: isPolled })
  }, POLL_MILLIS)
  return () => {
    source?.close()
    clearTimeout(again)
    clearInterval(poll)
  }
}

const polled = new Set(['orders', 'lots', 'notifications'])
const isPolled = ({ queryKey }: { queryKey: readonly unknown[] }) => polled.has(String(queryKey[0]))

function invalidate(client: QueryClient, data: string): void {
  const kind = kindOf(data)
  for (const noun of nouns[kind.split('.')[0] ?? ''] ?? [])
    void client.invalidateQueries({ queryKey: [noun] })
}

function kindOf(data: string): string {
  try {
    return String((JSON.parse(data) as { kind?: unknown }).kind ?? '')
  } catch {
    return ''
  }
}
