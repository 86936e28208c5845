import { useSuspenseQuery } from '@tanstack/react-query'
import { newIdempotencyKey } from '@weibao/api-client/http'
import type { AdjustmentView } from '@weibao/contracts/volume'
import {
  Button,
  ConfirmDialog,
  DataTable,
  DateText,
  EmptyState,
  LinkTabs,
  Money,
  StateTag,
  TextField,
  useFormats,
  useMessages,
  useToast,
  type Column,
} from '@weibao/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { KeysetPager } from '../../lib/keyset-pager'
import { useTitle } from '../../lib/use-title'
import { sessionQuery } from '../sign-in/session.queries'
import { periodsMessages } from './periods.messages'
import {
  adjustmentsQuery,
  adjustmentStateOf,
  adjustmentStates,
  useDecideAdjustment,
} from './periods.queries'

const tones = { proposed: 'waiting', approved: 'done', refused: 'ended' } as const

interface Decision {
  readonly adjustment: AdjustmentView
  readonly isApproved: boolean
}

/** Corrections of counted volume: one proposes, another decides. */
export function AdjustmentsPage() {
  const t = useMessages(periodsMessages)
  useTitle(t('adjustmentsTitle'))
  const [search] = useSearchParams()
  const state = adjustmentStateOf(search)
  const { data } = useSuspenseQuery(adjustmentsQuery(state, search.get('cursor') ?? undefined))
  const [asked, setAsked] = useState<Decision | null>(null)
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <h1>{t('adjustmentsTitle')}</h1>
        <p className="text-ink-soft">{t('adjustmentsLead')}</p>
      </div>
      <LinkTabs
        label={t('state')}
        tabs={[
          { href: '?', label: t('all'), current: !state },
          ...adjustmentStates.map((each) => ({
            href: `?state=${each}`,
            label: t(each),
            current: each === state,
          })),
        ]}
      />
      <div className="wb-panel">
        <AdjustmentTable adjustments={data.items} onDecide={setAsked} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
      {asked && <DecisionDialog {...asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

function AdjustmentTable({
  adjustments,
  onDecide,
}: {
  adjustments: readonly AdjustmentView[]
  onDecide: (decision: Decision) => void
}) {
  const t = useMessages(periodsMessages)
  const { can } = useActing()
  const { weight, month } = useFormats()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const columns: Column<AdjustmentView>[] = [
    {
      key: 'order',
      header: t('order'),
      primary: true,
      cell: (row) => row.orderNumber ?? row.entryId.slice(0, 8),
    },
    {
      key: 'stage',
      header: t('stage'),
      cell: ({ stage }) => t(stage === 'confirmed' ? 'confirmedStage' : stage),
    },
    { key: 'month', header: t('month'), cell: ({ period }) => month(`${period}-15`) },
    {
      key: 'amount',
      header: t('amount'),
      align: 'end',
      cell: ({ goodsFen }) => <Money fen={goodsFen} />,
    },
    {
      key: 'mass',
      header: t('mass'),
      align: 'end',
      cell: ({ massGrams }) => (massGrams === 0 ? '—' : weight(massGrams)),
    },
    { key: 'reason', header: t('reason'), cell: ({ reason }) => reason },
    {
      key: 'proposedAt',
      header: t('proposedAt'),
      cell: ({ proposedAt }) => <DateText value={proposedAt} as="dayTime" />,
    },
    {
      key: 'state',
      header: t('state'),
      cell: ({ state }) => <StateTag tone={tones[state]}>{t(state)}</StateTag>,
    },
    {
      key: 'act',
      header: t('approve'),
      headerHidden: true,
      align: 'end',
      cell: (adjustment) => {
        if (adjustment.state !== 'proposed' || !can('volume:adjust')) return null
        if (adjustment.proposedBy === session.person?.id)
          return <span className="text-sm text-ink-soft">{t('own')}</span>
        return (
          <span className="flex justify-end gap-2">
            <Button
              tone="quiet"
              size="small"
              onClick={() => onDecide({ adjustment, isApproved: false })}
            >
              {t('refuse')}
            </Button>
            <Button size="small" onClick={() => onDecide({ adjustment, isApproved: true })}>
              {t('approve')}
            </Button>
          </span>
        )
      },
    },
  ]
  return (
    <DataTable
      caption={t('adjustmentsTitle')}
      columns={columns}
      rows={adjustments}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('noAdjustments')}>{t('noAdjustmentsText')}</EmptyState>}
    />
  )
}

function DecisionDialog({ adjustment, isApproved, onClose }: Decision & { onClose: () => void }) {
  const t = useMessages(periodsMessages)
  const toast = useToast()
  const { money } = useFormats()
  const [note, setNote] = useState('')
  const [idempotencyKey] = useState(newIdempotencyKey)
  const decide = useDecideAdjustment()
  const confirm = () =>
    decide.mutate(
      { id: adjustment.id, isApproved, note: note.trim(), idempotencyKey },
      {
        onSuccess: () => {
          toast({ text: t('decided'), tone: 'good' })
          onClose()
        },
      },
    )
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={confirm}
      busy={decide.isPending}
      tone={isApproved ? 'primary' : 'danger'}
      title={t(isApproved ? 'approveTitle' : 'refuseTitle')}
      confirmLabel={t(isApproved ? 'approve' : 'refuse')}
    >
      <p className="mb-3">
        {adjustment.orderNumber} · {money(adjustment.goodsFen)} · {adjustment.reason}
      </p>
      <TextField
        label={t('note')}
        optional
        maxLength={300}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {decide.error && (
        <p role="alert" className="wb-error mt-3">
          {problemText(decide.error)}
        </p>
      )}
    </ConfirmDialog>
  )
}
