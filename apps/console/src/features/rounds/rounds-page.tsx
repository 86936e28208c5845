import { useSuspenseQuery } from '@tanstack/react-query'
import type { RoundView } from '@weibao/contracts/round'
import {
  Button,
  ConfirmDialog,
  DataTable,
  DateText,
  EmptyState,
  LinkTabs,
  Money,
  Notice,
  RefreshIcon,
  TextLink,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { KeysetPager } from '../../lib/keyset-pager'
import { useFilters, withFilter } from '../../lib/search'
import { useTitle } from '../../lib/use-title'
import { useIntentKey } from '../settlements/intent-key'
import { RoundStateTag } from './round-state'
import { roundsMessages } from './rounds.messages'
import {
  isUnderWay,
  roundFilterOf,
  roundsQuery,
  roundStates,
  useStartRound,
} from './rounds.queries'

/** All rounds, and the way to start one. */
export function RoundsPage() {
  const t = useMessages(roundsMessages)
  useTitle(t('title'))
  const { can } = useActing()
  const { search } = useFilters(['state', 'cursor'])
  const filter = roundFilterOf(search)
  const { data } = useSuspenseQuery(roundsQuery(filter))
  const [isAsking, setAsking] = useState(false)
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0 flex-1 basis-72">
          <h1>{t('title')}</h1>
          <p className="text-ink-soft">{t('lead')}</p>
        </div>
        {can('round:run') && (
          <Button icon={RefreshIcon} onClick={() => setAsking(true)}>
            {t('start')}
          </Button>
        )}
      </div>
      <LinkTabs
        label={t('state')}
        tabs={[
          { href: withFilter(search, { state: null }), label: t('all'), current: !filter.state },
          ...roundStates.map((state) => ({
            href: withFilter(search, { state }),
            label: t(state),
            current: state === filter.state,
          })),
        ]}
      />
      <div className="wb-panel">
        <RoundTable rounds={data.items} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
      {isAsking && <StartDialog onClose={() => setAsking(false)} />}
    </div>
  )
}

function RoundTable({ rounds }: { rounds: readonly RoundView[] }) {
  const t = useMessages(roundsMessages)
  const { base } = useActing()
  const { percent, weight } = useFormats()
  const columns: Column<RoundView>[] = [
    {
      key: 'round',
      header: t('round'),
      primary: true,
      cell: ({ id, number, cause }) => (
        <>
          <TextLink href={`${base}/rounds/${id}`}>{number}</TextLink>{' '}
          <span className="text-sm text-ink-soft">{t(`cause_${cause}`)}</span>
        </>
      ),
    },
    {
      key: 'state',
      header: t('state'),
      cell: (round) => (
        <>
          <RoundStateTag state={round.state} />
          {isUnderWay(round) && round.phase && (
            <span className="ml-2 text-sm text-ink-soft">{t(`phase_${round.phase}`)}</span>
          )}
        </>
      ),
    },
    {
      key: 'started',
      header: t('started'),
      cell: ({ startedAt, queuedAt }) => <DateText value={startedAt ?? queuedAt} as="dayTime" />,
    },
    {
      key: 'lines',
      header: t('lines'),
      align: 'end',
      cell: ({ outcome }) =>
        outcome ? t('linesOf', { matched: outcome.matchedLineCount, all: outcome.lineCount }) : '—',
    },
    {
      key: 'volume',
      header: t('volume'),
      align: 'end',
      cell: ({ outcome }) => (outcome ? weight(outcome.volumeGrams) : '—'),
    },
    {
      key: 'gap',
      header: t('gap'),
      align: 'end',
      cell: ({ outcome }) =>
        outcome && outcome.boundGrams > 0
          ? percent(1 - outcome.volumeGrams / outcome.boundGrams, 2)
          : '—',
    },
    {
      key: 'goods',
      header: t('goods'),
      align: 'end',
      cell: ({ outcome }) => (outcome ? <Money fen={outcome.goodsFen} /> : '—'),
    },
  ]
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={rounds}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
    />
  )
}

function StartDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(roundsMessages)
  const { base } = useActing()
  const navigate = useNavigate()
  const intent = useIntentKey()
  const start = useStartRound()
  const confirm = () =>
    start.mutate(
      { idempotencyKey: intent.idempotencyKey },
      {
        onError: intent.onError,
        onSuccess: ({ id }) => void navigate(`${base}/rounds/${id}`),
      },
    )
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={confirm}
      busy={start.isPending}
      title={t('startTitle')}
      confirmLabel={t('startConfirm')}
    >
      <p>{t('startText')}</p>
      {start.error && (
        <Notice tone="problem" className="mt-4">
          {problemText(start.error)}
        </Notice>
      )}
    </ConfirmDialog>
  )
}
