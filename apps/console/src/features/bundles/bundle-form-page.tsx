import { useSuspenseQuery } from '@tanstack/react-query'
import type { ManagedBundle } from '@weibao/contracts/bundle'
import { Checkbox, useBilingual, useMessages } from '@weibao/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { DraftForm, type DraftFormProps } from '../../lib/draft-form'
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

interface BundleFormProps extends DraftFormProps<BundleDraft, ManagedBundle> {
  readonly done: 'created' | 'saved'
}

function BundleForm({ done, ...form }: BundleFormProps) {
  const t = useMessages(bundlesMessages)
  const say = useBilingual()
  const { base, organisationId } = useActing()
  return (
    <DraftForm
      {...form}
      list={{ label: t('title'), href: `${base}/bundles` }}
      words={{ save: t('save'), cancel: t('cancel'), kept: t('kept') }}
      check={(draft) =>
        checkBundle(draft, {
          needText: t('needText'),
          needSku: t('needSku'),
          needCount: t('needCount'),
          needPrice: t('needPrice'),
        })
      }
      idOf={(field) => `bundle-${field.replaceAll('.', '-')}`}
      onSaved={({ name }) => ({ text: t(done, { name: say(name) }), address: `${base}/bundles` })}
    >
      {(part) => (
        <>
          <ContentFields {...part} cooperativeId={organisationId} />
          <PriceFields {...part} cooperativeId={organisationId} />
          <WordFields {...part} />
          <Checkbox
            label={t('isActive')}
            checked={part.draft.isActive}
            onChange={(event) => part.change({ isActive: event.target.checked })}
          />
        </>
      )}
    </DraftForm>
  )
}
