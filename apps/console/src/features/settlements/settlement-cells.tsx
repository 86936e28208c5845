import type { SettlementView } from '@weibao/contracts/settlement'
import { Money, StateTag, TextLink, useFormats, useMessages, type StateTone } from '@weibao/ui'
import { settlementsMessages } from './settlements.messages'

const tones = {
  closed: 'waiting',
  payable: 'active',
  paid: 'done',
  returned: 'problem',
} as const satisfies Record<string, StateTone>

/** Where a settlement stands; one that the bank sent back says so until it is paid anew. */
export function SettlementState({ settlement }: { settlement: SettlementView }) {
  const t = useMessages(settlementsMessages)
  const isReturned = settlement.state === 'closed' && settlement.payout?.state === 'returned'
  const state = isReturned ? 'returned' : settlement.state
  return <StateTag tone={tones[state]}>{t(state)}</StateTag>
}

/** Number, month, and of how many earnings it is the sum. */
export function SettlementName({ settlement }: { settlement: SettlementView }) {
  const t = useMessages(settlementsMessages)
  const { month } = useFormats()
  return (
    <>
      <span className="font-mono whitespace-nowrap">{settlement.number}</span>
      <span className="block text-sm font-normal whitespace-normal text-ink-soft">
        {t('monthAndCount', {
          month: month(`${settlement.period}-15`),
          count: settlement.earningCount,
        })}
      </span>
    </>
  )
}

/** What is to be paid, and how it comes about. */
export function SettlementAmount({ settlement }: { settlement: SettlementView }) {
  const t = useMessages(settlementsMessages)
  const { money } = useFormats()
  const parts = [
    t('goodsPart', { amount: money(settlement.goodsFen) }),
    t('freightPart', { amount: money(settlement.freightFen) }),
    t('commissionPart', { amount: money(settlement.commissionFen) }),
  ]
  return (
    <div>
      <Money fen={settlement.amountFen} className="font-semibold" />
      <span className="block text-sm whitespace-normal text-ink-soft">
        {parts.map((text) => (
          <span key={text} className="inline-block whitespace-nowrap not-first:ml-1">
            {text}
          </span>
        ))}
      </span>
    </div>
  )
}

const dayOf = { sent: 'sentOn', paid: 'paidOn', returned: 'returnedOn' } as const

/** The last transfer: where to, in which file, how it ended. */
export function PayoutFacts({ payout }: { payout: SettlementView['payout'] }) {
  const t = useMessages(settlementsMessages)
  const { day } = useFormats()
  if (!payout) return '—'
  const at = payout.settledAt ?? payout.sentAt
  return (
    <div className="text-sm">
      <span className="block whitespace-nowrap">
        {t('payoutAccount', { account: payout.accountMasked })}
      </span>
      <span className="block whitespace-nowrap text-ink-soft">
        {t('payoutFile', { number: payout.fileNumber })}
      </span>
      {payout.bankReference && (
        <span className="block break-all text-ink-soft">
          {t('payoutReference', { reference: payout.bankReference })}
        </span>
      )}
      <span className="block text-ink-soft">{t(dayOf[payout.state], { day: day(at) })}</span>
    </div>
  )
}

const formats = [
  { format: 'pdf', label: 'PDF' },
  { format: 'xlsx', label: 'Excel' },
] as const

/** The statement as paper and as a sheet. */
export function StatementLinks({ settlement }: { settlement: SettlementView }) {
  const t = useMessages(settlementsMessages)
  return (
    <span className="flex flex-wrap justify-end gap-x-3 md:justify-start">
      {formats.map(({ format, label }) => (
        <TextLink
          key={format}
          href={`/api/settlements/${settlement.id}/statement?format=${format}`}
          aria-label={t('statementOf', { number: settlement.number, format: label })}
          className="inline-flex min-h-11 min-w-6 items-center md:min-h-6"
        >
          {label}
        </TextLink>
      ))}
    </span>
  )
}
