import { useQuery } from '@tanstack/react-query'
import { Notice, Skeleton, useMessages } from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { RegistrationPapersPanel } from '../registration-papers/papers-panel'
import { RegistrationForm } from './organisation-page'
import { organisationMessages } from './organisation.messages'
import { organisationQuery } from './organisation.queries'

/** The registration was refused: correct it here and hand it in again. */
export function RefusedPage() {
  const t = useMessages(organisationMessages)
  const { organisationId, can } = useActing()
  const { isSuccess } = useQuery(organisationQuery(organisationId))
  return (
    <div className="grid max-w-4xl grid-cols-1 gap-4">
      <h1>{t('refusedTitle')}</h1>
      <Notice tone="problem">{t('refusedText')}</Notice>
      {can('organisation:edit') && (
        <RegistrationPapersPanel organisationId={organisationId} isApproved={false} />
      )}
      {can('organisation:edit') && (isSuccess ? <RegistrationForm /> : <Skeleton />)}
    </div>
  )
}
