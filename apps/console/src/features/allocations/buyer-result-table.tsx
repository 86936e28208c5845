import { useSuspenseQuery } from '@tanstack/react-query'
import type { AllocationView } from '@weibao/contracts/allocation'
import {
  Checkbox,
  DataTable,
  DateText,
  EmptyState,
  Money,
  StateTag,
  TextLink,
  useBilingual,
  useFormats,
  useMessages,
  type Column,
  type Selection,
} from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { AllocationStateTag } from '../rounds/allocation-state'
import { sessionQuery } from '../sign-in/session.queries'
import { AnswerActs } from './allocation-answer'
import type { buyerStateOf } from './allocations.queries'
import { buyerResultsMessages } from './buyer-results.messages'
import { useMayAccept, useTabName } from './may-accept'

/** A row that its buyer is about to answer. */
export interface Asked {
  readonly row: AllocationView
  readonly act: 'accept' | 'decline'
}

/** What rounds found, a row each, with what its buyer may do about it. */
export function ResultTable({
  rows,
  state,
  onAsk,
  selection,
  chosen,
  onChoose,
}: {
  rows: readonly AllocationView[]
  state: ReturnType<typeof buyerStateOf>
  onAsk: (asked: Asked) => void
  /** Given where rows can be accepted. */
  selection: Selection | undefined
  chosen: ReadonlySet<string>
  /** Given where rows can be ordered. */
  onChoose: ((id: string, isChosen: boolean) => void) | undefined
}) {
  const t = useMessages(buyerResultsMessages)
  const say = useBilingual()
  const { weight } = useFormats()
  const tab = useTabName()(state ?? 'all')
  // What a tab holds is all in one state, unless somebody has approved it first.
  const saysMore =
    state === undefined ||
    rows.some((row) => row.state === 'proposed' && row.firstApproval !== null)
  const stateColumn: Column<AllocationView> = {
    key: 'state',
    header: t('state'),
    cell: (row) => <State row={row} />,
  }
  const columns: Column<AllocationView>[] = [
    {
      key: 'product',
      header: t('product'),
      primary: true,
      cell: (row) => (
        <span className="grid">
          {say(row.productName)}
          <span className="text-sm font-normal text-ink-soft">{say(row.skuName)}</span>
          <span className="text-sm font-normal whitespace-nowrap text-ink-soft">
            {row.demandNumber}
          </span>
        </span>
      ),
    },
    {
      key: 'cooperative',
      header: t('cooperative'),
      cell: ({ cooperativeName }) => say(cooperativeName),
    },
    ...(saysMore ? [stateColumn] : []),
    {
      key: 'mass',
      header: t('mass'),
      align: 'end',
      cell: ({ massGrams, packages }) => (
        <span className="inline-grid">
          {weight(massGrams)}
          <span className="text-sm text-ink-soft">{t('packs', { count: packages })}</span>
        </span>
      ),
    },
    {
      key: 'amount',
      header: t('amount'),
      align: 'end',
      cell: ({ goodsFen, freightFen }) => (
        <span className="inline-grid">
          <Money fen={goodsFen} />
          <span className="text-sm text-ink-soft">
            + <Money fen={freightFen} />
          </span>
        </span>
      ),
    },
    {
      key: 'arrives',
      header: t('arrives'),
      cell: ({ arrivesOn }) => <DateText value={arrivesOn} />,
    },
    {
      key: 'answerBy',
      header: t(state === 'confirmed' ? 'orderBy' : 'answerBy'),
      cell: ({ orderBy, confirmBy, answerBy }) => (
        <DateText value={orderBy ?? confirmBy ?? answerBy} />
      ),
    },
    {
      key: 'act',
      header: t('act'),
      headerHidden: true,
      align: 'end',
      cell: (row) =>
        onChoose ? (
          <Checkbox
            label={t('choose')}
            aria-label={t('chooseOf', { number: row.number })}
            checked={chosen.has(row.id)}
            onChange={(event) => onChoose(row.id, event.target.checked)}
          />
        ) : (
          <Acts row={row} onAsk={onAsk} />
        ),
    },
  ]
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowName={({ number }) => number}
      {...(selection ? { selection } : {})}
      empty={
        <EmptyState title={t(tab === 'all' ? 'emptyTitle' : `empty_${tab}`)}>
          {t(tab === 'all' ? 'emptyText' : `empty_${tab}Text`)}
        </EmptyState>
      }
    />
  )
}

function Acts({ row, onAsk }: { row: AllocationView; onAsk: (asked: Asked) => void }) {
  const t = useMessages(buyerResultsMessages)
  const { can } = useActing()
  const mayAccept = useMayAccept()
  if (row.state !== 'proposed' || !can('allocation:answer')) return null
  const { number } = row
  const actOf = (act: Asked['act']) => ({
    label: t(act),
    about: t(`${act}Of`, { number }),
    onAct: () => onAsk({ row, act }),
  })
  const take = mayAccept(row) ? actOf('accept') : undefined
  return <AnswerActs take={take} decline={actOf('decline')} />
}

function State({ row: { state, reason, firstApproval, orderId } }: { row: AllocationView }) {
  const t = useMessages(buyerResultsMessages)
  const { data: session } = useSuspenseQuery(sessionQuery)
  const { base } = useActing()
  const nameOf = useTabName()
  if (orderId)
    return (
      <span className="grid justify-items-end gap-1 sm:justify-items-start">
        <AllocationStateTag state={state} />
        <TextLink href={`${base}/orders/${orderId}`} className="text-sm">
          {t('toOrder')}
        </TextLink>
      </span>
    )
  if (state !== 'proposed') return <AllocationStateTag state={state} reason={reason} />
  if (!firstApproval) return <StateTag tone="waiting">{t(nameOf('proposed'))}</StateTag>
  const isMine = firstApproval.personId === session.person?.id
  return (
    <span className="grid justify-items-end gap-1 sm:justify-items-start">
      <StateTag tone="waiting">{t('second')}</StateTag>
      <span className="text-sm text-ink-soft">
        {isMine
          ? t('waitsForOther')
          : t('waitsForYou', { name: firstApproval.name ?? t('somebody') })}
      </span>
    </span>
  )
}
