import { useQuery } from '@tanstack/react-query'
import { MAX_REGISTRATION_PAPERS } from '@weibao/contracts/registration-paper'
import { EmptyState, Panel, useMessages, useToast } from '@weibao/ui'
import { problemText } from '../../lib/form'
import { ChooseFiles } from './choose-files'
import { PaperList } from './paper-list'
import { PapersState } from './papers-state'
import { registrationPapersMessages } from './registration-papers.messages'
import {
  registrationPapersQuery,
  useAddRegistrationPaper,
  useRemoveRegistrationPaper,
} from './registration-papers.queries'

/** What one's own organisation handed in, renewed here; taken off only while nothing is approved. */
export function RegistrationPapersPanel({
  organisationId,
  isApproved,
}: {
  organisationId: string
  isApproved: boolean
}) {
  const t = useMessages(registrationPapersMessages)
  const toast = useToast()
  const found = useQuery(registrationPapersQuery(organisationId))
  const add = useAddRegistrationPaper()
  const remove = useRemoveRegistrationPaper(organisationId)
  const tell = (error: unknown) => toast({ text: problemText(error), tone: 'problem' })
  const send = async (files: readonly File[]) => {
    try {
      for (const file of files) await add.mutateAsync({ organisationId, file })
      toast({ text: t('added'), tone: 'good' })
    } catch (error) {
      tell(error)
    }
  }
  const takeOff = (id: string) =>
    remove.mutate(id, {
      onSuccess: () => toast({ text: t('removed'), tone: 'good' }),
      onError: tell,
    })
  const papers = found.data?.items
  return (
    <Panel title={t('title')} note={isApproved ? t('fixed') : t('note')}>
      <div className="grid gap-4">
        {!papers && <PapersState query={found} />}
        {papers?.length === 0 &&
          (isApproved ? (
            <p>{t('noneKept')}</p>
          ) : (
            <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
          ))}
        {papers && papers.length > 0 && (
          <PaperList papers={papers} onRemove={isApproved ? undefined : takeOff} />
        )}
        <ChooseFiles
          label={t('add')}
          busy={add.isPending}
          disabled={!papers || papers.length >= MAX_REGISTRATION_PAPERS}
          onChoose={(files) => void send(files)}
        />
        <p className="text-sm text-ink-soft">{t('help', { max: MAX_REGISTRATION_PAPERS })}</p>
      </div>
    </Panel>
  )
}
