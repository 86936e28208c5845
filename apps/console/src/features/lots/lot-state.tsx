import type { LotState } from '@weibao/contracts/lot'
import { StateTag, useMessages, type StateTone } from '@weibao/ui'
import { lotsMessages } from './lots.messages'

const tones: Record<LotState, StateTone> = {
  draft: 'waiting',
  open: 'active',
  exhausted: 'done',
  short: 'problem',
  withdrawn: 'ended',
  expired: 'ended',
}

export function LotStateTag({ state }: { state: LotState }) {
  const t = useMessages(lotsMessages)
  return <StateTag tone={tones[state]}>{t(state)}</StateTag>
}
