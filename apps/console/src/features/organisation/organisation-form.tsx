import { ApiError } from '@weibao/api-client/http'
import { Button, FormErrorSummary, Notice, useMessages, useStored } from '@weibao/ui'
import { useState, type FormEvent, type ReactNode } from 'react'
import { fieldErrors, formProblems, type FieldErrors } from '../../lib/form'
import { checkOrganisation, type OrganisationDraft } from './organisation-draft'
import { OrganisationFields } from './organisation-fields'
import { organisationMessages } from './organisation.messages'

/** Names, place and licence, checked, and handed to `send`. What is typed stays on this device. */
export function OrganisationForm({
  name,
  fresh,
  isIdentityFixed = false,
  submitLabel,
  error,
  isBusy,
  attachments,
  send,
}: {
  /** Of what is kept on this device. */
  name: string
  fresh: OrganisationDraft
  isIdentityFixed?: boolean
  submitLabel: string
  error: unknown
  isBusy: boolean
  /** What goes with it beside the fields, and by which name what it lacks. */
  attachments?: { readonly part: (errors: FieldErrors) => ReactNode; readonly missing: FieldErrors }
  send: (draft: OrganisationDraft) => Promise<unknown>
}) {
  const t = useMessages(organisationMessages)
  const [draft, keep] = useStored<OrganisationDraft>(name, fresh)
  const [missing, setMissing] = useState<FieldErrors>({})
  const errors = { ...fieldErrors(error), ...missing }
  const isLost = error instanceof ApiError && error.code === 'network'
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const unfilled = checkOrganisation(draft, {
      needText: t('needText'),
      needPlace: t('needPlace'),
      needRegistration: t('needRegistration'),
    })
    const found = { ...unfilled, ...attachments?.missing }
    setMissing(found)
    if (Object.keys(found).length > 0) return
    if (await send(draft).catch(() => null)) keep(fresh)
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
      {isLost ? (
        <Notice tone="problem">{t('kept')}</Notice>
      ) : (
        <FormErrorSummary
          problems={formProblems(
            errors,
            error,
            (field) => `organisation-${field.replaceAll('.', '-')}`,
          )}
        />
      )}
      <OrganisationFields
        draft={draft}
        errors={errors}
        isIdentityFixed={isIdentityFixed}
        change={(part) => keep({ ...draft, ...part })}
      />
      {attachments?.part(errors)}
      <div>
        <Button type="submit" busy={isBusy}>
          {submitLabel}
        </Button>
      </div>
    </form>
  )
}
