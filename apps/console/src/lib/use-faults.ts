import { useState } from 'react'
import type { FieldErrors } from './form'

/**
 * What a form finds wrong by itself: said of each field once somebody has tried to send it, and no longer when
 * that field is mended.
 */
export function useFaults(check: () => FieldErrors) {
  const [said, setSaid] = useState<readonly string[]>([])
  const now = said.length > 0 ? check() : {}
  const faults: FieldErrors = Object.fromEntries(
    Object.entries(now).filter(([name]) => said.includes(name)),
  )
  return {
    faults,
    /** Says all that is wrong now; true when nothing is. */
    settle: (): boolean => {
      const names = Object.keys(check())
      setSaid(names)
      return names.length === 0
    },
  }
}
