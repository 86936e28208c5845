import type { PaymentView } from '@weibao/contracts/payment'
import { spacedReference } from '@weibao/contracts/transfer-reference'
import { Button, Facts, Notice, Panel, useFormats, useMessages, useToast } from '@weibao/ui'
import type { ReactNode } from 'react'
import { transferInstructionMessages } from './transfer-instruction.messages'

/** How a buyer pays an order by bank transfer, and what of the money has been seen. Nothing when it is paid online. */
export function TransferInstruction({ payment }: { payment: PaymentView }) {
  const t = useMessages(transferInstructionMessages)
  const { money, dayTime } = useFormats()
  const { transfer } = payment
  if (!transfer) return null
  const isOpen = payment.state === 'created' || payment.state === 'pending'
  const missingFen = transfer.amountFen - transfer.receivedFen - transfer.seenFen
  // Copied as a bank's form takes it: no sign, no separators.
  const plainAmount = (missingFen / 100).toFixed(2)
  return (
    <Panel title={t('title')}>
      <Progress payment={payment} />
      {isOpen && missingFen > 0 && (
        <>
          <p className="mt-3 text-ink-soft">{t('lead')}</p>
          <Facts
            className="mt-3"
            facts={[
              {
                label: t('amount'),
                value: (
                  <Copied label={t('amount')} text={plainAmount}>
                    <strong className="tabular-nums">{money(missingFen)}</strong>
                  </Copied>
                ),
              },
              {
                label: t('reference'),
                value: (
                  <Copied label={t('reference')} text={transfer.reference}>
                    <strong className="font-mono text-lg">
                      {spacedReference(transfer.reference)}
                    </strong>
                  </Copied>
                ),
              },
              {
                label: t('accountNumber'),
                value: (
                  <Copied label={t('accountNumber')} text={transfer.accountNumber}>
                    <span className="font-mono break-all">{transfer.accountNumber}</span>
                  </Copied>
                ),
              },
              {
                label: t('accountName'),
                value: (
                  <Copied label={t('accountName')} text={transfer.accountName}>
                    {transfer.accountName}
                  </Copied>
                ),
              },
              { label: t('bank'), value: transfer.bank },
              { label: t('payBy'), value: dayTime(transfer.payBy) },
            ]}
          />
        </>
      )}
    </Panel>
  )
}

function Progress({ payment: { state, transfer } }: { payment: PaymentView }) {
  const t = useMessages(transferInstructionMessages)
  const { money } = useFormats()
  if (!transfer) return null
  const { amountFen, seenFen, receivedFen } = transfer
  if (state === 'failed' || state === 'expired') return <Notice title={t('expired')} />
  if (state !== 'created' && state !== 'pending')
    return <Notice tone="good" title={t('captured')} />
  if (seenFen > 0) return <Notice title={t('seen', { amount: money(seenFen) })} />
  if (receivedFen > 0) {
    const amounts = { received: money(receivedFen), missing: money(amountFen - receivedFen) }
    return <Notice tone="problem" title={t('part', amounts)} />
  }
  return <p>{t('waiting')}</p>
}

/** A value with the button that copies it. */
function Copied({ label, text, children }: { label: string; text: string; children: ReactNode }) {
  const t = useMessages(transferInstructionMessages)
  const toast = useToast()
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toast({ text: t('copied', { label }) }),
      () => toast({ text: t('notCopied'), tone: 'problem' }),
    )
  return (
    <span className="flex items-center justify-end gap-x-1">
      <span className="min-w-0">{children}</span>
      <Button
        tone="plain"
        size="small"
        className="-mr-3 shrink-0"
        aria-label={t('copyOf', { label })}
        onClick={() => void copy()}
      >
        {t('copy')}
      </Button>
    </span>
  )
}
