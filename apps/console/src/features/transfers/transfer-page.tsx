import { useSuspenseQuery } from '@tanstack/react-query'
import type { AwaitingPayment, TransferDetail } from '@weibao/contracts/transfer'
import { spacedReference } from '@weibao/contracts/transfer-reference'
import {
  Button,
  Dialog,
  Facts,
  Money,
  Notice,
  Panel,
  StateTag,
  TextLink,
  Timeline,
  useBilingual,
  useFormats,
  useMessages,
} from '@weibao/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { useTitle } from '../../lib/use-title'
import { useMyId } from '../sign-in/session.queries'
import { ActDialog, type AskedAct } from './act-dialog'
import { AwaitingFacts, Suggestions } from './suggestions'
import { TransferActs } from './transfer-acts'
import { transfersMessages } from './transfers.messages'
import { transferQuery } from './transfers.queries'
import { TransferState } from './transfers-page'

/** One transfer: who sent how much, what it pays, what goes back of it, and what happened. */
export function TransferPage() {
  const t = useMessages(transfersMessages)
  const { money } = useFormats()
  const { base } = useActing()
  const { data } = useSuspenseQuery(transferQuery(useParams()['transferId']!))
  const { transfer } = data
  useTitle(transfer.bankReference)
  const [asked, setAsked] = useState<AskedAct | 'choose' | null>(null)
  const assign = (payment: AwaitingPayment) =>
    setAsked({
      title: t('assign'),
      text: t('assignText'),
      confirmLabel: t('assign'),
      content: <AwaitingFacts payment={payment} />,
      amountFen: Math.min(payment.missingFen, transfer.remainderFen),
      done: t('assigned_done'),
      act: ({ amountFen }) => ({
        kind: 'assign',
        id: transfer.id,
        paymentId: payment.id,
        amountFen,
      }),
    })
  return (
    <div className="grid grid-cols-1 gap-4">
      <TextLink href={`${base}/transfers`}>{t('back')}</TextLink>
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="break-all">{transfer.bankReference}</h1>
        <TransferState state={transfer.state} />
      </div>
      {transfer.reversalProposedBy && transfer.state === 'confirmed' && (
        <Notice tone="problem" title={t('reversalAsked', { reason: transfer.reason ?? '' })} />
      )}
      <TransferActs detail={data} onAsk={setAsked} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <TransferFacts detail={data} />
        <Assignments detail={data} onAsk={setAsked} />
        <History detail={data} />
        {data.returns.length > 0 && (
          <Panel title={t('returnsOf')}>
            <ul className="grid gap-2">
              {data.returns.map(({ id, amountFen, reason, state, refundId }) => (
                <li key={id} className="border-t border-line pt-2 first:border-0 first:pt-0">
                  <StateTag tone={state === 'sent' ? 'done' : 'waiting'}>
                    {t(`r_${state}`)}
                  </StateTag>{' '}
                  {money(amountFen)} · {refundId ? t('kindRefund') : reason}
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </div>
      {asked === 'choose' && (
        <Dialog open onClose={() => setAsked(null)} title={t('assign')}>
          <Suggestions
            words={transfer.note}
            amountFen={transfer.remainderFen}
            chosen={[]}
            onChoose={assign}
          />
        </Dialog>
      )}
      {asked && asked !== 'choose' && <ActDialog asked={asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

function TransferFacts({ detail: { transfer, people } }: { detail: TransferDetail }) {
  const t = useMessages(transfersMessages)
  const { day } = useFormats()
  const person = usePerson(people)
  const sum = (fen: number) => <Money fen={fen} />
  return (
    <Panel title={t('payer')}>
      <Facts
        facts={[
          { label: t('payerName'), value: transfer.payerName },
          { label: t('payerBank'), value: transfer.payerBank },
          { label: t('payerAccount'), value: transfer.payerAccountMasked },
          { label: t('valueDay'), value: day(transfer.valueDay) },
          { label: t('amount'), value: sum(transfer.amountFen) },
          { label: t('assigned'), value: sum(transfer.assignedFen) },
          { label: t('returned'), value: sum(transfer.returnedFen) },
          { label: t('remainder'), value: sum(transfer.remainderFen) },
          ...(transfer.note ? [{ label: t('note'), value: transfer.note }] : []),
          { label: t('recordedBy'), value: person(transfer.recordedBy) },
          ...(transfer.decidedBy
            ? [{ label: t('decidedBy'), value: person(transfer.decidedBy) }]
            : []),
        ]}
      />
    </Panel>
  )
}

function Assignments({
  detail: { transfer, assignments },
  onAsk,
}: {
  detail: TransferDetail
  onAsk: (asked: AskedAct) => void
}) {
  const t = useMessages(transfersMessages)
  const say = useBilingual()
  const { money } = useFormats()
  const { can } = useActing()
  const mayFree = (each: TransferDetail['assignments'][number]) =>
    can('transfer:record') &&
    (each.state === 'recorded' ||
      (each.state === 'confirmed' && ['created', 'expired'].includes(each.payment.state)))
  const free = (assignmentId: string, reference: string): AskedAct => ({
    title: t('unassignOf', { reference: spacedReference(reference) }),
    text: t('unassignText'),
    confirmLabel: t('unassign'),
    textLabel: t('reason'),
    isDanger: true,
    act: ({ text }) => ({ kind: 'unassign', id: transfer.id, assignmentId, text }),
  })
  return (
    <Panel title={t('assignments')}>
      {assignments.length === 0 && <p className="text-ink-soft">{t('noAssignments')}</p>}
      <ul className="grid gap-2">
        {assignments.map((each) => (
          <li
            key={each.id}
            className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-2 first:border-0 first:pt-0"
          >
            <span className="min-w-0">
              <strong className="font-mono">{spacedReference(each.payment.reference)}</strong>{' '}
              {money(each.amountFen)}
              <span className="block text-sm text-ink-soft">{say(each.payment.description)}</span>
              <span className="block text-sm text-ink-soft">
                {t(`a_${each.state}`)} ·{' '}
                {t(
                  ['created', 'pending', 'expired', 'failed'].includes(each.payment.state)
                    ? 'paymentOpen'
                    : 'paymentPaid',
                )}
              </span>
            </span>
            {mayFree(each) && (
              <Button
                tone="plain"
                size="small"
                aria-label={t('unassignOf', {
                  reference: spacedReference(each.payment.reference),
                })}
                onClick={() => onAsk(free(each.id, each.payment.reference))}
              >
                {t('unassign')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function History({ detail: { events, people } }: { detail: TransferDetail }) {
  const t = useMessages(transfersMessages)
  const { dayTime, money } = useFormats()
  const person = usePerson(people)
  return (
    <Panel title={t('history')}>
      <Timeline
        label={t('history')}
        steps={events.map((event, n) => ({
          id: String(n),
          title: `${t(`e_${event.kind}`)}${event.amountFen === null ? '' : ` ${money(event.amountFen)}`}`,
          meta: [dayTime(event.at), event.personId && person(event.personId), event.note]
            .filter(Boolean)
            .join(' · '),
          state: 'done',
        }))}
      />
    </Panel>
  )
}

/** By name, and whether it was oneself: what decides who may confirm. */
function usePerson(people: TransferDetail['people']): (id: string) => string {
  const t = useMessages(transfersMessages)
  const myId = useMyId()
  return (id) => {
    const name = people.find((each) => each.id === id)?.displayName ?? t('colleague')
    return id === myId ? t('you', { name }) : name
  }
}
