import type { UseQueryResult } from '@tanstack/react-query'
import { Button, Notice, Skeleton, useMessages } from '@weibao/ui'
import { problemText } from '../../lib/form'
import { registrationPapersMessages } from './registration-papers.messages'

/** Papers that are on their way, or did not come. */
export function PapersState({
  query,
}: {
  query: Pick<UseQueryResult, 'error' | 'isError' | 'refetch'>
}) {
  const t = useMessages(registrationPapersMessages)
  if (!query.isError)
    return (
      <div role="status" aria-label={t('loading')}>
        <Skeleton />
      </div>
    )
  return (
    <Notice tone="problem">
      <p>{problemText(query.error)}</p>
      <Button size="small" tone="quiet" className="mt-2" onClick={() => void query.refetch()}>
        {t('again')}
      </Button>
    </Notice>
  )
}
