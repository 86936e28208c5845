import { useQuery } from '@tanstack/react-query'
import type { Suggestion } from '@weibao/contracts/product'
import { useBilingual } from '@weibao/ui'
import { useEffect, useState } from 'react'
import { suggestionsQuery } from './search.queries'

const PAUSE_MS = 150

/** One row below the search box, and where it leads. */
export interface SearchOption {
  readonly kind: Suggestion['kind'] | 'recent'
  readonly key: string
  readonly text: string
  readonly href: string
}

/** Rows for what stands in the box: searched before when it is empty, else suggestions. */
export function useSearchOptions(typed: string, recent: readonly string[], isOpen: boolean) {
  const say = useBilingual()
  const text = typed.trim()
  const settled = useSettled(text)
  const { data } = useQuery({
    ...suggestionsQuery(settled),
    enabled: isOpen && settled !== '' && text !== '',
    // Rows of a longer or shorter text stay while it is asked; those of another one do not.
    placeholderData: (last, query) =>
      continues(settled, String(query?.queryKey[2] ?? '')) ? last : undefined,
  })
  if (!isOpen) return []
  if (text === '') return recent.map(toRecent)
  return (data?.items ?? []).map((item): SearchOption => {
    const key = `${item.kind}-${item.value}`
    return { kind: item.kind, key, text: say(item.name), href: addressOf(item) }
  })
}

function continues(text: string, earlier: string): boolean {
  if (text === '' || earlier === '') return false
  return text.startsWith(earlier) || earlier.startsWith(text)
}

export function searchAddress(text: string): string {
  return text ? `/products?q=${encodeURIComponent(text)}` : '/products'
}

function toRecent(text: string): SearchOption {
  return { kind: 'recent', key: `recent-${text}`, text, href: searchAddress(text) }
}

function addressOf({ kind, value }: Suggestion): string {
  const part = encodeURIComponent(value)
  switch (kind) {
    case 'product':
      return `/products/${part}`
    case 'bundle':
      return `/gifts/${part}`
    case 'cooperative':
      return `/cooperatives/${part}`
    case 'category':
    case 'township':
      return `/products?${kind}=${part}`
  }
}

/** The text once nobody has typed for a moment, so that not every letter asks. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
