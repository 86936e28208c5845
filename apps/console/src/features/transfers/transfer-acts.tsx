import type { TransferDetail } from '@weibao/contracts/transfer'
import { spacedReference } from '@weibao/contracts/transfer-reference'
import { Button, Facts, Notice, useBilingual, useFormats, useMessages } from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { useMyId } from '../sign-in/session.queries'
import type { AskedAct } from './act-dialog'
import { transfersMessages } from './transfers.messages'

/** What may be done with a transfer as it stands, by whom is signed in. */
export function TransferActs({
  detail,
  onAsk,
}: {
  detail: TransferDetail
  onAsk: (asked: AskedAct | 'choose') => void
}) {
  const t = useMessages(transfersMessages)
  const { can } = useActing()
  const acts = useActs(detail)
  const { transfer } = detail
  const isAsked = transfer.reversalProposedBy !== null && transfer.state === 'confirmed'
  const isOpen = transfer.state === 'recorded' || (transfer.state === 'confirmed' && !isAsked)
  const isWaiting = transfer.state === 'recorded' || transfer.pendingCount > 0
  const isMine = acts.isMine
  return (
    <div className="grid gap-3">
      {isWaiting && isMine && can('transfer:confirm') && <Notice title={t('mineWaits')} />}
      <div className="flex flex-wrap gap-3">
        {isWaiting && !isMine && can('transfer:confirm') && (
          <Button onClick={() => onAsk(acts.confirm())}>{t('confirm')}</Button>
        )}
        {can('transfer:record') && isOpen && transfer.remainderFen > 0 && (
          <Button tone="quiet" onClick={() => onAsk('choose')}>
            {t('assign')}
          </Button>
        )}
        {can('transfer:record') && transfer.state === 'recorded' && (
          <Button tone="quiet" onClick={() => onAsk(acts.withdraw())}>
            {t('withdraw')}
          </Button>
        )}
        {can('transfer:record') && transfer.state === 'confirmed' && !isAsked && (
          <>
            {transfer.remainderFen > 0 && (
              <Button tone="quiet" onClick={() => onAsk(acts.giveBack())}>
                {t('giveBack')}
              </Button>
            )}
            {transfer.remainderFen === transfer.amountFen && (
              <Button tone="quiet" onClick={() => onAsk(acts.reverse())}>
                {t('reverse')}
              </Button>
            )}
          </>
        )}
        {isAsked && can('transfer:confirm') && !acts.isReversalMine && (
          <>
            <Button tone="danger" onClick={() => onAsk(acts.decide(true))}>
              {t('approveReversal')}
            </Button>
            <Button tone="quiet" onClick={() => onAsk(acts.decide(false))}>
              {t('refuseReversal')}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

function useActs({ transfer, assignments }: TransferDetail) {
  const t = useMessages(transfersMessages)
  const { money } = useFormats()
  const say = useBilingual()
  const personId = useMyId()
  const { id } = transfer
  const pending = assignments.filter(({ state }) => state === 'recorded')
  const withReason = (label: string, text: string): Omit<AskedAct, 'act'> => ({
    title: label,
    text,
    confirmLabel: label,
    textLabel: t('reason'),
    isDanger: true,
  })
  return {
    isMine:
      (transfer.state === 'recorded' && transfer.recordedBy === personId) ||
      pending.some(({ recordedBy }) => recordedBy === personId),
    isReversalMine: transfer.reversalProposedBy === personId,
    confirm: (): AskedAct => ({
      title: t('confirm'),
      text: t('confirmText'),
      confirmLabel: t('confirm'),
      done: t('confirmed_done'),
      content: (
        <Facts
          facts={[
            { label: t('bankReference'), value: transfer.bankReference },
            { label: t('payer'), value: `${transfer.payerName} ${transfer.payerAccountMasked}` },
            { label: t('amount'), value: money(transfer.amountFen) },
            ...pending.map(({ payment, amountFen }) => ({
              label: spacedReference(payment.reference),
              value: `${money(amountFen)} · ${say(payment.description)}`,
            })),
            { label: t('remainder'), value: money(transfer.remainderFen) },
          ]}
        />
      ),
      act: () => ({ kind: 'confirm', id, assignmentIds: pending.map((each) => each.id) }),
    }),
    withdraw: (): AskedAct => ({
      ...withReason(t('withdraw'), t('withdrawText')),
      act: ({ text }) => ({ kind: 'withdraw', id, text }),
    }),
    reverse: (): AskedAct => ({
      ...withReason(t('reverse'), t('reverseText')),
      act: ({ text }) => ({ kind: 'reverse', id, text }),
    }),
    giveBack: (): AskedAct => ({
      ...withReason(t('giveBack'), t('giveBackText')),
      isDanger: false,
      amountFen: transfer.remainderFen,
      act: ({ amountFen, text }) => ({ kind: 'giveBack', id, amountFen, text }),
    }),
    decide: (isApproved: boolean): AskedAct => {
      const label = t(isApproved ? 'approveReversal' : 'refuseReversal')
      return {
        title: label,
        text: t('reversalAsked', { reason: transfer.reason ?? '' }),
        confirmLabel: label,
        isDanger: isApproved,
        act: () => ({ kind: 'decideReversal', id, isApproved }),
      }
    },
  }
}
