import { useQuery } from '@tanstack/react-query'
import { Notice, useMessages } from '@weibao/ui'
import { PaperList } from './paper-list'
import { PapersState } from './papers-state'
import { registrationPapersMessages } from './registration-papers.messages'
import { registrationPapersQuery } from './registration-papers.queries'

/** What an application is judged on, before whoever decides. */
export function ReviewedPapers({
  organisationId,
  isApproved = false,
}: {
  organisationId: string
  isApproved?: boolean
}) {
  const t = useMessages(registrationPapersMessages)
  const found = useQuery(registrationPapersQuery(organisationId))
  const papers = found.data?.items
  return (
    <section className="grid gap-3" aria-label={t('title')}>
      {!papers && <PapersState query={found} />}
      {papers?.length === 0 && <Notice>{t(isApproved ? 'noneKept' : 'noneToReview')}</Notice>}
      {papers && papers.length > 0 && <PaperList papers={papers} />}
    </section>
  )
}
