import { useSuspenseQuery } from '@tanstack/react-query'
import { ApiError, newIdempotencyKey } from '@weibao/api-client/http'
import type { ManagedBundle } from '@weibao/contracts/bundle'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Checkbox,
  FormErrorSummary,
  Notice,
  useBilingual,
  useMessages,
  useStored,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { fieldErrors, formProblems, type FieldErrors } from '../../lib/form'
import { useTitle } from '../../lib/use-title'
import {
  bundleBodyOf,
  checkBundle,
  draftOfBundle,
  emptyBundle,
  type BundleDraft,
} from './bundle-draft'
import { ContentFields, PriceFields, WordFields } from './bundle-fields'
import { bundlesMessages } from './bundles.messages'
import { bundleQuery, useCreateBundle, useEditBundle } from './bundles.queries'

/** Makes a gift box. What is typed stays in this tab until it is accepted. */
export function NewBundlePage() {
  const t = useMessages(bundlesMessages)
  const { organisationId } = useActing()
  const create = useCreateBundle(organisationId)
  return (
    <BundleForm
      name={`bundle:new:${organisationId}`}
      title={t('create')}
      done="created"
      fresh={emptyBundle}
      error={create.error}
      isBusy={create.isPending}
      save={(draft, idempotencyKey) =>
        create.mutateAsync({ body: bundleBodyOf(draft), idempotencyKey })
      }
    />
  )
}

export function EditBundlePage() {
  const t = useMessages(bundlesMessages)
  const { organisationId } = useActing()
  const { data } = useSuspenseQuery(bundleQuery(organisationId, useParams()['bundleId']!))
  const [seen] = useState(data)
  const edit = useEditBundle(organisationId, seen.id)
  return (
    <BundleForm
      name={`bundle:${seen.id}:${seen.version}`}
      title={t('editTitle')}
      done="saved"
      fresh={draftOfBundle(seen)}
      error={edit.error}
      isBusy={edit.isPending}
      save={(draft) => edit.mutateAsync({ ...bundleBodyOf(draft), version: seen.version })}
    />
  )
}

interface BundleFormProps {
  readonly name: string
  readonly title: string
  readonly done: 'created' | 'saved'
  readonly fresh: BundleDraft
  readonly error: unknown
  readonly isBusy: boolean
  readonly save: (draft: BundleDraft, idempotencyKey: string) => Promise<ManagedBundle>
}

function BundleForm({ name, title, done, fresh, error, isBusy, save }: BundleFormProps) {
  const t = useMessages(bundlesMessages)
  const say = useBilingual()
  useTitle(title)
  const toast = useToast()
  const navigate = useNavigate()
  const { base, organisationId } = useActing()
  const [draft, keep] = useStored<BundleDraft>(name, fresh)
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const [missing, setMissing] = useState<FieldErrors>({})
  const errors = { ...fieldErrors(error), ...missing }
  const change = (part: Partial<BundleDraft>) => {
    keep({ ...draft, ...part })
    setKey(newIdempotencyKey())
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const found = checkBundle(draft, {
      needText: t('needText'),
      needSku: t('needSku'),
      needCount: t('needCount'),
      needPrice: t('needPrice'),
    })
    setMissing(found)
    if (Object.keys(found).length > 0) return
    const bundle = await save(draft, idempotencyKey).catch(() => null)
    if (!bundle) return
    keep(fresh)
    toast({ text: t(done, { name: say(bundle.name) }), tone: 'good' })
    void navigate(`${base}/bundles`)
  }
  const isLost = error instanceof ApiError && error.code === 'network'
  const part = { draft, errors, change }
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid max-w-4xl gap-4">
      <Breadcrumbs trail={[{ label: t('title'), href: `${base}/bundles` }, { label: title }]} />
      <h1>{title}</h1>
      {isLost ? (
        <Notice tone="problem">{t('kept')}</Notice>
      ) : (
        <FormErrorSummary
          problems={formProblems(errors, error, (field) => `bundle-${field.replaceAll('.', '-')}`)}
        />
      )}
      <ContentFields {...part} cooperativeId={organisationId} />
      <PriceFields {...part} cooperativeId={organisationId} />
      <WordFields {...part} />
      <Checkbox
        label={t('isActive')}
        checked={draft.isActive}
        onChange={(event) => change({ isActive: event.target.checked })}
      />
      <div className="flex gap-3">
        <Button type="submit" busy={isBusy}>
          {t('save')}
        </Button>
        <ButtonLink tone="quiet" href={`${base}/bundles`}>
          {t('cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}
