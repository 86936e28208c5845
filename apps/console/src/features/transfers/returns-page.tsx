import { useSuspenseQuery } from '@tanstack/react-query'
import type { TransferReturnView } from '@weibao/contracts/transfer'
import {
  Button,
  ConfirmDialog,
  DataTable,
  EmptyState,
  LinkTabs,
  Money,
  Notice,
  StateTag,
  TextLink,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useState } from 'react'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { KeysetPager } from '../../lib/keyset-pager'
import { useFilters, withFilter } from '../../lib/search'
import { useTitle } from '../../lib/use-title'
import { useIntentKey } from '../settlements/intent-key'
import { useMyId } from '../sign-in/session.queries'
import { OutcomeNotice, type Outcome } from '../settlements/outcome'
import { ActDialog, type AskedAct } from './act-dialog'
import { transfersMessages } from './transfers.messages'
import {
  returnFilterNames,
  returnFilterOf,
  returnsQuery,
  returnStates,
  useMakeReturnFile,
} from './transfers.queries'

/** What goes back to payers: into a bank file by one officer, confirmed by another. */
export function TransferReturnsPage() {
  const t = useMessages(transfersMessages)
  useTitle(t('returnsTitle'))
  const { can, base } = useActing()
  const { search, filter } = useFilters(returnFilterNames)
  const { data } = useSuspenseQuery(returnsQuery(returnFilterOf(search)))
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<AskedAct | 'file' | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const waiting = data.items.filter(({ state }) => state === 'waiting')
  const chosen = waiting.filter(({ id }) => keys.has(id))
  const maySelect = can('transfer:record') && waiting.length > 0
  return (
    <div className="grid grid-cols-1 gap-4">
      <TextLink href={`${base}/transfers`}>{t('back')}</TextLink>
      <div>
        <h1>{t('returnsTitle')}</h1>
        <p className="text-ink-soft">{t('returnsLead')}</p>
      </div>
      {outcome && (
        <OutcomeNotice
          outcome={outcome}
          onShowMonth={() => undefined}
          onDismiss={() => setOutcome(null)}
        />
      )}
      <LinkTabs
        label={t('state')}
        tabs={[
          { href: withFilter(search, { state: null }), label: t('all'), current: !filter.state },
          ...returnStates.map((each) => ({
            href: withFilter(search, { state: each }),
            label: t(`r_${each}`),
            current: each === filter.state,
          })),
        ]}
      />
      <div className="wb-panel">
        {maySelect && <Chosen chosen={chosen} onMake={() => setAsked('file')} />}
        <ReturnTable
          returns={data.items}
          selection={
            maySelect
              ? {
                  keys,
                  onChange: setKeys,
                  allows: (key: string) => waiting.some(({ id }) => id === key),
                }
              : null
          }
          onAsk={setAsked}
        />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
      {asked === 'file' && (
        <FileDialog
          chosen={chosen}
          onClose={() => setAsked(null)}
          onDone={(file) => {
            setOutcome(file)
            setKeys(new Set())
            setAsked(null)
          }}
        />
      )}
      {asked && asked !== 'file' && <ActDialog asked={asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

function Chosen({ chosen, onMake }: { chosen: readonly TransferReturnView[]; onMake: () => void }) {
  const t = useMessages(transfersMessages)
  const { money } = useFormats()
  return (
    <div className="flex min-h-16 flex-wrap items-center justify-between gap-3 border-b border-line px-4 py-2">
      <p aria-live="polite">
        {chosen.length > 0
          ? t('chosen', { count: chosen.length, amount: money(sumOf(chosen)) })
          : t('choose')}
      </p>
      {chosen.length > 0 && (
        <Button size="small" onClick={onMake}>
          {t('makeFile')}
        </Button>
      )}
    </div>
  )
}

function ReturnTable({
  returns,
  selection,
  onAsk,
}: {
  returns: readonly TransferReturnView[]
  selection: Parameters<typeof DataTable<TransferReturnView>>[0]['selection'] | null
  onAsk: (asked: AskedAct) => void
}) {
  const t = useMessages(transfersMessages)
  const { day } = useFormats()
  const { base } = useActing()
  const columns: Column<TransferReturnView>[] = [
    {
      key: 'payer',
      header: t('payer'),
      primary: true,
      cell: ({ transferId, payerName, payerAccountMasked }) => (
        <>
          <TextLink href={`${base}/transfers/${transferId}`}>{payerName}</TextLink>
          <span className="block text-sm text-ink-soft">{payerAccountMasked}</span>
        </>
      ),
    },
    {
      key: 'kind',
      header: t('kind'),
      cell: ({ refundId, reason, requestedAt }) => (
        <>
          {refundId ? t('kindRefund') : `${t('kindRest')} · ${reason}`}
          <span className="block text-sm text-ink-soft">{day(requestedAt)}</span>
        </>
      ),
    },
    {
      key: 'state',
      header: t('state'),
      cell: ({ state, fileNumber, bankReference }) => (
        <>
          <StateTag tone={state === 'sent' ? 'done' : state === 'proposed' ? 'active' : 'waiting'}>
            {t(`r_${state}`)}
          </StateTag>
          <span className="block text-sm break-all text-ink-soft">
            {bankReference ?? fileNumber}
          </span>
        </>
      ),
    },
    {
      key: 'amount',
      header: t('amount'),
      align: 'end',
      cell: ({ amountFen }) => <Money fen={amountFen} className="font-semibold" />,
    },
    {
      key: 'act',
      header: t('act'),
      headerHidden: true,
      align: 'end',
      cell: (each) => <ReturnActs made={each} onAsk={onAsk} />,
    },
  ]
  return (
    <DataTable
      caption={t('returnsTitle')}
      columns={columns}
      rows={returns}
      rowKey={({ id }) => id}
      rowName={({ payerName }) => payerName}
      {...(selection ? { selection } : {})}
      empty={<EmptyState title={t('returnsEmpty')}>{t('returnsEmptyText')}</EmptyState>}
    />
  )
}

function ReturnActs({
  made: { id, state, refundId, payerName, proposedBy, requestedBy },
  onAsk,
}: {
  made: TransferReturnView
  onAsk: (asked: AskedAct) => void
}) {
  const t = useMessages(transfersMessages)
  const { can } = useActing()
  const personId = useMyId()
  const isMine = [proposedBy, requestedBy].includes(personId)
  const ask = (kind: 'sent' | 'bounce' | 'cancelReturn') =>
    onAsk({
      title: t(`${kind}Of`, { payer: payerName }),
      text: t(`${kind}Text`),
      confirmLabel: t(kind),
      textLabel: t(kind === 'sent' ? 'bankReference' : 'reason'),
      leastText: kind === 'sent' ? 4 : 2,
      isDanger: kind !== 'sent',
      act: ({ text }) => ({ kind, id, text }),
    })
  const button = (kind: 'sent' | 'bounce' | 'cancelReturn') => (
    <Button
      size="small"
      tone={kind === 'sent' ? 'primary' : 'quiet'}
      aria-label={t(`${kind}Of`, { payer: payerName })}
      onClick={() => ask(kind)}
    >
      {t(kind)}
    </Button>
  )
  return (
    <span className="flex flex-wrap justify-end gap-2">
      {state === 'proposed' && can('transfer:confirm') && button('bounce')}
      {state === 'proposed' && can('transfer:confirm') && !isMine && button('sent')}
      {state === 'waiting' && !refundId && can('transfer:record') && button('cancelReturn')}
    </span>
  )
}

function FileDialog({
  chosen,
  onClose,
  onDone,
}: {
  chosen: readonly TransferReturnView[]
  onClose: () => void
  onDone: (outcome: Outcome) => void
}) {
  const t = useMessages(transfersMessages)
  const { money } = useFormats()
  const make = useMakeReturnFile()
  const intent = useIntentKey()
  const confirm = () =>
    make.mutate(
      { returnIds: chosen.map(({ id }) => id), idempotencyKey: intent.idempotencyKey },
      { onError: intent.onError, onSuccess: (file) => onDone({ kind: 'file', ...file }) },
    )
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={confirm}
      busy={make.isPending}
      title={t('makeFile')}
      confirmLabel={t('makeFile')}
    >
      <p>{t('fileText', { count: chosen.length, amount: money(sumOf(chosen)) })}</p>
      {make.error && <Notice tone="problem" title={problemText(make.error)} className="mt-4" />}
    </ConfirmDialog>
  )
}

function sumOf(returns: readonly TransferReturnView[]): number {
  return returns.reduce((sum, { amountFen }) => sum + amountFen, 0)
}
