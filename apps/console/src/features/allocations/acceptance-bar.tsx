import type { AllocationView } from '@weibao/contracts/allocation'
import { Button, useFormats, useMessages, useToast } from '@weibao/ui'
import { useState } from 'react'
import { useActing } from '../../lib/acting'
import { AnswerDialog } from './allocation-answer'
import { useAcceptAll } from './allocations.queries'
import { buyerResultsMessages } from './buyer-results.messages'

interface AcceptanceBarProps {
  /** What this person may accept of the page. */
  readonly rows: readonly AllocationView[]
  readonly chosen: ReadonlySet<string>
  readonly onDone: () => void
}

/** Accepts the chosen, or all of the page when none is; asks once more with what they cost. */
export function AcceptanceBar({ rows, chosen, onDone }: AcceptanceBarProps) {
  const t = useMessages(buyerResultsMessages)
  const { money } = useFormats()
  const [isAsked, setAsked] = useState(false)
  const picked = rows.filter(({ id }) => chosen.has(id))
  const taken = picked.length > 0 ? picked : rows
  const costs = { count: taken.length, total: money(costOf(taken)) }
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-ink-soft" aria-live="polite">
        {t(picked.length > 0 ? 'chosenLead' : 'allLead', costs)}
      </p>
      <Button onClick={() => setAsked(true)}>
        {t(picked.length > 0 ? 'acceptChosen' : 'acceptPage')}
      </Button>
      {isAsked && (
        <AcceptDialog
          taken={taken}
          onClose={() => setAsked(false)}
          onAccepted={() => {
            setAsked(false)
            onDone()
          }}
        />
      )}
    </div>
  )
}

function AcceptDialog({
  taken,
  onClose,
  onAccepted,
}: {
  taken: readonly AllocationView[]
  onClose: () => void
  onAccepted: () => void
}) {
  const t = useMessages(buyerResultsMessages)
  const { money } = useFormats()
  const { organisationId } = useActing()
  const { isPending, error, mutate } = useAcceptAll(organisationId)
  const tell = useTellAccepted()
  return (
    <AnswerDialog
      title={t('acceptAllTitle', { count: taken.length })}
      confirmLabel={t('accept')}
      isPending={isPending}
      error={error}
      onAnswer={({ idempotencyKey }, onError) =>
        mutate(
          { ids: taken.map(({ id }) => id), idempotencyKey },
          {
            onError,
            onSuccess: ({ items }) => {
              tell(items)
              onAccepted()
            },
          },
        )
      }
      onClose={onClose}
    >
      {t('acceptAllText', { total: money(costOf(taken)) })}
    </AnswerDialog>
  )
}

/** Says what was taken, and what waits for another approver. */
export function useTellAccepted() {
  const t = useMessages(buyerResultsMessages)
  const toast = useToast()
  return (items: readonly AllocationView[]) => {
    const waiting = items.filter(({ state }) => state === 'proposed').length
    const accepted = items.length - waiting
    toast({
      text:
        waiting === 0
          ? t('acceptedDone', { count: accepted })
          : t('waitingDone', { accepted, waiting }),
      tone: 'good',
    })
  }
}

function costOf(rows: readonly AllocationView[]): number {
  return rows.reduce((sum, { goodsFen, freightFen }) => sum + goodsFen + freightFen, 0)
}
