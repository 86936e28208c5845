import { useSuspenseQuery } from '@tanstack/react-query'
import type { AllocationView } from '@weibao/contracts/allocation'
import {
  ButtonLink,
  Checkbox,
  DataTable,
  DateText,
  EmptyState,
  LinkTabs,
  Money,
  useBilingual,
  useFormats,
  useMessages,
  StateTag,
  TextLink,
  type Column,
  type Selection,
} from '@weibao/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { useTitle } from '../../lib/use-title'
import { OrderBar } from '../procurement/order-bar'
import { sessionQuery } from '../sign-in/session.queries'
import { AllocationStateTag } from '../rounds/allocation-state'
import { AcceptanceBar, useTellAccepted } from './acceptance-bar'
import { AnswerActs, AnswerDialog } from './allocation-answer'
import {
  buyerAllocationsQuery,
  buyerStateOf,
  buyerStates,
  useAnswerAsBuyer,
} from './allocations.queries'
import { buyerResultsMessages } from './buyer-results.messages'

interface Asked {
  readonly row: AllocationView
  readonly act: 'accept' | 'decline'
}

/** What rounds found for a buyer organisation: it accepts or declines, by a deadline. */
export function BuyerResultsPage() {
  const t = useMessages(buyerResultsMessages)
  useTitle(t('title'))
  const { organisationId, base, can } = useActing()
  const [search] = useSearchParams()
  const state = buyerStateOf(search)
  const { data } = useSuspenseQuery(
    buyerAllocationsQuery(organisationId, { state, cursor: search.get('cursor') ?? undefined }),
  )
  const [asked, setAsked] = useState<Asked | null>(null)
  const mayOrder = state === 'confirmed' && can('order:procure')
  const mayAccept = useMayAccept()
  const acceptable = state === 'proposed' || state === 'second' ? data.items.filter(mayAccept) : []
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  // All of a page is ordered unless somebody says otherwise.
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = new Set(data.items.map(({ id }) => id).filter((id) => !left.has(id)))
  const choose = (id: string, isChosen: boolean) =>
    setLeft(new Set(isChosen ? [...left].filter((each) => each !== id) : [...left, id]))
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t('title')}</h1>
        <ButtonLink tone="quiet" href={`${base}/tickets`}>
          {t('why')}
        </ButtonLink>
      </div>
      <p className="text-ink-soft">{t('lead')}</p>
      <LinkTabs
        label={t('filter')}
        tabs={[
          ...buyerStates.map((each) => ({
            href: `?state=${each}`,
            label: t(each),
            current: each === state,
          })),
          { href: '?state=all', label: t('all'), current: !state },
        ]}
      />
      {mayOrder && data.items.length > 0 && (
        <OrderBar chosen={data.items.filter(({ id }) => chosen.has(id))} />
      )}
      {acceptable.length > 0 && (
        <AcceptanceBar rows={acceptable} chosen={picked} onDone={() => setPicked(new Set())} />
      )}
      <div className="wb-panel">
        <ResultTable
          rows={data.items}
          state={state}
          onAsk={setAsked}
          selection={
            acceptable.length > 0
              ? {
                  keys: picked,
                  onChange: setPicked,
                  allows: (key) => acceptable.some(({ id }) => id === key),
                }
              : undefined
          }
          chosen={chosen}
          onChoose={mayOrder ? choose : undefined}
        />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
      {asked && <AskAgain {...asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

function ResultTable({
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
  // What a tab holds is all in one state, unless somebody has approved it first.
  const saysMore = state === undefined || rows.some(({ firstApproval }) => firstApproval !== null)
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
      header: t('answerBy'),
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
        <EmptyState title={t(state ? `empty_${state}` : 'emptyTitle')}>
          {t(state ? `empty_${state}Text` : 'emptyText')}
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

/** Whoever has approved something first leaves it to another. */
function useMayAccept() {
  const { can } = useActing()
  const { data: session } = useSuspenseQuery(sessionQuery)
  return ({ state, firstApproval }: AllocationView) =>
    state === 'proposed' &&
    can('allocation:answer') &&
    firstApproval?.personId !== session.person?.id
}

function State({ row: { state, reason, firstApproval, orderId } }: { row: AllocationView }) {
  const t = useMessages(buyerResultsMessages)
  const { data: session } = useSuspenseQuery(sessionQuery)
  const { base } = useActing()
  if (orderId)
    return (
      <span className="grid justify-items-end gap-1 sm:justify-items-start">
        <AllocationStateTag state={state} />
        <TextLink href={`${base}/orders/${orderId}`} className="text-sm">
          {t('toOrder')}
        </TextLink>
      </span>
    )
  if (state !== 'proposed' || !firstApproval)
    return <AllocationStateTag state={state} reason={reason} />
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

function AskAgain({ row, act, onClose }: Asked & { onClose: () => void }) {
  const t = useMessages(buyerResultsMessages)
  const say = useBilingual()
  const { money, weight } = useFormats()
  const { organisationId: buyerId } = useActing()
  const { isPending, error, mutate } = useAnswerAsBuyer()
  const tell = useTellAccepted()
  const isDecline = act === 'decline'
  return (
    <AnswerDialog
      title={
        isDecline
          ? t('declineTitle')
          : t('acceptTitle', { mass: weight(row.massGrams), product: say(row.productName) })
      }
      confirmLabel={t(act)}
      reasonLabel={isDecline ? t('reason') : undefined}
      isPending={isPending}
      error={error}
      onAnswer={(answer, onError) =>
        mutate(
          { buyerId, id: row.id, ...answer },
          {
            onError,
            onSuccess: (answered) => {
              if (!isDecline) tell([answered])
              onClose()
            },
          },
        )
      }
      onClose={onClose}
    >
      {isDecline
        ? t('declineText')
        : t('acceptText', { goods: money(row.goodsFen), freight: money(row.freightFen) })}
    </AnswerDialog>
  )
}
