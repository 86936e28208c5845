import type { QuotaView } from '@weibao/contracts/quota'
import {
  Button,
  Dialog,
  FormErrorSummary,
  TextArea,
  useBilingual,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { fieldErrors, problemText } from '../../lib/form'
import { useIntentKey } from '../settlements/intent-key'
import { quotasMessages } from './quotas.messages'
import { useQuotaAct, type QuotaAct } from './quotas.queries'

/** Asks before a quota is checked, or for the reason why it goes back. */
export function QuotaDecisionDialog({
  quota,
  act,
  onClose,
}: {
  quota: QuotaView
  act: QuotaAct
  onClose: () => void
}) {
  const t = useMessages(quotasMessages)
  const say = useBilingual()
  const toast = useToast()
  const intent = useIntentKey()
  const mutation = useQuotaAct(act)
  const [missing, setMissing] = useState<string>()
  const needsReason = act === 'giveBack'
  const refused = mutation.error
    ? (fieldErrors(mutation.error)['reason'] ?? problemText(mutation.error))
    : undefined
  const text = missing ?? refused
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim()
    const isEnough = !needsReason || [...reason].length >= 4
    setMissing(isEnough ? undefined : t('needReason'))
    if (!isEnough) return
    mutation.mutate(
      { quota, reason, idempotencyKey: intent.idempotencyKey },
      {
        onSuccess: () => {
          toast({ text: t('done'), tone: 'good' })
          onClose()
        },
        onError: intent.onError,
      },
    )
  }
  return (
    <Dialog open onClose={onClose} title={`${t(act)} · ${say(quota.buyer.name)}`}>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <p>{t(`${act}Text`)}</p>
        <FormErrorSummary
          problems={text ? [{ fieldId: needsReason ? 'quota-reason' : null, text }] : []}
        />
        {needsReason && (
          <TextArea
            id="quota-reason"
            name="reason"
            label={t('reason')}
            error={text}
            maxLength={300}
            rows={3}
          />
        )}
        <div className="flex justify-end gap-3">
          <Button tone="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" tone={needsReason ? 'danger' : 'primary'} busy={mutation.isPending}>
            {t(act)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
