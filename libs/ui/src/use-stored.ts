import { useState } from 'react'

/** State that this tab's session keeps: survives a lost connection and a reload, not the evening. */
export function useStored<T>(name: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => read(name, initial))
  const keep = (next: T) => {
    setValue(next)
    try {
      sessionStorage.setItem(name, JSON.stringify(next))
    } catch {
      // Storage may be forbidden; the form works all the same.
    }
  }
  return [value, keep]
}

function read<T>(name: string, initial: T): T {
  try {
    const stored = sessionStorage.getItem(name)
    return stored ? { ...initial, ...(JSON.parse(stored) as Partial<T>) } : initial
  } catch {
    return initial
  }
}
