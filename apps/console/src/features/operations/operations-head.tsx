import { LinkTabs, useMessages } from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { operationsMessages } from './operations.messages'

export function OperationsHead({ current }: { current: 'outbox' | 'jobs' }) {
  const t = useMessages(operationsMessages)
  const { base } = useActing()
  return (
    <>
      <h1>{t('title')}</h1>
      <LinkTabs
        label={t('title')}
        tabs={[
          { href: `${base}/operations`, label: t('outbox'), current: current === 'outbox' },
          { href: `${base}/operations/jobs`, label: t('jobs'), current: current === 'jobs' },
        ]}
      />
    </>
  )
}
