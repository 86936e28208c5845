import type { BudgetLineView } from '@weibao/contracts/demand'
import type { QuotaArrangement, QuotaView } from '@weibao/contracts/quota'
import {
  Button,
  Dialog,
  FormErrorSummary,
  RadioGroup,
  TextArea,
  TextField,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { fieldErrors, formProblems, type FieldErrors } from '../../lib/form'
import { useFaults } from '../../lib/use-faults'
import { useIntentKey } from '../settlements/intent-key'
import { bodyOf, checkDraft, draftOf, type QuotaDraft } from './quota-draft'
import { quotasMessages } from './quotas.messages'
import { useFileQuota } from './quotas.queries'

const arrangements: readonly QuotaArrangement[] = ['own-canteen', 'shared', 'outsourced', 'none']

/** Files the quota of one budget line, from what was filed before if anything. */
export function FileQuotaDialog({
  buyerId,
  budgetLine,
  quota,
  onClose,
}: {
  buyerId: string
  budgetLine: BudgetLineView
  quota: QuotaView | undefined
  onClose: () => void
}) {
  const t = useMessages(quotasMessages)
  const toast = useToast()
  const intent = useIntentKey()
  const file = useFileQuota(buyerId)
  const [draft, setDraft] = useState(() => draftOf(quota))
  const { faults, settle } = useFaults(() => checkDraft(draft, t))
  const errors = { ...fieldErrors(file.error), ...faults }
  const change = (part: Partial<QuotaDraft>) => {
    setDraft({ ...draft, ...part })
    intent.renew()
    if (file.error) file.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!settle()) return
    file.mutate(
      {
        budgetLineId: budgetLine.id,
        body: bodyOf(draft),
        idempotencyKey: intent.idempotencyKey,
      },
      {
        onSuccess: () => {
          toast({ text: t('filedDone'), tone: 'good' })
          onClose()
        },
        onError: intent.onError,
      },
    )
  }
  return (
    <Dialog open onClose={onClose} title={`${t('file')} · ${budgetLine.name}`}>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <FormErrorSummary problems={formProblems(errors, file.error, (name) => `quota-${name}`)} />
        <RadioGroup
          label={t('arrangement')}
          value={draft.arrangement}
          onChange={(arrangement) => change({ arrangement })}
          options={arrangements.map((value) => ({ value, label: t(value) }))}
        />
        <QuotaFields draft={draft} errors={errors} onChange={change} />
        <div className="flex justify-end gap-3">
          <Button tone="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" busy={file.isPending}>
            {t('submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function QuotaFields({
  draft,
  errors,
  onChange,
}: {
  draft: QuotaDraft
  errors: FieldErrors
  onChange: (part: Partial<QuotaDraft>) => void
}) {
  const t = useMessages(quotasMessages)
  return (
    <>
      {draft.arrangement === 'shared' && (
        <TextArea
          id="quota-sharedWith"
          label={t('sharedWith')}
          help={t('sharedHelp')}
          error={errors['sharedWith']}
          rows={3}
          value={draft.sharedWith}
          onChange={({ target }) => onChange({ sharedWith: target.value })}
        />
      )}
      {draft.arrangement === 'outsourced' && (
        <TextField
          id="quota-contractor"
          label={t('contractor')}
          error={errors['contractor']}
          maxLength={60}
          value={draft.contractor}
          onChange={({ target }) => onChange({ contractor: target.value })}
        />
      )}
      {draft.arrangement !== 'none' && (
        <TextField
          id="quota-minimumFen"
          label={t('amount')}
          error={errors['minimumFen']}
          inputMode="decimal"
          prefix="¥"
          align="end"
          value={draft.amount}
          onChange={({ target }) => onChange({ amount: target.value })}
        />
      )}
    </>
  )
}
