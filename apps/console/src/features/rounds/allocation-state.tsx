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

export function AllocationStateTag({ state }: { state: AllocationState }) {
  const t = useMessages(roundsMessages)
  return <StateTag tone={tones[state]}>{t(`s_${state}`)}</StateTag>
}
