import { LinkTabs, useMessages } from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { moneyMessages } from './money.messages'

/** Title and pages; the account is the owner's. */
export function MoneyHead({ current }: { current: 'settlements' | 'earnings' | 'account' }) {
  const t = useMessages(moneyMessages)
  const { base, can } = useActing()
  const tabs = [
    { name: 'settlements', href: `${base}/money`, label: t('settlementsTab') },
    { name: 'earnings', href: `${base}/money/earnings`, label: t('earningsTab') },
    ...(can('payout-account:manage')
      ? [{ name: 'account', href: `${base}/money/account`, label: t('accountTab') }]
      : []),
  ]
  return (
    <>
      <div>
        <h1>{t('title')}</h1>
        <p className="text-ink-soft">{t('lead')}</p>
      </div>
      <LinkTabs
        label={t('pages')}
        tabs={tabs.map(({ name, href, label }) => ({ href, label, current: name === current }))}
      />
    </>
  )
}
