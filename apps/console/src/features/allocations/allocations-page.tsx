import { useSuspenseQuery } from '@tanstack/react-query'
import type { AllocationView } from '@weibao/contracts/allocation'
import {
  DataTable,
  DateText,
  EmptyState,
  LinkTabs,
  Money,
  useBilingual,
  useFormats,
  useMessages,
  useToast,
  type Column,
} from '@weibao/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { withFilter } from '../../lib/search'
import { useTitle } from '../../lib/use-title'
import { AllocationStateTag } from '../rounds/allocation-state'
import { AnswerActs, AnswerDialog } from './allocation-answer'
import { allocationsMessages } from './allocations.messages'
import {
  allocationFilterOf,
  cooperativeAllocationsQuery,
  useAnswerAllocation,
} from './allocations.queries'

type Row = Omit<AllocationView, 'ticketId' | 'firstApproval'>
interface Asked {
  readonly row: Row
  readonly act: 'confirm' | 'decline'
}

/** What buyers take of a cooperative's lots: it confirms or declines, by a deadline. */
export function AllocationsPage() {
  const t = useMessages(allocationsMessages)
  useTitle(t('title'))
  const { organisationId } = useActing()
  const [search] = useSearchParams()
  const filter = allocationFilterOf(search)
  const { data } = useSuspenseQuery(cooperativeAllocationsQuery(organisationId, filter))
  const [asked, setAsked] = useState<Asked | null>(null)
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <h1>{t('title')}</h1>
        <p className="text-ink-soft">{t('lead')}</p>
      </div>
      <LinkTabs
        label={t('state')}
        tabs={[
          {
            href: withFilter(search, { all: null }),
            label: t('waiting'),
            current: filter.isWaiting,
          },
          { href: withFilter(search, { all: '1' }), label: t('all'), current: !filter.isWaiting },
        ]}
      />
      <div className="wb-panel">
        <AllocationTable rows={data.items} isWaiting={filter.isWaiting} onAsk={setAsked} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
      {asked && <AskAgain {...asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

interface AllocationTableProps {
  readonly rows: readonly Row[]
  readonly isWaiting: boolean
  readonly onAsk: (asked: Asked) => void
}

function AllocationTable({ rows, isWaiting, onAsk }: AllocationTableProps) {
  const t = useMessages(allocationsMessages)
  const say = useBilingual()
  const { number, weight } = useFormats()
  const stateColumn: Column<Row> = {
    key: 'state',
    header: t('state'),
    cell: ({ state, reason }) => <AllocationStateTag state={state} reason={reason} />,
  }
  const columns: Column<Row>[] = [
    {
      key: 'product',
      header: t('product'),
      primary: true,
      cell: (row) => (
        <>
          <span className="font-semibold">{say(row.productName)}</span>
          <span className="block text-sm font-normal text-ink-soft">
            {t('lotNote', { lot: row.lotCode, sku: say(row.skuName) })}
          </span>
        </>
      ),
    },
    { key: 'buyer', header: t('buyer'), cell: ({ buyerName }) => say(buyerName) },
    // What waits is all in one state.
    ...(isWaiting ? [] : [stateColumn]),
    {
      key: 'packages',
      header: t('packages'),
      align: 'end',
      cell: ({ packages, massGrams }) => (
        <span className="inline-grid">
          {number(packages)}
          <span className="text-sm text-ink-soft">{weight(massGrams)}</span>
        </span>
      ),
    },
    {
      key: 'goods',
      header: t('goods'),
      align: 'end',
      cell: ({ goodsFen }) => <Money fen={goodsFen} />,
    },
    {
      key: 'dispatch',
      header: t('dispatch'),
      cell: ({ leavesOn }) => <DateText value={leavesOn} />,
    },
    {
      key: 'deadline',
      header: t('deadline'),
      cell: ({ confirmBy, answerBy }) => <DateText value={confirmBy ?? answerBy} />,
    },
    {
      key: 'act',
      header: t('act'),
      headerHidden: true,
      align: 'end',
      cell: (row) => <Acts row={row} onAsk={onAsk} />,
    },
  ]
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
    />
  )
}

function Acts({ row, onAsk }: { row: Row; onAsk: (asked: Asked) => void }) {
  const t = useMessages(allocationsMessages)
  const { can } = useActing()
  if (row.state !== 'accepted' || !can('allocation:answer')) return null
  const { number } = row
  const actOf = (act: Asked['act']) => ({
    label: t(act),
    about: t(`${act}Of`, { number }),
    onAct: () => onAsk({ row, act }),
  })
  return <AnswerActs take={actOf('confirm')} decline={actOf('decline')} />
}

function AskAgain({ row, act, onClose }: Asked & { onClose: () => void }) {
  const t = useMessages(allocationsMessages)
  const say = useBilingual()
  const { organisationId: cooperativeId } = useActing()
  const toast = useToast()
  const { isPending, error, mutate } = useAnswerAllocation()
  const isDecline = act === 'decline'
  const product = say(row.productName)
  return (
    <AnswerDialog
      title={isDecline ? t('declineTitle') : t('confirmTitle', { packages: row.packages, product })}
      confirmLabel={t(act)}
      reasonLabel={isDecline ? t('reason') : undefined}
      isPending={isPending}
      error={error}
      onAnswer={(answer, onError) =>
        mutate(
          { cooperativeId, id: row.id, ...answer },
          {
            onError,
            onSuccess: () => {
              toast({ text: t(isDecline ? 'declinedDone' : 'confirmedDone'), tone: 'good' })
              onClose()
            },
          },
        )
      }
      onClose={onClose}
    >
      {t(isDecline ? 'declineText' : 'confirmText')}
    </AnswerDialog>
  )
}
