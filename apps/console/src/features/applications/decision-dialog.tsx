import type { OrganisationView } from '@weibao/contracts/organisation'
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
import { ReviewedPapers } from '../registration-papers/reviewed-papers'
import { applicationsMessages } from './applications.messages'
import { isEditedMeanwhile, useOrganisationAct, type OrganisationAct } from './applications.queries'

/** Asks before a decision; all but an approval say why. */
export function DecisionDialog({
  organisation,
  act,
  onClose,
}: {
  organisation: OrganisationView
  act: OrganisationAct
  onClose: () => void
}) {
  const t = useMessages(applicationsMessages)
  const say = useBilingual()
  const toast = useToast()
  const mutation = useOrganisationAct(act)
  const needsReason = act !== 'approve'
  const [missing, setMissing] = useState<string>()
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
      { organisation, reason },
      {
        onSuccess: () => {
          toast({ text: t('done'), tone: 'good' })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog open onClose={onClose} title={`${t(act)} · ${say(organisation.shortName)}`}>
      <form noValidate onSubmit={submit} className="grid gap-4">
        {(act === 'approve' || act === 'refuse') && (
          <ReviewedPapers organisationId={organisation.id} />
        )}
        <p>{t(`${act}Text`)}</p>
        <FormErrorSummary
          problems={text ? [{ fieldId: needsReason ? 'decision-reason' : null, text }] : []}
        />
        {needsReason && (
          <TextArea
            id="decision-reason"
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
          <Button
            type="submit"
            tone={act === 'refuse' || act === 'suspend' ? 'danger' : 'primary'}
            busy={mutation.isPending}
            disabled={isEditedMeanwhile(mutation.error)}
          >
            {t(act)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
