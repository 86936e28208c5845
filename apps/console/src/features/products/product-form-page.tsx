import { useSuspenseQuery } from '@tanstack/react-query'
import { ApiError, newIdempotencyKey } from '@weibao/api-client/http'
import type { ManagedProduct } from '@weibao/contracts/product-management'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
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
  checkProduct,
  draftOfProduct,
  emptyProduct,
  factsOf,
  skusOf,
  type ProductDraft,
} from './product-draft'
import { NameFields, OriginFields, PackFields, RuleFields, TextFields } from './product-fields'
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

interface ProductFormProps {
  readonly name: string
  readonly title: string
  readonly note: string
  readonly done: 'created' | 'saved'
  readonly fresh: ProductDraft
  readonly error: unknown
  readonly isBusy: boolean
  readonly save: (draft: ProductDraft, idempotencyKey: string) => Promise<ManagedProduct>
}

function ProductForm({ name, title, note, done, fresh, error, isBusy, save }: ProductFormProps) {
  const t = useMessages(productFormMessages)
  useTitle(title)
  const toast = useToast()
  const navigate = useNavigate()
  const { base } = useActing()
  const [draft, keep] = useStored<ProductDraft>(name, fresh)
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const [missing, setMissing] = useState<FieldErrors>({})
  const errors = { ...fieldErrors(error), ...missing }
  const change = (part: Partial<ProductDraft>) => {
    keep({ ...draft, ...part })
    setKey(newIdempotencyKey())
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const found = checkProduct(draft, {
      needName: t('needName'),
      needChoice: t('needChoice'),
      needCount: t('needCount'),
      needPrice: t('needPrice'),
    })
    setMissing(found)
    if (Object.keys(found).length > 0) return
    const product = await save(draft, idempotencyKey).catch(() => null)
    if (!product) return
    keep(fresh)
    toast({ text: t(done), tone: 'good' })
    void navigate(`${base}/products/${product.id}`)
  }
  const isLost = error instanceof ApiError && error.code === 'network'
  const part = { draft, errors, change }
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid max-w-5xl gap-4">
      <Breadcrumbs trail={[{ label: t('title'), href: `${base}/products` }, { label: title }]} />
      <div>
        <h1>{title}</h1>
        <p className="text-ink-soft">{note}</p>
      </div>
      {isLost ? (
        <Notice tone="problem">{t('kept')}</Notice>
      ) : (
        <FormErrorSummary problems={formProblems(errors, error, (field) => `product-${field}`)} />
      )}
      <NameFields {...part} />
      <OriginFields {...part} />
      <TextFields {...part} />
      <RuleFields {...part} />
      {draft.packs.length > 0 && <PackFields {...part} />}
      <div className="flex gap-3">
        <Button type="submit" busy={isBusy}>
          {t(done === 'created' ? 'saveDraft' : 'save')}
        </Button>
        <ButtonLink tone="quiet" href={`${base}/products`}>
          {t('cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}
