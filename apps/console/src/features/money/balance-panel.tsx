import { useSuspenseQuery } from '@tanstack/react-query'
import { Money, StatTile, useFormats, useMessages } from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { moneyMessages } from './money.messages'
import { balanceQuery } from './money.queries'

const parts = ['held', 'payable', 'settled', 'paid'] as const

/** All that was earned, in four parts that add up before one's eyes. */
export function BalancePanel() {
  const t = useMessages(moneyMessages)
  const { money } = useFormats()
  const { organisationId } = useActing()
  const { data: balance } = useSuspenseQuery(balanceQuery(organisationId))
  const amounts = parts.map((part) => balance[`${part}Fen`])
  const all = amounts.reduce((sum, fen) => sum + fen, 0)
  // A part below zero (refunds) is written in brackets, so that no two signs meet.
  const terms = amounts.map((fen) => (fen < 0 ? `(${money(fen)})` : money(fen)))
  return (
    <section aria-label={t('balanceTitle')} className="grid grid-cols-1 gap-3">
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        {parts.map((part, index) => (
          <StatTile
            key={part}
            label={t(part)}
            value={money(amounts[index]!)}
            note={t(`${part}Note`)}
          />
        ))}
      </div>
      <p>
        <span className="text-ink-soft">{t('addsUp')}</span>{' '}
        <span className="tabular-nums">{terms.join(' + ')} = </span>
        <Money fen={all} className="font-semibold" />
      </p>
    </section>
  )
}
