import type { WebhookEndpointView, WebhookKind } from '@weibao/contracts/webhook'
import {
  Button,
  Checkbox,
  Dialog,
  FormErrorSummary,
  Notice,
  TextField,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useActing } from '../../lib/acting'
import { fieldErrors, formProblems, type FieldErrors } from '../../lib/form'
import { tellableKinds, useAddEndpoint, useChangeEndpoint } from './webhooks.queries'
import { webhooksMessages } from './webhooks.messages'

/** Where to and what: a new address, whose secret is shown once, or one that is changed. */
export function EndpointDialog({
  endpoint,
  onClose,
}: {
  endpoint: WebhookEndpointView | null
  onClose: () => void
}) {
  const t = useMessages(webhooksMessages)
  const [secret, setSecret] = useState<string | null>(null)
  return (
    <Dialog open onClose={onClose} title={t(endpoint ? 'change' : 'add')}>
      {secret ? (
        <SecretShown secret={secret} onClose={onClose} />
      ) : (
        <EndpointForm endpoint={endpoint} onMade={setSecret} onClose={onClose} />
      )}
    </Dialog>
  )
}

/** The one time that a secret is seen. */
export function SecretShown({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useMessages(webhooksMessages)
  const toast = useToast()
  const copy = () =>
    void navigator.clipboard.writeText(secret).then(() => toast({ text: t('copied') }))
  return (
    <div className="grid gap-4">
      <Notice title={t('secret')}>{t('secretText')}</Notice>
      <code className="rounded-control bg-mist p-3 break-all">{secret}</code>
      <div className="flex justify-end gap-3">
        <Button tone="quiet" onClick={copy}>
          {t('copy')}
        </Button>
        <Button onClick={onClose}>{t('close')}</Button>
      </div>
    </div>
  )
}

interface FormProps {
  readonly endpoint: WebhookEndpointView | null
  readonly onMade: (secret: string) => void
  readonly onClose: () => void
}

function EndpointForm({ endpoint, onMade, onClose }: FormProps) {
  const t = useMessages(webhooksMessages)
  const toast = useToast()
  const { organisationId } = useActing()
  const add = useAddEndpoint(organisationId)
  const change = useChangeEndpoint()
  const [url, setUrl] = useState(endpoint?.url ?? '')
  const [kinds, setKinds] = useState<readonly WebhookKind[]>(endpoint?.kinds ?? tellableKinds)
  const [missing, setMissing] = useState<FieldErrors>({})
  const failure = add.error ?? change.error
  const errors = { ...fieldErrors(failure), ...missing }
  const toggle = (kind: WebhookKind) =>
    setKinds(kinds.includes(kind) ? kinds.filter((each) => each !== kind) : [...kinds, kind])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = {
      ...(URL.canParse(url.trim()) ? {} : { url: t('needUrl') }),
      ...(kinds.length > 0 ? {} : { kinds: t('needKind') }),
    }
    setMissing(found)
    if (Object.keys(found).length > 0) return
    const body = { url: url.trim(), kinds: [...kinds] }
    if (!endpoint) return add.mutate(body, { onSuccess: (made) => onMade(made.secret) })
    change.mutate(
      { id: endpoint.id, ...body },
      {
        onSuccess: () => {
          toast({ text: t('saved'), tone: 'good' })
          onClose()
        },
      },
    )
  }
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <FormErrorSummary problems={formProblems(errors, failure, (field) => `hook-${field}`)} />
      <TextField
        id="hook-url"
        label={t('url')}
        help={t('urlHelp')}
        error={errors['url']}
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        value={url}
        onChange={(event) => setUrl(event.target.value)}
      />
      <fieldset id="hook-kinds" tabIndex={-1} className="grid gap-2">
        <legend className="mb-1 font-semibold">{t('kinds')}</legend>
        {errors['kinds'] && <p className="text-sm text-madder">{errors['kinds']}</p>}
        {tellableKinds.map((kind) => (
          <Checkbox
            key={kind}
            label={t(kind)}
            checked={kinds.includes(kind)}
            onChange={() => toggle(kind)}
          />
        ))}
      </fieldset>
      <div className="flex justify-end gap-3">
        <Button tone="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" busy={add.isPending || change.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
