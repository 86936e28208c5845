import { newIdempotencyKey } from '@weibao/api-client/http'
import type { DemandView } from '@weibao/contracts/demand'
import { Button, Dialog, FormErrorSummary, TextArea, useMessages, useToast } from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { demandsMessages } from './demands.messages'
import { useCancelDemand } from './demands.queries'

/** Takes a demand back, and says why. */
export function CancelDialog({ demand, onClose }: { demand: DemandView; onClose: () => void }) {
  const t = useMessages(demandsMessages)
  const toast = useToast()
  const { organisationId } = useActing()
  const cancel = useCancelDemand(organisationId)
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const [missing, setMissing] = useState<string>()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim()
    const fault = [...reason].length < 2 ? t('needReason') : undefined
    setMissing(fault)
    if (fault) return
    cancel.mutate(
      { id: demand.id, reason, idempotencyKey },
      {
        onSuccess: () => {
          toast({ text: t('cancelledDone'), tone: 'good' })
          onClose()
        },
      },
    )
  }
  const text = missing ?? (cancel.error ? problemText(cancel.error) : undefined)
  return (
    <Dialog open onClose={onClose} title={t('cancelTitle')}>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <p>{t('cancelText')}</p>
        <FormErrorSummary problems={text ? [{ fieldId: null, text }] : []} />
        <TextArea
          name="reason"
          label={t('reason')}
          rows={3}
          maxLength={200}
          onChange={() => setKey(newIdempotencyKey())}
        />
        <div className="flex justify-end gap-3">
          <Button tone="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" tone="danger" busy={cancel.isPending}>
            {t('cancelAct')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
