import type { AllocationState } from '@weibao/contracts/allocation'
import { allocationStateNames } from '@weibao/contracts/ticket-text'
import { StateTag, useLocale, type StateTone } from '@weibao/ui'

const tones: Readonly<Record<AllocationState, StateTone>> = {
  proposed: 'waiting',
  accepted: 'waiting',
  confirmed: 'active',
  ordered: 'done',
  declined: 'ended',
  lapsed: 'ended',
  superseded: 'ended',
}

/** Where it stands, and why it ended where somebody said why. */
export function AllocationStateTag({ state, reason }: { state: AllocationState; reason?: string }) {
  const { locale } = useLocale()
  return (
    <span className="grid justify-items-start gap-1">
      <StateTag tone={tones[state]}>{allocationStateNames[state][locale]}</StateTag>
      {reason && <span className="text-sm break-words text-ink-soft">{reason}</span>}
    </span>
  )
}
