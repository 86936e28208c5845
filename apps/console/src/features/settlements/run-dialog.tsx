import { localMonth } from '@weibao/kernel'
import { ConfirmDialog, Notice, Select, useFormats, useMessages } from '@weibao/ui'
import { useState } from 'react'
import { problemText } from '../../lib/form'
import { useIntentKey } from './intent-key'
import type { Outcome } from './outcome'
import { settlementsMessages } from './settlements.messages'
import { useSettleMonth } from './settlements.queries'

const MONTHS_BACK = 12

/** Asks which past month is settled, and says what that does. */
export function RunDialog({
  onClose,
  onDone,
}: {
  onClose: () => void
  onDone: (outcome: Outcome) => void
}) {
  const t = useMessages(settlementsMessages)
  const { month } = useFormats()
  const [months] = useState(() => monthsBefore(localMonth(new Date()), MONTHS_BACK))
  const [period, setPeriod] = useState(months[0]!)
  const intent = useIntentKey()
  const settle = useSettleMonth()
  const monthText = (value: string) => month(`${value}-15`)
  const confirm = () =>
    settle.mutate(
      { period, idempotencyKey: intent.idempotencyKey },
      {
        onError: intent.onError,
        onSuccess: (result) => onDone({ kind: 'run', period, ...result }),
      },
    )
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={confirm}
      busy={settle.isPending}
      title={t('runTitle')}
      confirmLabel={t('runConfirm', { month: monthText(period) })}
    >
      <Select
        label={t('runMonth')}
        value={period}
        options={months.map((value) => ({ value, label: monthText(value) }))}
        onChange={(event) => {
          setPeriod(event.target.value)
          settle.reset()
          intent.renew()
        }}
      />
      <p className="mt-3">{t('runText', { month: monthText(period) })}</p>
      {settle.error && (
        <Notice tone="problem" className="mt-4">
          {problemText(settle.error)}
        </Notice>
      )}
    </ConfirmDialog>
  )
}

/** The months before one, the latest first: before 2026-02 come 2026-01, 2025-12, … */
export function monthsBefore(month: string, count: number): string[] {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return Array.from({ length: count }, (_, back) => {
    const index = year * 12 + (number - 1) - (back + 1)
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  })
}
