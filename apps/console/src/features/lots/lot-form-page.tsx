import { useSuspenseQuery } from '@tanstack/react-query'
import type { Lot } from '@weibao/contracts/lot'
import { localDay } from '@weibao/kernel'
import { Checkbox, useMessages } from '@weibao/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { DraftForm, type DraftFormProps } from '../../lib/draft-form'
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

interface LotFormProps extends DraftFormProps<LotDraft, Lot> {
  readonly isNew?: boolean
}

function LotForm({ isNew = false, ...form }: LotFormProps) {
  const t = useMessages(lotsMessages)
  const { base, organisationId } = useActing()
  return (
    <DraftForm
      {...form}
      list={{ label: t('title'), href: `${base}/lots` }}
      words={{ save: t('save'), cancel: t('cancel'), kept: t('kept') }}
      check={(draft) =>
        checkDraft(draft, {
          needSku: t('needSku'),
          needCount: t('needCount'),
          needDay: t('needDay'),
          needTownship: t('needTownship'),
          needPrice: t('needPrice'),
        })
      }
      idOf={(field) => `lot-${field}`}
      onSaved={({ id, code }) => ({
        text: t(isNew ? 'created' : 'saved', { code }),
        address: `${base}/lots/${id}`,
      })}
    >
      {(part) => (
        <>
          <GoodsFields {...part} cooperativeId={organisationId} isNew={isNew} />
          <DateFields {...part} />
          <PlaceFields {...part} />
          <OfferFields {...part} />
          {isNew && (
            <Checkbox
              label={t('opensNow')}
              checked={part.draft.opensNow}
              onChange={(event) => part.change({ opensNow: event.target.checked })}
            />
          )}
        </>
      )}
    </DraftForm>
  )
}
