import { useSuspenseQuery } from '@tanstack/react-query'
import type { OutboxEntryView } from '@weibao/contracts/operations'
import {
  Button,
  DataTable,
  DateText,
  EmptyState,
  LinkTabs,
  useFormats,
  useMessages,
  useToast,
  type Column,
} from '@weibao/ui'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { KeysetPager } from '../../lib/keyset-pager'
import { useTitle } from '../../lib/use-title'
import { OperationsHead } from './operations-head'
import { operationsMessages } from './operations.messages'
import { outboxQuery, outboxStateOf, outboxStates, useRerun } from './operations.queries'

/** What was to happen after a commit: the stuck ones first, to be run again. */
export function OutboxPage() {
  const t = useMessages(operationsMessages)
  useTitle(t('outbox'))
  const [search] = useSearchParams()
  const state = outboxStateOf(search)
  const { data } = useSuspenseQuery(outboxQuery(state, search.get('cursor') ?? undefined))
  return (
    <div className="grid grid-cols-1 gap-4">
      <OperationsHead current="outbox" />
      <LinkTabs
        label={t('outbox')}
        tabs={outboxStates.map((each) => ({
          href: `?state=${each}`,
          label: t(each),
          current: each === state,
        }))}
      />
      <div className="wb-panel">
        <OutboxTable entries={data.items} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
    </div>
  )
}

function OutboxTable({ entries }: { entries: readonly OutboxEntryView[] }) {
  const t = useMessages(operationsMessages)
  const { number } = useFormats()
  const { can } = useActing()
  const columns: Column<OutboxEntryView>[] = [
    {
      key: 'kind',
      header: t('kind'),
      primary: true,
      cell: ({ kind }) => <code>{kind}</code>,
    },
    {
      key: 'subscriber',
      header: t('subscriber'),
      cell: ({ subscriber }) => <code>{subscriber}</code>,
    },
    {
      key: 'attempts',
      header: t('attempts'),
      align: 'end',
      cell: ({ attempts }) => number(attempts),
    },
    {
      key: 'createdAt',
      header: t('createdAt'),
      cell: ({ createdAt }) => <DateText value={createdAt} as="dayTime" />,
    },
    {
      key: 'lastError',
      header: t('lastError'),
      cell: ({ lastError }) => (
        <span
          className="line-clamp-3 max-w-md font-mono text-xs break-words"
          title={lastError ?? ''}
        >
          {lastError ?? '—'}
        </span>
      ),
    },
    {
      key: 'act',
      header: t('rerun'),
      headerHidden: true,
      align: 'end',
      cell: (entry) =>
        entry.state === 'dead' && can('operations:act') ? <Rerun entry={entry} /> : null,
    },
  ]
  return (
    <DataTable
      caption={t('outbox')}
      columns={columns}
      rows={entries}
      rowKey={({ id, subscriber }) => `${id} ${subscriber}`}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
    />
  )
}

function Rerun({ entry }: { entry: OutboxEntryView }) {
  const t = useMessages(operationsMessages)
  const toast = useToast()
  const rerun = useRerun()
  return (
    <Button
      size="small"
      tone="quiet"
      busy={rerun.isPending}
      aria-label={t('rerunOf', { kind: entry.kind })}
      onClick={() =>
        rerun.mutate(entry.id, {
          onSuccess: () => toast({ text: t('rerunDone'), tone: 'good' }),
          onError: (error) => toast({ text: problemText(error), tone: 'problem' }),
        })
      }
    >
      {t('rerun')}
    </Button>
  )
}
