import { useQuery } from '@tanstack/react-query'
import { Notice, useBilingual, useMessages } from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { organisationQuery } from '../organisation/organisation.queries'
import { RegistrationPapersPanel } from './papers-panel'
import { registrationPapersMessages } from './registration-papers.messages'

/** The registration waits for a decision: what was handed in with it, and what is still to come. */
export function AppliedPage() {
  const t = useMessages(registrationPapersMessages)
  const say = useBilingual()
  const { organisationId, can } = useActing()
  const { data: organisation } = useQuery(organisationQuery(organisationId))
  return (
    <div className="grid max-w-4xl grid-cols-1 gap-4">
      <h1>{t('waitingTitle')}</h1>
      <Notice>{t('waitingText', { name: organisation ? say(organisation.name) : '…' })}</Notice>
      {can('organisation:edit') && (
        <RegistrationPapersPanel organisationId={organisationId} isApproved={false} />
      )}
    </div>
  )
}
