import { allocationStateNames, reasonNames } from '@weibao/contracts/ticket-text'
import type { RoundResult, RoundView } from '@weibao/contracts/round'
import {
  DataTable,
  Money,
  Panel,
  StatTile,
  TextLink,
  useBilingual,
  useFormats,
  useLocale,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { FlowPicture, useNodeName } from './flow-picture'
import { roundsMessages } from './rounds.messages'
import { roundRowsHref } from './rounds.queries'

type Flow = RoundResult['flows'][number]
type ReasonRow = RoundResult['reasons'][number]
type CooperativeRow = RoundResult['cooperatives'][number]
type Change = RoundResult['changes'][number]

const life = Object.keys(allocationStateNames)

/** In the order in which an allocation goes through its states. */
function byLife(states: RoundResult['states']) {
  return [...states].sort((a, b) => life.indexOf(a.state) - life.indexOf(b.state))
}

/** The result of a round: every figure opens to its rows. */
export function RoundResultPanels({ round, result }: { round: RoundView; result: RoundResult }) {
  const t = useMessages(roundsMessages)
  const { base } = useActing()
  const { locale } = useLocale()
  const { number } = useFormats()
  return (
    <>
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
        <StatTile
          label={t('fairness')}
          value={number(result.fairness.after, { maximumFractionDigits: 3 })}
          note={t('fairnessNote', {
            before: number(result.fairness.before, { maximumFractionDigits: 3 }),
          })}
        />
        {byLife(result.states).map(({ state, count, goodsFen }) => (
          <StatTile
            key={state}
            label={allocationStateNames[state][locale]}
            href={roundRowsHref(base, round.id, { rows: 'allocations', state })}
            value={number(count)}
            note={<Money fen={goodsFen} />}
          />
        ))}
      </div>
      <Panel title={t('flowTitle')} flush>
        <div className="p-5">
          <p className="pb-3 text-sm text-ink-soft">{t('flowNote')}</p>
          <FlowPicture roundId={round.id} flows={result.flows} />
        </div>
        <FlowTable roundId={round.id} flows={result.flows} />
      </Panel>
      <Reasons roundId={round.id} reasons={result.reasons} />
      <Cooperatives roundId={round.id} cooperatives={result.cooperatives} />
      <Changes changes={result.changes} />
    </>
  )
}

function FlowTable({ roundId, flows }: { roundId: string; flows: readonly Flow[] }) {
  const t = useMessages(roundsMessages)
  const { base } = useActing()
  const { weight } = useFormats()
  const nameOf = useNodeName()
  const columns: Column<Flow>[] = [
    {
      key: 'township',
      header: t('township'),
      primary: true,
      cell: ({ townshipCode }) => nameOf(0, townshipCode),
    },
    { key: 'category', header: t('category'), cell: ({ categoryCode }) => nameOf(1, categoryCode) },
    {
      key: 'subdistrict',
      header: t('subdistrict'),
      cell: ({ subdistrictCode }) => nameOf(2, subdistrictCode),
    },
    { key: 'mass', header: t('mass'), align: 'end', cell: ({ massGrams }) => weight(massGrams) },
    {
      key: 'goods',
      header: t('goods'),
      align: 'end',
      cell: ({ goodsFen }) => <Money fen={goodsFen} />,
    },
    {
      key: 'rows',
      header: t('count'),
      align: 'end',
      cell: ({ allocationCount, townshipCode, categoryCode, subdistrictCode }) => (
        <TextLink
          href={roundRowsHref(base, roundId, {
            rows: 'allocations',
            townshipCode,
            categoryCode,
            subdistrictCode,
          })}
        >
          {t('openRows', { count: allocationCount })}
        </TextLink>
      ),
    },
  ]
  return (
    <details>
      <summary className="min-h-11 cursor-pointer px-5 py-3 text-indigo">{t('flowTable')}</summary>
      <DataTable
        caption={t('flowTitle')}
        columns={columns}
        rows={flows}
        rowKey={(flow) => `${flow.townshipCode} ${flow.categoryCode} ${flow.subdistrictCode}`}
      />
    </details>
  )
}

function Reasons({ roundId, reasons }: { roundId: string; reasons: readonly ReasonRow[] }) {
  const t = useMessages(roundsMessages)
  const { base } = useActing()
  const { locale } = useLocale()
  const { number, weight } = useFormats()
  const columns: Column<ReasonRow>[] = [
    {
      key: 'reason',
      header: t('reason'),
      primary: true,
      cell: ({ reason }) => (
        <TextLink href={roundRowsHref(base, roundId, { rows: 'tickets', reason })}>
          {reasonNames[reason][locale]}
        </TextLink>
      ),
    },
    {
      key: 'lines',
      header: t('lineCount'),
      align: 'end',
      cell: ({ lineCount }) => number(lineCount),
    },
    {
      key: 'wanted',
      header: t('wanted'),
      align: 'end',
      cell: ({ wantedGrams }) => weight(wantedGrams),
    },
    {
      key: 'missed',
      header: t('missed'),
      align: 'end',
      cell: ({ missedGrams }) => weight(missedGrams),
    },
  ]
  return (
    <Panel title={t('reasonsTitle')} flush>
      <DataTable
        caption={t('reasonsTitle')}
        columns={columns}
        rows={reasons}
        rowKey={({ reason }) => reason}
      />
    </Panel>
  )
}

function Cooperatives({
  roundId,
  cooperatives,
}: {
  roundId: string
  cooperatives: readonly CooperativeRow[]
}) {
  const t = useMessages(roundsMessages)
  const say = useBilingual()
  const { base } = useActing()
  const { weight, percent } = useFormats()
  const columns: Column<CooperativeRow>[] = [
    {
      key: 'name',
      header: t('cooperative'),
      primary: true,
      cell: ({ cooperativeId, name }) => (
        <TextLink href={roundRowsHref(base, roundId, { rows: 'allocations', cooperativeId })}>
          {say(name)}
        </TextLink>
      ),
    },
    {
      key: 'offered',
      header: t('offered'),
      align: 'end',
      cell: ({ offeredGrams }) => weight(offeredGrams),
    },
    {
      key: 'before',
      header: t('before'),
      align: 'end',
      cell: ({ placedGrams }) => weight(placedGrams),
    },
    {
      key: 'round',
      header: t('inRound'),
      align: 'end',
      cell: ({ matchedGrams }) => weight(matchedGrams),
    },
    {
      key: 'share',
      header: t('shareAfter'),
      align: 'end',
      cell: ({ offeredGrams, placedGrams, matchedGrams }) =>
        offeredGrams > 0 ? percent((placedGrams + matchedGrams) / offeredGrams) : '—',
    },
  ]
  return (
    <Panel title={t('cooperativesTitle')} flush>
      <DataTable
        caption={t('cooperativesTitle')}
        columns={columns}
        rows={cooperatives}
        rowKey={({ cooperativeId }) => cooperativeId}
      />
    </Panel>
  )
}

const causes = {
  'lot-sold': 'c_lot_sold',
  'lot-changed': 'c_lot_changed',
  'line-changed': 'c_line_changed',
  'below-minimum': 'c_below_minimum',
  'budget-spent': 'c_budget_spent',
  'share-reached': 'c_share_reached',
} as const

function Changes({ changes }: { changes: readonly Change[] }) {
  const t = useMessages(roundsMessages)
  const { number } = useFormats()
  const columns: Column<Change>[] = [
    { key: 'lot', header: t('lot'), primary: true, cell: ({ lotCode }) => lotCode },
    {
      key: 'proposed',
      header: t('proposedPackages'),
      align: 'end',
      cell: ({ proposedPackages }) => number(proposedPackages),
    },
    {
      key: 'taken',
      header: t('takenPackages'),
      align: 'end',
      cell: ({ takenPackages }) => number(takenPackages),
    },
    { key: 'cause', header: t('cause'), cell: ({ cause }) => t(causes[cause]) },
  ]
  return (
    <Panel title={t('changesTitle')} flush={changes.length > 0}>
      {changes.length === 0 ? (
        <p className="text-ink-soft">{t('changesNone')}</p>
      ) : (
        <DataTable
          caption={t('changesTitle')}
          columns={columns}
          rows={changes}
          rowKey={({ lineId, lotCode }) => `${lineId} ${lotCode}`}
        />
      )}
    </Panel>
  )
}
