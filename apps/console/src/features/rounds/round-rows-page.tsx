import { useSuspenseQuery } from '@tanstack/react-query'
import { rounds } from '@weibao/api-client/rounds'
import type { AllocationView } from '@weibao/contracts/allocation'
import { allocationStateNames, reasonNames } from '@weibao/contracts/ticket-text'
import {
  Checkbox,
  DataTable,
  DateText,
  EmptyState,
  LinkTabs,
  Money,
  TextLink,
  useBilingual,
  useFormats,
  useLocale,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useParams, useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { withFilter } from '../../lib/search'
import { SheetButtons } from '../../lib/sheet-buttons'
import { useTitle } from '../../lib/use-title'
import { AllocationStateTag } from './allocation-state'
import { roundsMessages } from './rounds.messages'
import {
  roundAllocationsQuery,
  roundQuery,
  roundRowsHref,
  roundRowsOf,
  roundTicketsQuery,
  rowFilterNames,
} from './rounds.queries'
import { TicketCard } from './ticket-card'

/** The tickets or allocations behind a figure of a round. */
export function RoundRowsPage() {
  const t = useMessages(roundsMessages)
  const { roundId = '' } = useParams()
  const { base } = useActing()
  const [search, setSearch] = useSearchParams()
  const rows = roundRowsOf(search)
  const { data: round } = useSuspenseQuery(roundQuery(roundId))
  const { locale } = useLocale()
  const title = t('rowsTitle', { number: round.number })
  useTitle(title)
  const cleared = Object.fromEntries(
    [...rowFilterNames, 'reason', 'state', 'isMissed'].map((n) => [n, null]),
  )
  const { reason, state, isMissed } = rows
  const isFiltered =
    Object.keys(rows.filter).length > 0 ||
    (rows.rows === 'tickets' ? Boolean(reason) || isMissed : Boolean(state))
  const named =
    rows.rows === 'tickets'
      ? reason && reasonNames[reason][locale]
      : state && allocationStateNames[state][locale]
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <TextLink href={`${base}/rounds/${roundId}`}>{round.number}</TextLink>
          <h1>{title}</h1>
        </div>
        <SheetButtons
          name={title}
          make={(format) =>
            rounds.exportRows({
              params: { id: roundId },
              query: {
                ...rows.filter,
                ...(rows.rows === 'tickets'
                  ? { reason, isMissed: isMissed ? 'true' : undefined }
                  : { state }),
                rows: rows.rows,
                format,
              },
            })
          }
        />
      </div>
      <LinkTabs
        label={t('rowsTitle', { number: round.number })}
        tabs={(['tickets', 'allocations'] as const).map((each) => ({
          href: withFilter(search, { rows: each }),
          label: t(each),
          current: each === rows.rows,
        }))}
      />
      <div className="flex flex-wrap items-center gap-4 empty:hidden">
        {rows.rows === 'tickets' && (
          <Checkbox
            label={t('onlyMissed')}
            checked={isMissed}
            onChange={(event) =>
              setSearch(
                new URLSearchParams(
                  withFilter(search, { isMissed: event.target.checked ? 'true' : null }),
                ),
              )
            }
          />
        )}
        {isFiltered && (
          <>
            {named && <span className="text-ink-soft">{named}</span>}
            <TextLink href={withFilter(search, cleared)}>{t('clearFilters')}</TextLink>
          </>
        )}
      </div>
      {rows.rows === 'tickets' ? <Tickets id={roundId} /> : <AllocationRows id={roundId} />}
    </div>
  )
}

function Tickets({ id }: { id: string }) {
  const t = useMessages(roundsMessages)
  const { base } = useActing()
  const [search] = useSearchParams()
  const { data } = useSuspenseQuery(roundTicketsQuery(id, roundRowsOf(search)))
  if (data.items.length === 0)
    return (
      <EmptyState title={t('ticketsEmpty')} className="wb-panel">
        {t('emptyFilter')}
      </EmptyState>
    )
  return (
    <>
      <div className="gap-4 xl:columns-2">
        {data.items.map((ticket) => (
          <div key={ticket.id} className="mb-4 break-inside-avoid">
            <TicketCard
              ticket={ticket}
              allocationsHref={roundRowsHref(base, id, {
                rows: 'allocations',
                lineId: ticket.lineId,
              })}
            />
          </div>
        ))}
      </div>
      <KeysetPager nextCursor={data.nextCursor} />
    </>
  )
}

function AllocationRows({ id }: { id: string }) {
  const t = useMessages(roundsMessages)
  const say = useBilingual()
  const { number, weight } = useFormats()
  const { base, can } = useActing()
  const [search] = useSearchParams()
  const { data } = useSuspenseQuery(roundAllocationsQuery(id, roundRowsOf(search)))
  const columns: Column<AllocationView>[] = [
    {
      key: 'product',
      header: t('allocations'),
      primary: true,
      cell: (row) => (
        <>
          <span className="font-semibold">{say(row.productName)}</span>
          <span className="block text-sm font-normal text-ink-soft">
            {row.number} · {say(row.skuName)}
          </span>
        </>
      ),
    },
    {
      key: 'state',
      header: t('state'),
      cell: ({ state, reason, orderId, lineId }) => (
        <span className="grid justify-items-end gap-1 text-sm sm:justify-items-start">
          <AllocationStateTag state={state} reason={reason} />
          <TextLink
            href={roundRowsHref(base, id, { rows: 'tickets', lineId })}
            className="whitespace-nowrap"
          >
            {t('toTicket')}
          </TextLink>
          {orderId && can('ledger:read') && (
            <TextLink href={`${base}/orders/${orderId}`} className="whitespace-nowrap">
              {t('toOrder')}
            </TextLink>
          )}
        </span>
      ),
    },
    { key: 'buyer', header: t('buyer'), cell: ({ buyerName }) => say(buyerName) },
    {
      key: 'cooperative',
      header: t('cooperative'),
      cell: ({ cooperativeName }) => say(cooperativeName),
    },
    {
      key: 'packages',
      header: t('packages'),
      align: 'end',
      cell: ({ packages }) => number(packages),
    },
    { key: 'mass', header: t('mass'), align: 'end', cell: ({ massGrams }) => weight(massGrams) },
    {
      key: 'goods',
      header: t('goods'),
      align: 'end',
      cell: ({ goodsFen }) => <Money fen={goodsFen} />,
    },
    {
      key: 'arrives',
      header: t('arrives'),
      cell: ({ arrivesOn }) => <DateText value={arrivesOn} />,
    },
  ]
  return (
    <div className="wb-panel">
      <DataTable
        caption={t('allocations')}
        columns={columns}
        rows={data.items}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('allocationsEmpty')}>{t('emptyFilter')}</EmptyState>}
      />
      <KeysetPager nextCursor={data.nextCursor} />
    </div>
  )
}
