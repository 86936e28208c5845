import type { QuotaView } from '@weibao/contracts/quota'
import { StateTag, useMessages } from '@weibao/ui'
import { quotasMessages } from './quotas.messages'

const tones = { filed: 'waiting', checked: 'done', returned: 'problem' } as const

/** Where a quota stands, and why it came back. */
export function QuotaStateTag({ quota }: { quota: QuotaView }) {
  const t = useMessages(quotasMessages)
  return (
    <span className="grid justify-items-start gap-1">
      <StateTag tone={tones[quota.state]}>{t(quota.state)}</StateTag>
      {quota.returnReason && (
        <span className="text-sm text-ink-soft">
          {t('returnedFor', { reason: quota.returnReason })}
        </span>
      )}
    </span>
  )
}

/** How the quota is met, with the others or the contractor by name. */
export function ArrangementText({ quota }: { quota: QuotaView }) {
  const t = useMessages(quotasMessages)
  const named = quota.contractor ?? quota.sharedWith.join('、')
  return (
    <span>
      {t(quota.arrangement)}
      {named && <span className="block text-sm text-ink-soft">{named}</span>}
    </span>
  )
}
