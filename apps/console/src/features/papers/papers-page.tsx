import { useSuspenseQuery } from '@tanstack/react-query'
import type { ManagedPaper } from '@weibao/contracts/paper'
import {
  Button,
  ConfirmDialog,
  DataTable,
  EmptyState,
  LinkTabs,
  PlusIcon,
  useBilingual,
  useFormats,
  useMessages,
  useToast,
  type Column,
} from '@weibao/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { useTitle } from '../../lib/use-title'
import { PaperForm } from './paper-form'
import { PaperLeft } from './paper-left'
import { paperNames } from './paper-names'
import { papersMessages } from './papers.messages'
import { papersQuery, useAddScan, useRemovePaper } from './papers.queries'

/** A cooperative's papers, soonest to expire first. */
export function PapersPage() {
  const t = useMessages(papersMessages)
  useTitle(t('title'))
  const { organisationId } = useActing()
  const [search] = useSearchParams()
  const isExpiringOnly = search.get('expiring') === 'true'
  const { data } = useSuspenseQuery(papersQuery(organisationId, isExpiringOnly))
  const [isAdding, setAdding] = useState(false)
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <h1>{t('title')}</h1>
          <p className="text-ink-soft">{t('lead')}</p>
        </div>
        <Button icon={PlusIcon} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      </div>
      <LinkTabs
        label={t('filter')}
        tabs={[
          { href: '?', label: t('all'), current: !isExpiringOnly },
          { href: '?expiring=true', label: t('expiring'), current: isExpiringOnly },
        ]}
      />
      <div className="wb-panel">
        <PaperTable
          papers={data.items}
          cooperativeId={organisationId}
          empty={t(isExpiringOnly ? 'emptyExpiring' : 'emptyTitle')}
        />
      </div>
      {isAdding && <PaperForm cooperativeId={organisationId} onClose={() => setAdding(false)} />}
    </div>
  )
}

function PaperTable({
  papers,
  cooperativeId,
  empty,
}: {
  papers: readonly ManagedPaper[]
  cooperativeId: string
  empty: string
}) {
  const t = useMessages(papersMessages)
  const say = useBilingual()
  const { day } = useFormats()
  const [removed, setRemoved] = useState<ManagedPaper | null>(null)
  const columns: Column<ManagedPaper>[] = [
    { key: 'kind', header: t('kind'), primary: true, cell: ({ kind }) => say(paperNames[kind]) },
    { key: 'number', header: t('number'), cell: ({ number }) => number },
    {
      key: 'covers',
      header: t('covers'),
      cell: ({ productName }) => (productName ? say(productName) : t('wholeCooperative')),
    },
    {
      key: 'expiresOn',
      header: t('expiresOn'),
      cell: (paper) => (
        <span className="grid justify-items-start gap-1">
          {paper.expiresOn ? day(paper.expiresOn, 'always') : t('unlimited')}
          <PaperLeft paper={paper} />
        </span>
      ),
    },
    {
      key: 'scan',
      header: t('scan'),
      cell: (paper) => <Scan paper={paper} cooperativeId={cooperativeId} />,
    },
    {
      key: 'acts',
      header: t('remove'),
      headerHidden: true,
      align: 'end',
      cell: (paper) => (
        <Button size="small" tone="plain" onClick={() => setRemoved(paper)}>
          {t('remove')}
        </Button>
      ),
    },
  ]
  return (
    <>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={papers}
        rowKey={({ id }) => id}
        empty={<EmptyState title={empty}>{t('emptyText')}</EmptyState>}
      />
      {removed && (
        <Removal paper={removed} cooperativeId={cooperativeId} onClose={() => setRemoved(null)} />
      )}
    </>
  )
}

function Scan({ paper, cooperativeId }: { paper: ManagedPaper; cooperativeId: string }) {
  const t = useMessages(papersMessages)
  const toast = useToast()
  const send = useAddScan(cooperativeId)
  const take = (file: File | undefined) =>
    file &&
    send.mutate(
      { id: paper.id, file },
      {
        onSuccess: () => toast({ text: t('scanSaved'), tone: 'good' }),
        onError: (error) => toast({ text: problemText(error), tone: 'problem' }),
      },
    )
  return (
    <span className="flex items-center gap-3">
      {paper.fileId && (
        <a className="wb-link" href={`/api/files/${paper.fileId}`}>
          {t('openScan')}
        </a>
      )}
      <label className="wb-link cursor-pointer focus-within:outline-2 focus-within:outline-indigo">
        {t('sendScan')}
        <input
          type="file"
          accept="application/pdf,image/jpeg,image/png,image/webp"
          aria-label={t('scanOf', { number: paper.number })}
          className="sr-only"
          disabled={send.isPending}
          onChange={({ target }) => take(target.files?.[0])}
        />
      </label>
    </span>
  )
}

function Removal({
  paper,
  cooperativeId,
  onClose,
}: {
  paper: ManagedPaper
  cooperativeId: string
  onClose: () => void
}) {
  const t = useMessages(papersMessages)
  const toast = useToast()
  const remove = useRemovePaper(cooperativeId)
  const confirm = () =>
    remove.mutate(paper.id, {
      onSuccess: () => {
        toast({ text: t('removed'), tone: 'good' })
        onClose()
      },
    })
  return (
    <ConfirmDialog
      open
      tone="danger"
      title={t('removeTitle')}
      confirmLabel={t('remove')}
      busy={remove.isPending}
      onClose={onClose}
      onConfirm={confirm}
    >
      <p>{t('removeText')}</p>
      {remove.error && <p role="alert">{problemText(remove.error)}</p>}
    </ConfirmDialog>
  )
}
