import { useSuspenseQuery } from '@tanstack/react-query'
import { ApiError, newIdempotencyKey } from '@weibao/api-client/http'
import type { Lot } from '@weibao/contracts/lot'
import { localDay } from '@weibao/kernel'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Checkbox,
  FormErrorSummary,
  Notice,
  useMessages,
  useStored,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { fieldErrors, formProblems, type FieldErrors } from '../../lib/form'
import { useTitle } from '../../lib/use-title'
import { bodyOf, checkDraft, draftOf, emptyDraft, type LotDraft } from './lot-draft'
import { DateFields, GoodsFields, OfferFields, PlaceFields } from './lot-fields'
import { lotsMessages } from './lots.messages'
import { lotQuery, useCreateLot, useEditLot } from './lots.queries'

/** Declares a harvest batch. What is typed stays in this tab until it is accepted. */
export function NewLotPage() {
  const t = useMessages(lotsMessages)
  const { organisationId } = useActing()
  const create = useCreateLot(organisationId)
  const [fresh] = useState(() => emptyDraft(localDay(new Date())))
  return (
    <LotForm
      name={`lot:new:${organisationId}`}
      title={t('createTitle')}
      fresh={fresh}
      error={create.error}
      isBusy={create.isPending}
      save={(draft, idempotencyKey) =>
        create.mutateAsync({
          body: { ...bodyOf(draft), skuId: draft.skuId, opensNow: draft.opensNow },
          idempotencyKey,
        })
      }
      isNew
    />
  )
}

export function EditLotPage() {
  const t = useMessages(lotsMessages)
  const { organisationId } = useActing()
  const { data: lot } = useSuspenseQuery(lotQuery(organisationId, useParams()['lotId']!))
  const [seen] = useState(lot)
  const edit = useEditLot(organisationId, lot.id)
  return (
    <LotForm
      name={`lot:${lot.id}:${seen.version}`}
      title={t('editTitle', { code: lot.code })}
      fresh={draftOf(seen)}
      error={edit.error}
      isBusy={edit.isPending}
      save={(draft, idempotencyKey) =>
        edit.mutateAsync({ body: { ...bodyOf(draft), version: seen.version }, idempotencyKey })
      }
    />
  )
}

interface LotFormProps {
  readonly name: string
  readonly title: string
  readonly fresh: LotDraft
  readonly error: unknown
  readonly isBusy: boolean
  readonly save: (draft: LotDraft, idempotencyKey: string) => Promise<Lot>
  readonly isNew?: boolean
}

function LotForm({ name, title, fresh, error, isBusy, save, isNew = false }: LotFormProps) {
  const t = useMessages(lotsMessages)
  useTitle(title)
  const toast = useToast()
  const navigate = useNavigate()
  const { base, organisationId } = useActing()
  const [draft, keep] = useStored<LotDraft>(name, fresh)
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const [missing, setMissing] = useState<FieldErrors>({})
  const errors = { ...fieldErrors(error), ...missing }
  const change = (part: Partial<LotDraft>) => {
    keep({ ...draft, ...part })
    setKey(newIdempotencyKey())
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const found = checkDraft(draft, {
      needSku: t('needSku'),
      needCount: t('needCount'),
      needDay: t('needDay'),
      needTownship: t('needTownship'),
      needPrice: t('needPrice'),
    })
    setMissing(found)
    if (Object.keys(found).length > 0) return
    const lot = await save(draft, idempotencyKey).catch(() => null)
    if (!lot) return
    keep(fresh)
    toast({ text: t(isNew ? 'created' : 'saved', { code: lot.code }), tone: 'good' })
    void navigate(`${base}/lots/${lot.id}`)
  }
  const isLost = error instanceof ApiError && error.code === 'network'
  const part = { draft, errors, change }
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid max-w-4xl gap-4">
      <Breadcrumbs trail={[{ label: t('title'), href: `${base}/lots` }, { label: title }]} />
      <h1>{title}</h1>
      {isLost ? (
        <Notice tone="problem">{t('kept')}</Notice>
      ) : (
        <FormErrorSummary problems={formProblems(errors, error, (field) => `lot-${field}`)} />
      )}
      <GoodsFields {...part} cooperativeId={organisationId} isNew={isNew} />
      <DateFields {...part} />
      <PlaceFields {...part} />
      <OfferFields {...part} />
      {isNew && (
        <Checkbox
          label={t('opensNow')}
          checked={draft.opensNow}
          onChange={(event) => change({ opensNow: event.target.checked })}
        />
      )}
      <div className="flex gap-3">
        <Button type="submit" busy={isBusy}>
          {t('save')}
        </Button>
        <ButtonLink tone="quiet" href={`${base}/lots`}>
          {t('cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}
