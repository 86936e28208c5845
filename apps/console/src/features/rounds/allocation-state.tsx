import type { AllocationState } from '@weibao/contracts/allocation'
import { StateTag, useMessages, type StateTone } from '@weibao/ui'
import { roundsMessages } from './rounds.messages'

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
  const t = useMessages(roundsMessages)
  return (
    <span className="grid justify-items-start gap-1">
      <StateTag tone={tones[state]}>{t(`s_${state}`)}</StateTag>
      {reason && <span className="text-sm break-words text-ink-soft">{reason}</span>}
    </span>
  )
}
