import { useCallback, useSyncExternalStore } from 'react'

/** `system` follows the device. */
export type Theme = 'light' | 'dark' | 'system'

const STORED = 'weibao.theme'
const listeners = new Set<() => void>()

/** The chosen theme and the way to choose; remembered on this device, written to `<html data-theme>`. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, currentTheme, () => 'system' as const)
  const choose = useCallback((next: Theme) => {
    showTheme(next)
    try {
      localStorage.setItem(STORED, next)
    } catch {
      // NOTE the choice then lasts for this visit.
    }
    listeners.forEach((listener) => listener())
  }, [])
  return [theme, choose]
}

/** Shows the theme chosen earlier on this device. Call before the first render. */
export function applyStoredTheme(): void {
  try {
    const stored = localStorage.getItem(STORED)
    if (stored === 'light' || stored === 'dark') showTheme(stored)
  } catch {
    // NOTE storage may be forbidden; the device's theme shows.
  }
}

function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

function currentTheme(): Theme {
  const shown = document.documentElement.dataset.theme
  return shown === 'light' || shown === 'dark' ? shown : 'system'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
