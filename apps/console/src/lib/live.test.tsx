import { QueryClient } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { followEvents } from './live'

class FakeEventSource {
  static readonly OPEN = 1
  static made: FakeEventSource[] = []
  readyState = 0
  onopen: (() => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null
  onerror: (() => void) | null = null

  constructor(readonly url: string) {
    FakeEventSource.made.push(this)
  }

  close(): void {
    this.readyState = 2
  }

  open(): void {
    this.readyState = FakeEventSource.OPEN
    this.onopen?.()
  }
}

function following() {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', FakeEventSource)
  FakeEventSource.made = []
  const client = new QueryClient()
  const invalidated = vi.spyOn(client, 'invalidateQueries').mockResolvedValue()
  const stop = followEvents(client)
  return { invalidated, stop, latest: () => FakeEventSource.made.at(-1)! }
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('live updates', () => {
  it('ask anew for the noun that a signal names, and for nothing else', () => {
    const { invalidated, stop, latest } = following()
    latest().open()
    latest().onmessage?.({ data: '{"kind":"order.changed","id":"x"}' })
    latest().onmessage?.({ data: 'not json' })
    latest().onmessage?.({ data: '{"kind":"weather.changed"}' })
    expect(invalidated.mock.calls.map(([filter]) => filter?.queryKey)).toEqual([
      ['orders'],
      ['lots'],
    ])
    stop()
  })

  it('open the stream again, later each time it ends', () => {
    const { stop, latest } = following()
    latest().onerror?.()
    vi.advanceTimersByTime(2_500)
    expect(FakeEventSource.made).toHaveLength(2)
    latest().onerror?.()
    vi.advanceTimersByTime(2_900)
    expect(FakeEventSource.made).toHaveLength(2)
    vi.advanceTimersByTime(2_200)
    expect(FakeEventSource.made).toHaveLength(3)
    stop()
  })

  it('ask each minute while there is no stream, and not while there is', () => {
    const { invalidated, stop, latest } = following()
    vi.advanceTimersByTime(60_000)
    expect(invalidated).toHaveBeenCalledTimes(1)
    latest().open()
    vi.advanceTimersByTime(180_000)
    expect(invalidated).toHaveBeenCalledTimes(1)
    stop()
  })
})
