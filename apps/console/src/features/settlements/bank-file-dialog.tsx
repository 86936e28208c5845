import type { SettlementView } from '@weibao/contracts/settlement'
import { ConfirmDialog, Money, Notice, useBilingual, useFormats, useMessages } from '@weibao/ui'
import { problemText } from '../../lib/form'
import { useIntentKey } from './intent-key'
import type { Outcome } from './outcome'
import { settlementsMessages } from './settlements.messages'
import { useMakeBankFile } from './settlements.queries'

/** Asks before the chosen settlements go into a bank file: which, for whom, how much. */
export function BankFileDialog({
  chosen,
  onClose,
  onDone,
}: {
  chosen: readonly SettlementView[]
  onClose: () => void
  onDone: (outcome: Outcome) => void
}) {
  const t = useMessages(settlementsMessages)
  const say = useBilingual()
  const { money } = useFormats()
  const make = useMakeBankFile()
  const intent = useIntentKey()
  const confirm = () =>
    make.mutate(
      { settlementIds: chosen.map(({ id }) => id), idempotencyKey: intent.idempotencyKey },
      { onError: intent.onError, onSuccess: (file) => onDone({ kind: 'file', ...file }) },
    )
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={confirm}
      busy={make.isPending}
      title={t('fileTitle')}
      confirmLabel={t('makeFile')}
    >
      <p>{t('fileText', { count: chosen.length, amount: money(sumOf(chosen)) })}</p>
      <ul className="mt-3 grid gap-2">
        {chosen.map(({ id, number, cooperativeName, amountFen }) => (
          <li key={id} className="flex justify-between gap-4 border-t border-line pt-2">
            <span>
              {say(cooperativeName)}
              <span className="block font-mono text-sm text-ink-soft">{number}</span>
            </span>
            <Money fen={amountFen} />
          </li>
        ))}
      </ul>
      {make.error && (
        <Notice tone="problem" title={problemText(make.error)} className="mt-4">
          <p>{t('fileNone')}</p>
        </Notice>
      )}
    </ConfirmDialog>
  )
}

export function sumOf(settlements: readonly SettlementView[]): number {
  return settlements.reduce((sum, { amountFen }) => sum + amountFen, 0)
}
