import type { Permission } from '@weibao/contracts/permissions'
import {
  Button,
  Checkbox,
  Dialog,
  FormErrorSummary,
  Notice,
  Select,
  TextField,
  useBilingual,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useActing } from '../../lib/acting'
import { fieldErrors, formProblems, type FieldErrors } from '../../lib/form'
import { organisationMessages } from './organisation.messages'
import { useCreateKey } from './organisation.queries'
import { scopeNames } from './scope-names'

const DAYS = [30, 90, 180, 365] as const

/** Makes a key: what it is for, what it may do, how long. It is shown once. */
export function KeyDialog({
  scopes,
  onClose,
}: {
  scopes: readonly Permission[]
  onClose: () => void
}) {
  const t = useMessages(organisationMessages)
  const [token, setToken] = useState<string | null>(null)
  return (
    <Dialog open onClose={onClose} title={t('makeKey')}>
      {token ? (
        <Made token={token} onClose={onClose} />
      ) : (
        <KeyForm scopes={scopes} onMade={setToken} onClose={onClose} />
      )}
    </Dialog>
  )
}

function KeyForm({
  scopes,
  onMade,
  onClose,
}: {
  scopes: readonly Permission[]
  onMade: (token: string) => void
  onClose: () => void
}) {
  const t = useMessages(organisationMessages)
  const say = useBilingual()
  const { organisationId } = useActing()
  const create = useCreateKey(organisationId)
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<readonly Permission[]>([])
  const [days, setDays] = useState('90')
  const [missing, setMissing] = useState<FieldErrors>({})
  const errors = { ...fieldErrors(create.error), ...missing }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found: Record<string, string> = {}
    if (!name.trim()) found['name'] = t('needText')
    if (chosen.length === 0) found['scopes'] = t('needScope')
    setMissing(found)
    if (Object.keys(found).length > 0) return
    create.mutate(
      { name: name.trim(), scopes: [...chosen], daysValid: Number(days) },
      { onSuccess: (made) => onMade(made.token) },
    )
  }
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <FormErrorSummary problems={formProblems(errors, create.error, (field) => `key-${field}`)} />
      <TextField
        id="key-name"
        label={t('keyName')}
        help={t('keyNameHelp')}
        error={errors['name']}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <fieldset id="key-scopes" tabIndex={-1}>
        <legend className="wb-label">{t('keyMay')}</legend>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {scopes.map((scope) => {
            const known = scopeNames[scope]
            return (
              <Checkbox
                key={scope}
                label={known ? say(known) : scope}
                checked={chosen.includes(scope)}
                onChange={({ target }) =>
                  setChosen(
                    target.checked ? [...chosen, scope] : chosen.filter((each) => each !== scope),
                  )
                }
              />
            )
          })}
        </div>
        {errors['scopes'] && <p className="wb-error">{errors['scopes']}</p>}
      </fieldset>
      <Select
        label={t('validFor')}
        value={days}
        options={DAYS.map((each) => ({ value: String(each), label: t('days', { days: each }) }))}
        onChange={(event) => setDays(event.target.value)}
      />
      <div className="flex justify-end gap-3">
        <Button tone="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" busy={create.isPending}>
          {t('makeKey')}
        </Button>
      </div>
    </form>
  )
}

function Made({ token, onClose }: { token: string; onClose: () => void }) {
  const t = useMessages(organisationMessages)
  const toast = useToast()
  const copy = () =>
    navigator.clipboard.writeText(token).then(
      () => toast({ text: t('copied'), tone: 'good' }),
      () => toast({ text: t('notCopied'), tone: 'problem' }),
    )
  return (
    <div className="grid gap-4">
      <Notice>{t('shownOnce')}</Notice>
      <TextField label={t('token')} value={token} readOnly className="font-mono" />
      <div className="flex justify-end gap-3">
        <Button tone="quiet" onClick={() => void copy()}>
          {t('copy')}
        </Button>
        <Button onClick={onClose}>{t('done')}</Button>
      </div>
    </div>
  )
}
