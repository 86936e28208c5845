import type { ManagedPaper } from '@weibao/contracts/paper'
import { StateTag, useMessages } from '@weibao/ui'
import { papersMessages } from './papers.messages'

/** How long it lasts, where that is not long. */
export function PaperLeft({
  paper: { daysLeft, isReplaced },
}: {
  paper: Pick<ManagedPaper, 'daysLeft' | 'isReplaced'>
}) {
  const t = useMessages(papersMessages)
  if (daysLeft === null || daysLeft > 90) return null
  if (isReplaced) return <StateTag tone="ended">{t('replaced')}</StateTag>
  if (daysLeft < 0) return <StateTag tone="problem">{t('expired', { days: -daysLeft })}</StateTag>
  return (
    <StateTag tone={daysLeft <= 7 ? 'problem' : 'waiting'}>
      {daysLeft === 0 ? t('lastDay') : t('left', { days: daysLeft })}
    </StateTag>
  )
}
