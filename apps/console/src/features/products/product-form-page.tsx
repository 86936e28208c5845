import { useSuspenseQuery } from '@tanstack/react-query'
import type { ManagedProduct } from '@weibao/contracts/product-management'
import { useBilingual, useMessages } from '@weibao/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { DraftForm, type DraftFormProps } from '../../lib/draft-form'
import {
  checkProduct,
  draftOfProduct,
  emptyProduct,
  factsOf,
  skusOf,
  type ProductDraft,
} from './product-draft'
import { NameFields, OriginFields, RuleFields, TextFields } from './product-fields'
import { PackFields } from './product-pack-fields'
import { productFormMessages } from './product-form.messages'
import { productQuery, useCreateProduct, useEditProduct } from './products.queries'

/** Makes a product. What is typed stays in this tab until it is accepted. */
export function NewProductPage() {
  const t = useMessages(productFormMessages)
  const { organisationId } = useActing()
  const create = useCreateProduct(organisationId)
  return (
    <ProductForm
      name={`product:new:${organisationId}`}
      title={t('createTitle')}
      note={t('lead')}
      done="created"
      fresh={emptyProduct}
      error={create.error}
      isBusy={create.isPending}
      save={(draft, idempotencyKey) =>
        create.mutateAsync({
          body: { ...factsOf(draft), skus: skusOf(draft.packs) },
          idempotencyKey,
        })
      }
    />
  )
}

export function EditProductPage() {
  const t = useMessages(productFormMessages)
  const say = useBilingual()
  const { organisationId } = useActing()
  const { data } = useSuspenseQuery(productQuery(organisationId, useParams()['productId']!))
  const [seen] = useState(data)
  const edit = useEditProduct(organisationId, seen.id)
  return (
    <ProductForm
      name={`product:${seen.id}:${seen.version}`}
      title={t('editTitle', { name: say(seen.name) })}
      note={seen.state === 'listed' ? t('listedNote') : t('lead')}
      done="saved"
      fresh={draftOfProduct(seen)}
      error={edit.error}
      isBusy={edit.isPending}
      save={(draft) => edit.mutateAsync({ ...factsOf(draft), version: seen.version })}
    />
  )
}

interface ProductFormProps extends DraftFormProps<ProductDraft, ManagedProduct> {
  readonly done: 'created' | 'saved'
}

function ProductForm({ done, ...form }: ProductFormProps) {
  const t = useMessages(productFormMessages)
  const { base } = useActing()
  return (
    <DraftForm
      {...form}
      list={{ label: t('title'), href: `${base}/products` }}
      words={{
        save: t(done === 'created' ? 'saveDraft' : 'save'),
        cancel: t('cancel'),
        kept: t('kept'),
      }}
      check={(draft) =>
        checkProduct(draft, {
          needName: t('needName'),
          needChoice: t('needChoice'),
          needCount: t('needCount'),
          needPrice: t('needPrice'),
        })
      }
      idOf={(field) => `product-${field}`}
      onSaved={({ id }) => ({ text: t(done), address: `${base}/products/${id}` })}
      isWide
    >
      {(part) => (
        <>
          <NameFields {...part} />
          <OriginFields {...part} />
          <TextFields {...part} />
          <RuleFields {...part} />
          {part.draft.packs.length > 0 && <PackFields {...part} />}
        </>
      )}
    </DraftForm>
  )
}
