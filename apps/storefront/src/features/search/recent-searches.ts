import { useState } from 'react'

const STORED = 'weibao.searches'
const MAX_KEPT = 8

/** Texts searched for on this device, latest first. They never leave it, and can be cleared. */
export function useRecentSearches() {
  const [texts, setTexts] = useState<readonly string[]>([])
  return {
    texts,
    /** Reads what is kept anew: another page may have searched meanwhile. */
    refresh: () => setTexts(readKept()),
    add: (text: string) => keep([text, ...readKept().filter((kept) => kept !== text)]),
    clear: () => {
      keep([])
      setTexts([])
    },
  }
}

function readKept(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORED) ?? '[]')
    return Array.isArray(kept) ? kept.filter((text) => typeof text === 'string') : []
  } catch {
    return []
  }
}

function keep(texts: readonly string[]): void {
  try {
    if (texts.length === 0) localStorage.removeItem(STORED)
    else localStorage.setItem(STORED, JSON.stringify(texts.slice(0, MAX_KEPT)))
  } catch {
    // NOTE storage may be forbidden (private mode): nothing is remembered then.
  }
}
