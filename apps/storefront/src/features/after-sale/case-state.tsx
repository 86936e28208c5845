import type { AfterSaleState } from '@weibao/contracts/after-sale'
import { StateTag, useMessages, type StateTone } from '@weibao/ui'
import { afterSaleMessages } from './after-sale.messages'

const tones: Record<AfterSaleState, StateTone> = {
  opened: 'waiting',
  answered: 'problem',
  refereed: 'waiting',
  agreed: 'problem',
  returning: 'waiting',
  'to-resend': 'waiting',
  resent: 'active',
  replaced: 'done',
  settled: 'done',
  closed: 'ended',
  withdrawn: 'ended',
}

/** Where a case stands; in colour when it is the buyer's turn. */
export function CaseStateTag({ state }: { state: AfterSaleState }) {
  const t = useMessages(afterSaleMessages)
  return <StateTag tone={tones[state]}>{t(state)}</StateTag>
}
