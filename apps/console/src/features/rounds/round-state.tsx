import type { RoundView } from '@weibao/contracts/round'
import { StateTag, useMessages, type StateTone } from '@weibao/ui'
import { roundsMessages } from './rounds.messages'

const tones: Readonly<Record<RoundView['state'], StateTone>> = {
  queued: 'waiting',
  running: 'active',
  proposed: 'active',
  closed: 'done',
  cancelled: 'ended',
  failed: 'problem',
}

export function RoundStateTag({ state }: { state: RoundView['state'] }) {
  const t = useMessages(roundsMessages)
  return <StateTag tone={tones[state]}>{t(state)}</StateTag>
}
